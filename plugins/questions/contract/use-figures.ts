import type { DocumentId } from '@lyceum/core/contract';
import type { Key } from './types/registry.ts';

/** One answered place of one paper whose score is final: what figures of a question are counted from. */
export type AnsweredItem = {
  readonly revisionId: number;
  readonly attemptId: string;
  /** Share of the points earned, 0–1. */
  readonly ratio: number;
  /** Share earned on the rest of the same paper by points, 0–1; null when nothing else on it had points. */
  readonly restRatio: number | null;
  /** Chosen options in the ids of the bank, for types whose answer is picked; otherwise null. */
  readonly selected: readonly string[] | null;
  readonly answered: boolean;
  readonly secondsSpent: number;
};

/**
 * Gives every place of every paper that got its final score at or after `since` (null: ever), oldest first, in bounded memory.
 * A paper that waits for marking comes once it is marked; one that was voided never comes.
 */
export type ItemResponseSource = (since: Date | null) => AsyncIterable<AnsweredItem>;

/** How many attempts would get another score if this were the key of a question, whatever version they were given. */
export type AttemptImpact = (change: { documentId: DocumentId; key: Key }) => Promise<number>;
