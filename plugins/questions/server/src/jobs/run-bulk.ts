import { isRefusal } from '@lyceum/core/contract';
import { type Actor, db, inTransaction, type JobContext, log } from '@lyceum/core/server';
import { endRun, type RunRecord, readRun } from '../records/bulk.ts';
import { requireRight } from '../services/bulk-facts.ts';
import { doNext } from '../services/bulk-jobs.ts';

/** The next rows. False when there are none, or when whoever started it may not do it any more: what is done stays. */
async function goOn(run: RunRecord): Promise<boolean> {
  const actor: Actor = { kind: 'staff', id: run.staff_id, email: '' };
  try {
    await requireRight(run.action, run.staff_id);
    return await inTransaction((tx) => doNext(tx, run, actor));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    log().warn({ run: run.id, problem: error.problem.code }, 'a bulk action was stopped');
    await endRun(db(), run.id, 'cancelled');
    return false;
  }
}

/**
 * Carries a bulk action out, a few hundred questions a transaction. Rights are asked again before each: they may be gone by now.
 * Taken up again, it goes on behind the last rows that are done.
 */
export async function runBulk({ runId }: { runId: string }, { signal, progress }: JobContext): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    const run = await readRun(db(), runId);
    if (!run || run.state === 'finished' || run.state === 'cancelled') return;
    if (!(await goOn(run))) break;
    const { done, unchanged, failed, total } = (await readRun(db(), runId)) ?? run;
    await progress((done + unchanged + failed) / Math.max(1, total), { done, unchanged, failed });
  }
  await endRun(db(), runId, 'finished');
}
