import { type PointerEvent as ReactPointerEvent, useEffect, useRef, useState } from 'react';

type Handle = { onPointerDown: (event: ReactPointerEvent<HTMLElement>) => void };
type Drag = {
  /** What is held, and the place under it. */
  readonly held: string | null;
  readonly over: string | null;
  /** For the handle of a thing that can be dragged. */
  readonly handle: (id: string) => Handle;
};
type Told = {
  readonly open: boolean;
  /** With each new place while dragging. */
  readonly onOver?: (id: string, place: string) => void;
  /** Once, with the last place. */
  readonly onDrop?: (id: string, place: string) => void;
};

/** Pixels a pointer goes before it is a drag and no longer a press. */
const START_PX = 5;

/** The place (`data-drop`) under a point, within the question that the handle belongs to. */
function placeUnder(area: Element, x: number, y: number): string | null {
  for (const element of area.ownerDocument.elementsFromPoint(x, y)) {
    const place = element.closest('[data-drop]');
    if (place !== null && area.contains(place)) return place.getAttribute('data-drop');
  }
  return null;
}

/**
 * Dragging by mouse, pen and finger, as an extra beside buttons and lists. Handles need `touch-action: none`.
 * Listens on the document: the handle itself may be put elsewhere on the way.
 */
export function useDrag(told: Told): Drag {
  const [state, setState] = useState<{ held: string | null; over: string | null }>({ held: null, over: null });
  const newest = useRef(told);
  newest.current = told;
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const begin = (id: string, event: ReactPointerEvent<HTMLElement>) => {
    const area = event.currentTarget.closest('[data-drag-area]');
    if (!newest.current.open || event.button !== 0 || area === null) return;
    // Otherwise the browser selects text on the way.
    event.preventDefault();
    const { pointerId, clientX, clientY } = event;
    const page = area.ownerDocument;
    let isHeld = false;
    let over: string | null = null;

    const move = (at: PointerEvent) => {
      if (at.pointerId !== pointerId) return;
      isHeld ||= Math.hypot(at.clientX - clientX, at.clientY - clientY) >= START_PX;
      if (!isHeld) return;
      const place = placeUnder(area, at.clientX, at.clientY);
      if (place !== null && place !== over) newest.current.onOver?.(id, place);
      over = place;
      setState({ held: id, over });
    };
    const end = (at: PointerEvent) => {
      if (at.pointerId !== pointerId) return;
      const place = isHeld && at.type === 'pointerup' ? placeUnder(area, at.clientX, at.clientY) : null;
      if (place !== null) newest.current.onDrop?.(id, place);
      stop.current?.();
    };
    stop.current = () => {
      page.removeEventListener('pointermove', move);
      page.removeEventListener('pointerup', end);
      page.removeEventListener('pointercancel', end);
      stop.current = null;
      setState({ held: null, over: null });
    };
    page.addEventListener('pointermove', move);
    page.addEventListener('pointerup', end);
    page.addEventListener('pointercancel', end);
  };

  return { ...state, handle: (id) => ({ onPointerDown: (event) => begin(id, event) }) };
}
