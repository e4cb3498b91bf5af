import { type Actor, db, inTransaction, type JobContext } from '@lyceum/core/server';
import { endRun, readRun } from '../records/bulk.ts';
import { requireRight } from '../services/bulk-facts.ts';
import { doNext } from '../services/bulk-jobs.ts';

/**
 * Carries a bulk action out, a few hundred questions a transaction. Rights are asked again before each: they may be gone by now.
 * Taken up again, it goes on behind the last rows that are done.
 */
export async function runBulk({ runId }: { runId: string }, { signal, progress }: JobContext): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    const run = await readRun(db(), runId);
    if (!run || run.state === 'finished' || run.state === 'cancelled') return;
    const actor: Actor = { kind: 'staff', id: run.staff_id, email: '' };
    await requireRight(run.action, run.staff_id);
    if (!(await inTransaction((tx) => doNext(tx, run, actor)))) break;
    const { done, unchanged, failed, total } = (await readRun(db(), runId)) ?? run;
    await progress((done + unchanged + failed) / Math.max(1, total), { done, unchanged, failed });
  }
  await endRun(db(), runId, 'finished');
}
