import { isRefusal } from '@lyceum/core/contract';
import { db, files, inTransaction, type JobContext, log, settings } from '@lyceum/core/server';
import { type ImportBatch, runImport as job, questionSettings, questionsProblems } from '../../../contract/index.ts';
import { databaseConfig } from '../database-config.ts';
import { inChild } from '../import/in-child.ts';
import type { RunTask } from '../import/tasks.ts';
import { type BatchRecord, endRun, findBatch, isCancelled, showRead, takeRun } from '../records/import-batch.ts';
import { readLimits } from '../services/import-batch.ts';
import { finishRun } from '../services/import-finish.ts';
import { mediaOf } from '../services/import-media.ts';
import { institutes, scopeOfStaff } from '../services/scope.ts';

const RUN_MS = 110 * 60_000;
const CANCEL_CHECK_MS = 700;
const SHOW_MS = 1_000;

/** Thrown into the child's signal when somebody pressed cancel. */
class Cancelled extends Error {}

/** Calls with the newest figure, at most once a second. */
function throttled(work: (read: number) => Promise<unknown>): (read: number) => void {
  let lastAt = 0;
  return (read) => {
    if (Date.now() - lastAt < SHOW_MS) return;
    lastAt = Date.now();
    work(read).catch((error: unknown) => log().warn({ err: error }, 'progress was not shown'));
  };
}

function contentOf({ mapping, defaults }: BatchRecord): RunTask['content'] {
  if (mapping) return { kind: 'rows', mapping };
  if (defaults) return { kind: 'items', defaults };
  throw new Error('The import was queued without a mapping');
}

/** Who stands in the history of what is published. */
const authorOf = ({ started_by: staff, partner_id: partner }: BatchRecord): string | null =>
  staff !== null ? `staff:${staff}` : partner !== null ? `partner:${partner}` : null;

async function carryOut(batch: BatchRecord, signal: AbortSignal, progress: JobContext['progress']): Promise<void> {
  const { description, options } = batch;
  if (!description || !options) throw new Error('The import was queued without being described');
  const path = await files.path(batch.file_id);
  const { importChunkRows, importRetries, similarShownFrom } = await settings(questionSettings).get();
  await inChild(
    {
      task: 'run',
      batchId: batch.id,
      run: batch.run,
      dryRun: batch.dry_run === true,
      path,
      format: batch.format,
      source: description.source,
      content: contentOf(batch),
      options,
      limits: await readLimits(),
      chunkRows: importChunkRows,
      retries: importRetries,
      media: await mediaOf(batch, path, signal),
      author: authorOf(batch),
      ...(await powers(batch)),
      similarFrom: similarShownFrom / 100,
      database: databaseConfig(),
    },
    {
      timeoutMs: RUN_MS,
      signal,
      onProgress: throttled(async (read) => {
        await progress(Math.min(0.99, read / Math.max(1, description.rowCount)), { read });
        if (options.onError === 'stop') await showRead(db(), batch.id, batch.run, read);
      }),
    },
  );
}

async function end(
  batch: BatchRecord,
  state: 'finished' | 'failed' | 'cancelled',
  error: ImportBatch['error'] = null,
): Promise<void> {
  await inTransaction(async (tx) => {
    if (await endRun(tx, batch.id, batch.run, state, error)) await finishRun(tx, batch.id);
  });
}

/** What the run may change, and whose its new questions are. */
async function powers({ started_by: staff, partner_id: partner }: BatchRecord): Promise<Pick<RunTask, 'reach' | 'owner'>> {
  if (staff !== null) {
    const institute = await institutes().instituteOf(staff);
    return { reach: await scopeOfStaff(staff), owner: { ownerId: staff, institute } };
  }
  if (partner === null) throw new Error('The import belongs to nobody');
  return { reach: { kind: 'partner', partnerId: partner }, owner: { ownerId: null, institute: null } };
}

const wordsAndNumbers = (params: Record<string, unknown>): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(params).flatMap(([key, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[key, value]] : [],
    ),
  );

/** Runs an import to its end. A refusal or a cancel ends it; a broken child leaves it to the next try, which goes on where it was. */
export async function runImport(
  { batchId, run }: { batchId: string; run: number },
  { signal, attempt, progress }: JobContext,
): Promise<void> {
  if (!(await takeRun(db(), batchId, run))) return;
  const batch = await findBatch(db(), batchId);
  if (!batch) return;
  const cancelled = new AbortController();
  const watch = setInterval(() => {
    isCancelled(db(), batchId).then(
      (yes) => yes && cancelled.abort(new Cancelled()),
      () => undefined,
    );
  }, CANCEL_CHECK_MS);
  try {
    await carryOut(batch, AbortSignal.any([signal, cancelled.signal]), progress);
    await end(batch, 'finished');
  } catch (error) {
    if (error instanceof Cancelled) return await end(batch, 'cancelled');
    if (isRefusal(error)) return await end(batch, 'failed', { code: error.problem.code, params: wordsAndNumbers(error.params) });
    if (attempt >= (job.attempts ?? 5) && !signal.aborted)
      await end(batch, 'failed', { code: questionsProblems.importBroken.code, params: {} });
    throw error;
  } finally {
    clearInterval(watch);
  }
}
