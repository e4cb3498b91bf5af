import type { AstroGlobal } from 'astro';
import { localeOf, localePath } from '../../i18n/locales.ts';

/** Sends a visitor who is not signed in to the sign-in page, and back here afterwards. */
export function toSignIn(astro: Pick<AstroGlobal, 'redirect' | 'url'>): Response {
  const { pathname, search } = astro.url;
  return astro.redirect(`${localePath(localeOf(pathname), '/sign-in')}?next=${encodeURIComponent(pathname + search)}`, 303);
}

/** A path of this site to go to after a form, or the fallback; never another origin. */
export function nextPath(value: string | null | undefined, fallback: string): string {
  if (!value?.startsWith('/') || value.startsWith('//') || value.includes('\\')) return fallback;
  const url = new URL(value, 'http://here.invalid');
  return url.host === 'here.invalid' ? url.pathname + url.search : fallback;
}
