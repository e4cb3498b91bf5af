import type { CriterionMark, MarkInput } from '../../contract/marks.ts';

/** A criterion of a rubric as marking needs it; weights count in their ratio to each other. */
export type WeighedCriterion = { readonly id: string; readonly weight: number };

export type MarkAnswer =
  | { readonly ok: true; readonly ratio: number }
  | { readonly ok: false; readonly because: 'criteriaDiffer' | 'pointsTooHigh' };

/** The weighted mean of the shares, 0–1; weights that are all 0 count the same. */
function weighted(rubric: readonly WeighedCriterion[], given: readonly CriterionMark[]): number {
  const whole = rubric.reduce((sum, one) => sum + one.weight, 0);
  const shareOf = new Map(given.map((one) => [one.id, one.share]));
  return rubric.reduce((sum, { id, weight }) => {
    const part = whole > 0 ? weight / whole : 1 / rubric.length;
    return sum + part * (shareOf.get(id) ?? 0);
  }, 0);
}

/**
 * Share of an item's points that a person gave, 0–1: by the rubric, whose criteria must be there once each, or by points
 * up to those of the item. An item of 0 points earns all or nothing, as far as anybody can see.
 */
export function markRatio(given: MarkInput['given'], rubric: readonly WeighedCriterion[], pointsMax: number): MarkAnswer {
  if ('points' in given) {
    if (given.points > pointsMax) return { ok: false, because: 'pointsTooHigh' };
    return { ok: true, ratio: pointsMax > 0 ? given.points / pointsMax : 0 };
  }
  const ids = new Set(given.criteria.map((one) => one.id));
  const fits = ids.size === given.criteria.length && ids.size === rubric.length && rubric.every((one) => ids.has(one.id));
  if (!fits) return { ok: false, because: 'criteriaDiffer' };
  return { ok: true, ratio: Math.min(1, Math.max(0, weighted(rubric, given.criteria))) };
}
