import type { ViewText } from '../texts/texts.ts';
import type { ViewDetails } from '../types.ts';

export type WordLimits = { readonly min: number | null; readonly max: number | null };
export type Wanted = { readonly key: ViewText; readonly values: Record<string, number> };

export const limitsOf = (details: ViewDetails): WordLimits =>
  details !== null && 'maxWords' in details ? { min: details.minWords, max: details.maxWords } : { min: null, max: null };

/** How many words are asked for; null where no number is. */
export function wanted({ min, max }: WordLimits): Wanted | null {
  if (min !== null && max !== null) return { key: 'wordsBetween', values: { min, max } };
  if (min !== null) return { key: 'wordsMin', values: { count: min } };
  return max === null ? null : { key: 'wordsMax', values: { count: max } };
}

/** What a number of words is away from what is asked for; null within it, and while nothing is written. */
export function distance(words: number, { min, max }: WordLimits): (Wanted & { readonly isOver: boolean }) | null {
  if (max !== null && words > max) return { key: 'wordsOver', values: { count: words - max }, isOver: true };
  if (min !== null && words > 0 && words < min) return { key: 'wordsUnder', values: { count: min - words }, isOver: false };
  return null;
}
