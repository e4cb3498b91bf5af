import { refuse } from '@lyceum/core/contract';
import { IMPORT_HARD_LIMITS, questionsProblems } from '../../../../contract/index.ts';
import type { ReadLimits } from './reader.ts';

/** Refuses with the name of the limit and its value. */
export const overLimit = (limit: string, max: number): never =>
  refuse(questionsProblems.importTooLarge, { params: { limit, max } });

/** Refuses with the reason and where it is. */
export const unreadable = (reason: string, place: Record<string, string | number> = {}): never =>
  refuse(questionsProblems.importUnreadable, { params: { reason, ...place } });

/** Counts what a reader has seen; each step refuses beyond its limit. */
export function counter(limits: ReadLimits) {
  let rows = -1;
  let cells = 0;
  return {
    /** @param count cells of one row, its header included */
    row(count: number): void {
      rows += 1;
      cells += count;
      if (rows > limits.rows) overLimit('rows', limits.rows);
      if (count > IMPORT_HARD_LIMITS.columns) overLimit('columns', IMPORT_HARD_LIMITS.columns);
      if (cells > IMPORT_HARD_LIMITS.cells) overLimit('cells', IMPORT_HARD_LIMITS.cells);
    },
  };
}
