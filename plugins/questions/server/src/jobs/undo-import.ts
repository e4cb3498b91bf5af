import { db, faultPoint, type JobContext } from '@lyceum/core/server';
import { undoBatch as job } from '../../../contract/index.ts';
import { findBatch } from '../records/import-batch.ts';
import { endUndo, takeUndo } from '../records/import-undo.ts';
import { answeredSince, finishUndo, undoChunk } from '../services/import-undo.ts';

/** Takes a batch back, part by part; a broken run goes on with what is left. */
export async function undoBatch({ batchId }: { batchId: string }, { signal, attempt, progress }: JobContext): Promise<void> {
  if (!(await takeUndo(db(), batchId))) return;
  const batch = await findBatch(db(), batchId);
  if (!batch) return;
  try {
    const answered = await answeredSince(batch);
    for (let isMore = true; isMore; ) {
      signal.throwIfAborted();
      isMore = await undoChunk(batch, answered);
      faultPoint('undo-after-chunk');
      const now = await findBatch(db(), batchId);
      const done = (now?.undo_removed ?? 0) + (now?.undo_restored ?? 0) + (now?.undo_kept ?? 0);
      await progress(Math.min(0.99, done / Math.max(1, batch.undo_total)), { done });
    }
    await finishUndo(batchId);
  } catch (error) {
    if (attempt >= (job.attempts ?? 5) && !signal.aborted) await endUndo(db(), batchId, 'failed');
    throw error;
  }
}
