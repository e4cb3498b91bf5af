import { isRefusal } from '@lyceum/core/contract';
import { db, files, inTransaction, type JobContext, log, settings, theStrapi } from '@lyceum/core/server';
import type { ClientConfig } from 'pg';
import { type ImportBatch, runImport as job, questionSettings, questionsProblems } from '../../../contract/index.ts';
import { inChild } from '../import/in-child.ts';
import type { MediaEntry } from '../import/tasks.ts';
import { type BatchRecord, endRun, findBatch, isCancelled, showRead, takeRun } from '../records/import-batch.ts';
import { readLimits } from '../services/import-batch.ts';
import { finishRun } from '../services/import-finish.ts';
import { withMedia } from '../services/import-upload.ts';
import { mediaEntries } from '../services/media-store.ts';

const RUN_MS = 110 * 60_000;
const CANCEL_CHECK_MS = 700;
const SHOW_MS = 1_000;

/** Thrown into the child's signal when somebody pressed cancel. */
class Cancelled extends Error {}

/** How this Strapi reaches its database, for a connection of the child's own. */
function databaseConfig(): ClientConfig {
  const { connectionString, host, port, user, password, database, ssl } = theStrapi().config.get(
    'database.connection.connection',
  ) as ClientConfig;
  return JSON.parse(JSON.stringify({ connectionString, host, port, user, password, database, ssl })) as ClientConfig;
}

async function mediaOf(batch: BatchRecord, signal: AbortSignal): Promise<MediaEntry[]> {
  if (!batch.media_file_id) return [];
  return withMedia(await files.path(batch.media_file_id), signal, (media) => mediaEntries(media, batch.dry_run === true));
}

/** Calls with the newest figure, at most once a second. */
function throttled(work: (read: number) => Promise<unknown>): (read: number) => void {
  let lastAt = 0;
  return (read) => {
    if (Date.now() - lastAt < SHOW_MS) return;
    lastAt = Date.now();
    work(read).catch((error: unknown) => log().warn({ err: error }, 'progress was not shown'));
  };
}

async function carryOut(batch: BatchRecord, signal: AbortSignal, progress: JobContext['progress']): Promise<void> {
  const { description, mapping, options } = batch;
  if (!description || !mapping || !options) throw new Error('The import was queued without a mapping');
  const { importChunkRows, importRetries } = await settings(questionSettings).get();
  await inChild(
    {
      task: 'run',
      batchId: batch.id,
      run: batch.run,
      dryRun: batch.dry_run === true,
      path: await files.path(batch.file_id),
      format: batch.format,
      source: description.source,
      mapping,
      options,
      limits: await readLimits(),
      chunkRows: importChunkRows,
      retries: importRetries,
      media: await mediaOf(batch, signal),
      author: batch.started_by === null ? null : `staff:${batch.started_by}`,
      owner: { ownerId: batch.started_by, institute: null },
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
