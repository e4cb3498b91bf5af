/** What a key does in the queue. */
export const QUEUE_KEYS = { j: 'next', k: 'previous', m: 'merge', b: 'keep', v: 'variants', u: 'undo' } as const;
export type QueueAction = (typeof QUEUE_KEYS)[keyof typeof QUEUE_KEYS];

type Pressed = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean };
type Place = { tagName: string; isContentEditable: boolean; closest(selector: string): unknown };

/** The action of a key press; null while somebody types, chooses in a list or has a dialog open. */
export function queueAction({ key, ctrlKey, metaKey, altKey }: Pressed, at: Place | null): QueueAction | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (at && (['INPUT', 'TEXTAREA', 'SELECT'].includes(at.tagName) || at.isContentEditable)) return null;
  if (at?.closest('[role="dialog"], [role="alertdialog"], [role="listbox"], [role="menu"]')) return null;
  return QUEUE_KEYS[key.toLowerCase() as keyof typeof QUEUE_KEYS] ?? null;
}
