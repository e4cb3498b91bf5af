import { DIFFICULTY } from '../../../contract/index.ts';

export type DifficultyLimits = { readonly easyUpTo: number; readonly mediumUpTo: number; readonly hardUpTo: number };

/** Difficulties in their order. */
export const DIFFICULTIES: readonly number[] = Array.from(
  { length: DIFFICULTY.max - DIFFICULTY.min + 1 },
  (_, at) => DIFFICULTY.min + at,
);

/** Which label a difficulty of 1–10 carries; the ranges are settings. */
export function difficultyLevel(
  difficulty: number,
  limits: DifficultyLimits,
): 'beginner' | 'intermediate' | 'advanced' | 'expert' {
  if (difficulty <= limits.easyUpTo) return 'beginner';
  if (difficulty <= limits.mediumUpTo) return 'intermediate';
  return difficulty <= limits.hardUpTo ? 'advanced' : 'expert';
}
