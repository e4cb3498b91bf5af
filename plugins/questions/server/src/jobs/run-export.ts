import { db, type JobContext } from '@lyceum/core/server';
import { runExport as job, questionsProblems } from '../../../contract/index.ts';
import { endExport } from '../records/export.ts';
import { carryOutExport } from '../services/export.ts';
import { ExportEnded } from '../services/export-run.ts';

/** Writes the file of a large export; a broken run begins anew, a cancelled one ends at the next page. */
export async function runExport({ exportId }: { exportId: string }, { signal, attempt, progress }: JobContext): Promise<void> {
  try {
    await carryOutExport(exportId, async (done, total) => {
      signal.throwIfAborted();
      await progress(Math.min(0.99, done / Math.max(1, total)), { done });
    });
  } catch (error) {
    if (error instanceof ExportEnded) return;
    if (attempt >= (job.attempts ?? 5) && !signal.aborted)
      await endExport(db(), exportId, 'failed', questionsProblems.importBroken.code);
    throw error;
  }
}
