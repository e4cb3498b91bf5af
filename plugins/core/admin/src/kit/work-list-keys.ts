import { useEffect, useRef } from 'react';

/** What the keys of a work list do. */
export type ListKeys = {
  /** To the next or the one before. */
  move(by: 1 | -1, isRange: boolean): void;
  tick(isRange: boolean): void;
  open(): void;
  forget(): void;
  help(): void;
};

/** The keys, as the help shows them; texts are `list.key-<name>`. */
export const LIST_KEYS = [
  { name: 'search', keys: ['/'] },
  { name: 'down', keys: ['j'] },
  { name: 'up', keys: ['k'] },
  { name: 'tick', keys: ['x'] },
  { name: 'range', keys: ['Shift', 'j / k / x'] },
  { name: 'open', keys: ['Enter'] },
  { name: 'edit', keys: ['e'] },
  { name: 'forget', keys: ['Esc'] },
  { name: 'help', keys: ['?'] },
] as const;

/** Keys typed into a field or an open dialog belong there. */
const isBusy = (event: KeyboardEvent): boolean =>
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  (event.target instanceof HTMLElement &&
    event.target.closest(
      'input:not([type="checkbox"]), textarea, select, [contenteditable], [role="combobox"], [role="listbox"], [role="menu"]',
    ) !== null) ||
  document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;

/** Lets a list be worked by keys alone, wherever on the page the focus is. */
export function useListKeys(keys: ListKeys): void {
  const newest = useRef(keys);
  newest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isBusy(event)) return;
      const { move, tick, open, forget, help } = newest.current;
      const does: Record<string, () => void> = {
        j: () => move(1, event.shiftKey),
        k: () => move(-1, event.shiftKey),
        x: () => tick(event.shiftKey),
        e: open,
        '?': help,
        escape: forget,
      };
      const act = does[event.key.toLowerCase()];
      if (!act) return;
      if (event.key !== 'Escape') event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
