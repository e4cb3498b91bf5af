import { z } from 'zod';
import { followMerge, undoFollow } from './records/sets.ts';
import { registerMergeMove } from './services/merge-moves.ts';

const Memo = z.array(z.object({ id: z.string(), before: z.array(z.string()), after: z.array(z.string()) }));

/** Sets with a fixed list follow when one of their questions is merged into another. */
export function registerSetWork(): void {
  registerMergeMove('sets', {
    move: (tx, { from, to }) => followMerge(tx, from, to),
    undo: async (tx, _change, memo) => {
      for (const set of Memo.parse(memo ?? [])) await undoFollow(tx, set);
    },
  });
}
