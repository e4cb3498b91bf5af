import type { CareFlag, ItemFigures } from '../../contract/index.ts';

/** What the flags need to know of the revision beside its figures. */
export type FlaggedItem = {
  /** Ids of the right options; null for types whose answer is not picked. */
  readonly right: readonly string[] | null;
  readonly estimatedSec: number | null;
};

/** With fewer answers figures say little, and nothing is flagged. */
export const MIN_ANSWERS = 30;
/** An option is called dead only when this many had the chance to choose it. */
export const MIN_FOR_DEAD_OPTION = 100;
/** Bounds from common practice (Haladyna & Rodriguez, Developing and Validating Test Items, 2013). */
const BOUNDS = { easy: 0.95, hard: 0.2, weak: 0.1, omitted: 0.2, deadShare: 0.02, slow: 2 } as const;

/** Significant at 5 %: a correlation this far from 0 is seldom chance. */
const isSignificant = (r: number, n: number): boolean =>
  Math.abs(r) < 1 && (Math.abs(r) * Math.sqrt(n - 2)) / Math.sqrt(1 - r * r) > 1.96;

/**
 * Why a question needs care, worst first; empty for a healthy one and for one with too few answers. A bound must be passed by the
 * whole interval, so that chance alone flags little.
 */
export function flagsOf(figures: ItemFigures, { right, estimatedSec }: FlaggedItem): CareFlag[] {
  const { times, difficulty, discrimination, options, omitted, meanSec } = figures;
  if (times < MIN_ANSWERS) return [];
  const flags: CareFlag[] = [];
  const percent = (share: number) => Math.round(share * 100);
  const wrong = options.filter(({ id }) => right !== null && !right.includes(id));
  if (discrimination !== null && discrimination.high < 0)
    flags.push({ code: 'negativeDiscrimination', params: { value: discrimination.value } });
  for (const { id, discrimination: own } of wrong) {
    if (own !== null && own > BOUNDS.weak && isSignificant(own, times))
      flags.push({ code: 'wrongOptionDrawsBest', params: { option: id, value: own } });
  }
  if (right?.length === 1 && options.length > 1 && difficulty.high < 1 / options.length)
    flags.push({ code: 'belowGuessing', params: { percent: percent(difficulty.value) } });
  else if (difficulty.high < BOUNDS.hard) flags.push({ code: 'tooHard', params: { percent: percent(difficulty.value) } });
  if (difficulty.low > BOUNDS.easy) flags.push({ code: 'tooEasy', params: { percent: percent(difficulty.value) } });
  if (discrimination !== null && discrimination.high >= 0 && discrimination.high < 0.2 && discrimination.value < BOUNDS.weak)
    flags.push({ code: 'weakDiscrimination', params: { value: discrimination.value } });
  if (times >= MIN_FOR_DEAD_OPTION) {
    for (const { id, share } of wrong)
      if (share < BOUNDS.deadShare) flags.push({ code: 'deadOption', params: { option: id, percent: percent(share) } });
  }
  if (omitted > BOUNDS.omitted) flags.push({ code: 'oftenOmitted', params: { percent: percent(omitted) } });
  if (estimatedSec !== null && meanSec > estimatedSec * BOUNDS.slow)
    flags.push({ code: 'slow', params: { seconds: meanSec, estimated: estimatedSec } });
  return flags;
}
