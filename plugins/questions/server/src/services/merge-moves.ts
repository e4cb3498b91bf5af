import type { Tx } from '@lyceum/core/server';
import { moveTranslations, returnTranslations, returnVariants, type TakenVariants, takeOverVariants } from '../records/merge.ts';

/** What a part of the bank does when one question takes the place of another, in the transaction of the merge. */
export type MergeMove = {
  /** Gives what `undo` needs, as plain values. */
  readonly move: (tx: Tx, change: { from: string; to: string; staffId: number }) => Promise<unknown>;
  readonly undo: (tx: Tx, change: { from: string; to: string }, memo: unknown) => Promise<unknown>;
};

const texts = (memo: unknown): string[] => (Array.isArray(memo) ? memo.filter((one) => typeof one === 'string') : []);

/** Merges of the first days kept only a list of pairs. */
const variants = (memo: unknown): TakenVariants => {
  const { made = memo, decided } = { ...(memo as { made?: unknown; decided?: unknown } | null) };
  return { made: texts(made), decided: texts(decided) };
};

const KEY = Symbol.for('lyceum.questions.merge-moves');
const holder = globalThis as { [KEY]?: Map<string, MergeMove> };

/** Everything that names questions inside this plugin. Other plugins hear `questionMerged`. */
const registered = (): Map<string, MergeMove> => {
  holder[KEY] ??= new Map<string, MergeMove>([
    [
      'variants',
      {
        move: (tx, { from, to, staffId }) => takeOverVariants(tx, from, to, staffId),
        undo: (tx, { to }, memo) => returnVariants(tx, to, variants(memo)),
      },
    ],
    [
      'translations',
      {
        move: (tx, { from, to }) => moveTranslations(tx, from, to),
        undo: (tx, { from }, memo) => returnTranslations(tx, texts(memo), from),
      },
    ],
  ]);
  return holder[KEY];
};

/** Lets a part of the plugin follow a merge: sets with fixed members, for example. The name is unique. */
export const registerMergeMove = (name: string, move: MergeMove): void => {
  registered().set(name, move);
};

export async function moveAll(tx: Tx, change: { from: string; to: string; staffId: number }): Promise<Record<string, unknown>> {
  const memos: Record<string, unknown> = {};
  for (const [name, { move }] of registered()) memos[name] = await move(tx, change);
  return memos;
}

export async function undoMoves(
  tx: Tx,
  change: { from: string; to: string },
  memos: Readonly<Record<string, unknown>>,
): Promise<void> {
  for (const [name, { undo }] of registered()) if (name in memos) await undo(tx, change, memos[name]);
}
