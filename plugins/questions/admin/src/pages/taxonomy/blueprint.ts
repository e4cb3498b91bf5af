import { BLUEPRINT_SUM, type BlueprintLine } from '../../../../contract/index.ts';

/** A line while it is written. */
export type DraftLine = { topic: string | null; weight: number | undefined };

/** The sum of the weights, to a thousandth. */
export const sumOf = (lines: readonly DraftLine[]): number =>
  Math.round(lines.reduce((sum, { weight }) => sum + (weight ?? 0), 0) * 1_000) / 1_000;

/** Lines that say something. */
const filled = (lines: readonly DraftLine[]) => lines.filter(({ topic, weight }) => topic !== null || weight !== undefined);

/** True when the blueprint may be saved: nothing in it, or every line whole, no topic twice and a sum of 100. */
export function isWhole(lines: readonly DraftLine[]): boolean {
  const used = filled(lines);
  if (used.length === 0) return true;
  const topics = used.map(({ topic }) => topic);
  return (
    used.every(({ topic, weight }) => topic !== null && weight !== undefined && weight > 0) &&
    new Set(topics).size === topics.length &&
    sumOf(used) === BLUEPRINT_SUM
  );
}

export const toBlueprint = (lines: readonly DraftLine[]): BlueprintLine[] =>
  filled(lines).flatMap(({ topic, weight }) =>
    topic === null || weight === undefined ? [] : [{ topic: topic as BlueprintLine['topic'], weight }],
  );
