/** Fields that a key opens a field to type in for. */
export const FIELD_KEYS = { t: 'topic', r: 'furtherTopics', e: 'examTypes', s: 'skill', g: 'tags' } as const;
export type TypedField = (typeof FIELD_KEYS)[keyof typeof FIELD_KEYS];

/** Letters that switch the most used exam types; none of them means anything else here. */
export const EXAM_TYPE_KEYS: readonly string[] = ['a', 'b', 'c', 'd', 'f', 'h', 'i', 'j', 'k'];

const STEPS = { y: 'take', n: 'next', ArrowDown: 'next', p: 'previous', ArrowUp: 'previous', u: 'undo', Enter: 'save' } as const;

export type TaggingAction =
  | { kind: 'open'; field: TypedField }
  | { kind: 'difficulty'; value: number }
  /** `at` is its place among the most used ones. */
  | { kind: 'examType'; at: number }
  | { kind: 'take' | 'next' | 'previous' | 'undo' | 'save' };

type Pressed = { key: string; code: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean };
type Place = { tagName: string; isContentEditable: boolean; closest(selector: string): unknown };

/** The key as a Latin keyboard has it: on an Arabic one the place of the key counts. */
function latinKey({ key, code }: Pressed): string {
  if (/^[a-z0-9]$/i.test(key)) return key.toLowerCase();
  return /^(?:Key|Digit)(.)$/.exec(code)?.[1]?.toLowerCase() ?? key;
}

/** What a key press does; null while somebody types, chooses in a list, is on a button or has a dialog open. */
export function taggingAction(pressed: Pressed, at: Place | null): TaggingAction | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null;
  if (at && (['INPUT', 'TEXTAREA', 'SELECT'].includes(at.tagName) || at.isContentEditable)) return null;
  if (at?.closest('[role="dialog"], [role="alertdialog"], [role="listbox"], [role="menu"]')) return null;
  const key = latinKey(pressed);
  if (key === 'Enter' && at && at.closest('button, a, [role="button"], [role="combobox"]')) return null;
  if (key in FIELD_KEYS) return { kind: 'open', field: FIELD_KEYS[key as keyof typeof FIELD_KEYS] };
  if (/^\d$/.test(key)) return { kind: 'difficulty', value: Number(key) || 10 };
  const examType = EXAM_TYPE_KEYS.indexOf(key);
  if (examType >= 0) return { kind: 'examType', at: examType };
  return key in STEPS ? { kind: STEPS[key as keyof typeof STEPS] } : null;
}
