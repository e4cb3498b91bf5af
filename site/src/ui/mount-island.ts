import { type ComponentType, createElement, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

/** Draws a React part into every place of that name on the page, with the props its page passed (see Island.astro). */
export function mountIsland<P extends object>(name: string, Part: ComponentType<P>): void {
  for (const place of document.querySelectorAll<HTMLElement>(`[data-island="${name}"]`)) {
    const props = JSON.parse(place.querySelector('script[type="application/json"]')?.textContent ?? '{}') as P;
    createRoot(place).render(createElement(StrictMode, null, createElement(Part, props)));
  }
}
