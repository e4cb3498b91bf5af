import type { UndoResult } from '../../contract/index.ts';

/** A question of a batch as it is now. */
export type UndoFacts = {
  /** What the batch did with it; `published` for one that was there and equal and was only published. */
  readonly did: 'created' | 'updated' | 'published';
  /** Content as the batch left it, and as it is now; null where there is no such question any more. */
  readonly leftHash: string | null;
  readonly currentHash: string | null;
  readonly isThere: boolean;
  /** An attempt was given it since, or an exam names it and the question would go. */
  readonly isUsed: boolean;
  /** Somebody archived it since, or merged another question into it: bringing back or removing it would undo their work. */
  readonly isSettled: boolean;
};

/** What taking a batch back does with one of its questions: what was used or edited since stays as it is. */
export function undoOf({ did, leftHash, currentHash, isThere, isUsed, isSettled }: UndoFacts): UndoResult {
  if (!isThere) return 'gone';
  if (isUsed) return 'kept-used';
  if (isSettled || leftHash !== currentHash) return 'kept-edited';
  return did === 'created' ? 'removed' : 'restored';
}
