import { useCall, useProblemText, useText } from '@lyceum/core/admin';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { type DuplicatePair, decideDuplicate, mergeDuplicate, undoDecision, undoMerge } from '../../../../contract/index.ts';
import type { Queue } from './use-queue.ts';

/** Decides about pairs, goes on to the next one, and takes the last decision back. */
export function useDecisions(queue: Queue) {
  const t = useText('questions');
  const call = useCall();
  const problemText = useProblemText();
  const { toggleNotification } = useNotification();
  const [done, setDone] = useState<readonly DuplicatePair[]>([]);
  const [isWorking, setWorking] = useState(false);

  const work = async (act: () => Promise<void>) => {
    if (isWorking) return;
    setWorking(true);
    try {
      await act();
    } catch (refused) {
      toggleNotification({ type: 'danger', message: problemText(refused) });
      queue.reload();
    } finally {
      setWorking(false);
    }
  };
  /** The pair behind this one takes its place on screen, so that one can go on deciding. */
  const decided = (pair: DuplicatePair, message: string) => {
    setDone((old) => [...old, pair]);
    queue.choose(queue.rows[queue.at + 1] ?? queue.rows[queue.at - 1]);
    queue.reload();
    toggleNotification({ type: 'success', message });
  };
  const names = ({ a, b }: DuplicatePair) => ({ a: a.code, b: b.code });

  return {
    isWorking,
    canUndo: done.length > 0,
    decide: (pair: DuplicatePair, decision: 'keep' | 'variants') =>
      work(async () => {
        const now = await call(decideDuplicate, { params: { id: pair.id }, body: { decision } });
        decided(now, t(`duplicates.done-${decision}`, names(pair)));
      }),
    merge: (pair: DuplicatePair, keep: DuplicatePair['a']) =>
      work(async () => {
        const now = await call(mergeDuplicate, { params: { id: pair.id }, body: { keep: keep.documentId } });
        decided(now, t('duplicates.done-merged', { kept: keep.code }));
      }),
    /** Of the given pair, or the last decision made here. */
    undo: (pair: DuplicatePair | undefined = done.at(-1)) =>
      work(async () => {
        if (!pair) return;
        const now = await call(pair.decision === 'merged' ? undoMerge : undoDecision, { params: { id: pair.id } });
        setDone((old) => old.filter(({ id }) => id !== pair.id));
        queue.reload();
        queue.choose(now);
        toggleNotification({ type: 'success', message: t('duplicates.undone', names(pair)) });
      }),
  };
}
