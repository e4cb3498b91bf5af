/** What a key does in the queue. */
export const QUEUE_KEYS = { j: 'next', k: 'previous', m: 'merge', b: 'keep', v: 'variants', u: 'undo' } as const;
export type QueueAction = (typeof QUEUE_KEYS)[keyof typeof QUEUE_KEYS];

export type Pressed = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean };
export type Place = { tagName: string; isContentEditable: boolean; closest(selector: string): unknown };

/** The key in lower case; null while somebody types, chooses in a list or has a dialog open. */
export function freeKey({ key, ctrlKey, metaKey, altKey }: Pressed, at: Place | null): string | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (at && (['INPUT', 'TEXTAREA', 'SELECT'].includes(at.tagName) || at.isContentEditable)) return null;
  if (at?.closest('[role="dialog"], [role="alertdialog"], [role="listbox"], [role="menu"]')) return null;
  return key.toLowerCase();
}

/** The action of a key press. */
export function queueAction(pressed: Pressed, at: Place | null): QueueAction | null {
  const key = freeKey(pressed, at);
  return key === null ? null : (QUEUE_KEYS[key as keyof typeof QUEUE_KEYS] ?? null);
}
