import type { Mark, MarkInput, Marking } from '../../../contract/index.ts';

/** A mark as somebody types it: shares in percent, points as a number, either may still be missing. */
export type MarkDraft = {
  readonly mode: 'criteria' | 'points';
  readonly percents: Readonly<Record<string, number | undefined>>;
  readonly points: number | undefined;
  readonly comment: string;
};

const round = (value: number) => Math.round(value * 100) / 100;

/** What the form begins with: the mark there is, or nothing. Without a rubric only points can be given. */
export function draftOf(rubric: Marking['rubric'], mark: Mark | null): MarkDraft {
  const isByPoints = rubric.length === 0 || (mark !== null && mark.criteria === null);
  return {
    mode: isByPoints ? 'points' : 'criteria',
    percents: Object.fromEntries((mark?.criteria ?? []).map(({ id, share }) => [id, round(share * 100)])),
    points: mark === null ? undefined : round(mark.points),
    comment: mark?.comment ?? '',
  };
}

/** The mark to send; null while something is missing or out of range. */
export function givenBy(draft: MarkDraft, rubric: Marking['rubric'], pointsMax: number): MarkInput['given'] | null {
  if (draft.mode === 'points') {
    const { points } = draft;
    return points !== undefined && points >= 0 && points <= pointsMax ? { points } : null;
  }
  const criteria = rubric.flatMap(({ id }) => {
    const percent = draft.percents[id];
    return percent !== undefined && percent >= 0 && percent <= 100 ? { id, share: percent / 100 } : [];
  });
  return criteria.length === rubric.length && rubric.length > 0 ? { criteria } : null;
}

/** Weight of each criterion in percent of the whole; all the same where every weight is 0. */
export function weightPercents(rubric: Marking['rubric']): Record<string, number> {
  const whole = rubric.reduce((sum, one) => sum + one.weight, 0);
  return Object.fromEntries(
    rubric.map(({ id, weight }) => [id, Math.round(whole > 0 ? (weight / whole) * 100 : 100 / rubric.length)]),
  );
}

/** Points the draft makes, as far as it is filled in; null while it is not. The server counts the same way. */
export function pointsMade(draft: MarkDraft, rubric: Marking['rubric'], pointsMax: number): number | null {
  const given = givenBy(draft, rubric, pointsMax);
  if (given === null) return null;
  if ('points' in given) return given.points;
  const whole = rubric.reduce((sum, one) => sum + one.weight, 0);
  const ratio = given.criteria.reduce((sum, { id, share }) => {
    const weight = rubric.find((one) => one.id === id)?.weight ?? 0;
    return sum + share * (whole > 0 ? weight / whole : 1 / rubric.length);
  }, 0);
  return round(ratio * pointsMax);
}

/** Words of a text, for the marker who looks at a limit. */
export const wordCount = (text: string): number => text.trim().split(/\s+/u).filter(Boolean).length;
