import { type Answer, tidied } from '../answers.ts';
import { approximated } from '../losses.ts';
import type { Declared } from './declarations.ts';
import type { QtiReading } from './reading.ts';
import { isComparison, valuesIn } from './scoring.ts';

/** A single answer with the points it earns, as the item writes them. */
type Earned = {
  readonly value: string;
  readonly points: number;
  readonly tolerance: number | null;
  readonly caseSensitive: boolean | null;
};

const usesMapping = ({ scoring }: QtiReading, { id, mapping }: Declared): boolean =>
  mapping !== null && (scoring.mapped === 'all' || scoring.mapped.has(id));

/** Whether an item compares a response with its right answer as a whole. */
export const isCompared = ({ scoring }: QtiReading, id: string): boolean =>
  scoring.compared === 'all' || scoring.compared.has(id);

/** What single answers to a response earn: by its mapping, or by the conditions that name them. */
export function earnedBy(reading: QtiReading, response: Declared): Earned[] {
  if (usesMapping(reading, response)) {
    return (response.mapping?.entries ?? []).map(({ key, value, caseSensitive }) => ({
      value: key,
      points: value,
      tolerance: null,
      caseSensitive,
    }));
  }
  return reading.scoring.rules.flatMap(({ test, points }) =>
    points === null ? [] : valuesIn(test, response.id).map((one) => ({ ...one, points })),
  );
}

/**
 * The points that count as all of them for one response. A single response is measured by what the item states, where that
 * is what its best answer earns; parts of an item by their own best answer.
 */
export function fullPoints(
  reading: QtiReading,
  response: Declared,
  earned: readonly Pick<Earned, 'points'>[],
  several: boolean,
): number {
  const positive = earned.map(({ points }) => points).filter((points) => points > 0);
  const best = several ? positive.reduce((sum, points) => sum + points, 0) : Math.max(0, ...positive);
  const upper = response.mapping?.upper ?? null;
  const own = upper !== null && upper > 0 ? Math.min(best, upper) : best;
  if (reading.isOurs && reading.stated !== null) return reading.stated > 0 ? reading.stated : 1;
  if (!Number.isFinite(own)) return reading.stated ?? 1;
  return own > 0 ? own : 1;
}

/** Identifiers of feedback that a condition about one answer shows. */
function shownFor({ scoring }: QtiReading, response: string, value: string, tolerance: number | null): string[] {
  return scoring.rules.flatMap(({ test, shows }) =>
    valuesIn(test, response).some((one) => one.value === value && (tolerance === null || one.tolerance === tolerance))
      ? shows.map(({ identifier }) => identifier)
      : [],
  );
}

/** Feedback of an item by identifier; taking one out marks it as used. */
export type FeedbackTexts = { readonly take: (identifier: string) => string | null };

export type TextOrNumber = {
  readonly answers: readonly (Answer<{ readonly text: string }> & { readonly tolerance: number | null })[];
  /** True when at least one answer is compared with its case. */
  readonly caseSensitive: boolean;
};

/** The answers to a text entry with shares and feedback; the right ones where no single one has points of its own. */
export function typedAnswers(reading: QtiReading, response: Declared, feedback: FeedbackTexts, parts: number): TextOrNumber {
  const earned = earnedBy(reading, response);
  const known = new Set(earned.map(({ value }) => value));
  const byRule = earned.length === 0 || isCompared(reading, response.id);
  const right = byRule
    ? response.correct
        .filter((value) => !known.has(value))
        .map((value): Earned => ({ value, points: Number.POSITIVE_INFINITY, tolerance: null, caseSensitive: true }))
    : [];
  const all = [...right, ...earned];
  const full = reading.isOurs
    ? fullPoints(reading, response, earned, false) / parts
    : fullPoints(reading, response, earned, false);
  return {
    caseSensitive: all.some(({ caseSensitive }) => caseSensitive === true),
    answers: all.map(({ value, points, tolerance }) => ({
      text: value,
      tolerance,
      share: points === Number.POSITIVE_INFINITY ? 1 : Math.max(-1, Math.min(1, tidied(points / full))),
      feedback:
        shownFor(reading, response.id, value, tolerance)
          .flatMap((id) => feedback.take(id) ?? [])
          .join('\n\n') || null,
    })),
  };
}

/** Says what of the response processing has no place in the bank. */
export function loseScoring({ scoring, draft }: QtiReading): void {
  for (const part of scoring.unknown) draft.lose(approximated('qtiScoring', 'key', { part }));
}

/** What options earn, as shares; null when right is right and wrong is wrong. */
export function optionShares(
  reading: QtiReading,
  response: Declared,
  ids: readonly string[],
  several: boolean,
): Record<string, number> | null {
  const earned = earnedBy(reading, response);
  if (earned.length === 0) return null;
  const full = fullPoints(reading, response, earned, several);
  const rest = usesMapping(reading, response) ? (response.mapping?.defaultValue ?? 0) : 0;
  const shares = ids.map((id) => {
    const points = earned.find(({ value }) => value === id)?.points ?? rest;
    return [id, Math.max(-1, Math.min(1, points === Number.POSITIVE_INFINITY ? 1 : points / full))] as const;
  });
  return Object.fromEntries(shares);
}

/** Feedback for choosing an option: by a condition that names it, or by an outcome that follows the response. */
export function optionFeedback(reading: QtiReading, response: string, id: string, feedback: FeedbackTexts): string | null {
  const ids = shownFor(reading, response, id, null);
  if ([...reading.scoring.follows.values()].includes(response)) ids.push(id);
  return [...new Set(ids)].flatMap((one) => feedback.take(one) ?? []).join('\n\n') || null;
}

/** True when a feedback is shown for the right, or for any wrong, answer as a whole. */
export const dependsOnResult = ({ scoring, declared }: QtiReading, identifier: string): boolean =>
  scoring.rules.some(
    ({ test, shows }) =>
      shows.some((one) => one.identifier === identifier) &&
      [...declared.keys()].some((id) => isComparison(test, id) || valuesIn(test, id).length > 0),
  );
