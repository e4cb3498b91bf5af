import { freeKey, type Place, type Pressed } from '../duplicates/keys.ts';

/** What a key does in the queue of questions that wait for review. */
export const REVIEW_KEYS = { j: 'next', k: 'previous', a: 'approve', r: 'return' } as const;
export type ReviewKey = (typeof REVIEW_KEYS)[keyof typeof REVIEW_KEYS];

/** The action of a key press; null while somebody types or a dialog is open. */
export function reviewAction(pressed: Pressed, at: Place | null): ReviewKey | null {
  const key = freeKey(pressed, at);
  return key === null ? null : (REVIEW_KEYS[key as keyof typeof REVIEW_KEYS] ?? null);
}
