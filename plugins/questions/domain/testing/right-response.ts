import type { QuestionInput, Response } from '../../contract/index.ts';

/** A response that earns everything; null for types marked by hand. */
export function rightResponse({ key }: Pick<QuestionInput, 'key'>): Response {
  if ('correct' in key) return { selected: key.correct };
  if ('accepted' in key) return { text: key.accepted[0] ?? '' };
  if ('tolerance' in key) return { number: String(key.value) };
  if ('pairs' in key) return { pairs: key.pairs };
  if ('order' in key) return { order: key.order };
  if (!('gaps' in key)) return null;
  const typed = Object.entries(key.gaps).map(([id, gap]) => [
    id,
    'correct' in gap ? (gap.correct[0] ?? '') : 'tolerance' in gap ? String(gap.value) : (gap.accepted[0] ?? ''),
  ]);
  return { gaps: Object.fromEntries(typed) };
}
