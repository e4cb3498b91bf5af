import { isRefusal } from '../../../contract/index.ts';
import { db } from '../data/db.ts';
import { sql } from '../data/sql.ts';
import { log, withLogContext } from '../ports/log.ts';
import { jobHandler } from './handlers.ts';

type JobRow = { id: string; name: string; payload: unknown; attempts: number; max_attempts: number };

const DEFAULT_TIMEOUT_MS = 60_000;
const DEFAULT_BACKOFF_MS = 2_000;

/** Milliseconds before try number `attempts + 1`: doubles each time, at most ten minutes. */
export const backoffMs = (firstMs: number, attempts: number): number =>
  Math.min(600_000, firstMs * 2 ** Math.max(0, attempts - 1));

/** Takes the job for this worker; null when it is done, gone or not yet due. */
const claim = (id: string) =>
  db().maybeOne<JobRow>(sql`
    UPDATE activity.core_jobs SET state = 'running', attempts = attempts + 1, started_at = now(), alive_at = now()
    WHERE id = ${id} AND (state = 'waiting' OR (state = 'running' AND alive_at < now() - interval '15 seconds')) AND run_after <= now()
    RETURNING id, name, payload, attempts, max_attempts`);

const finish = (id: string) =>
  db().run(sql`UPDATE activity.core_jobs SET state = 'done', finished_at = now(), error = NULL, progress = 1 WHERE id = ${id}`);

/** A refusal says that trying again cannot help; anything else is tried again until the tries are used up. */
async function fail(row: JobRow, error: unknown): Promise<void> {
  const dead = isRefusal(error) || row.attempts >= row.max_attempts;
  const message = (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 2000);
  const delayMs = backoffMs(jobHandler(row.name)?.job.backoffMs ?? DEFAULT_BACKOFF_MS, row.attempts);
  await db().run(sql`
    UPDATE activity.core_jobs SET state = ${dead ? 'dead' : 'waiting'}, error = ${message}, queued_at = NULL,
      finished_at = CASE WHEN ${dead} THEN now() END, run_after = now() + make_interval(secs => ${delayMs / 1000})
    WHERE id = ${row.id}`);
  log()[dead ? 'error' : 'warn'](
    { err: error, job: row.name, attempt: row.attempts },
    dead ? 'job is dead' : 'job failed, will be tried again',
  );
}

async function carryOut(row: JobRow, stop: AbortSignal): Promise<void> {
  const handler = jobHandler(row.name);
  if (!handler) throw new Error(`Nothing here can do ${row.name}`);
  const signal = AbortSignal.any([stop, AbortSignal.timeout(handler.job.timeoutMs ?? DEFAULT_TIMEOUT_MS)]);
  const beat = setInterval(() => {
    db()
      .run(sql`UPDATE activity.core_jobs SET alive_at = now() WHERE id = ${row.id}`)
      .catch(() => undefined);
  }, 4_000);
  const late = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));
  const progress = async (ratio: number, figures: Record<string, number | string> = {}) => {
    await db().run(
      sql`UPDATE activity.core_jobs SET progress = ${ratio}, figures = ${sql.json(figures)}, alive_at = now() WHERE id = ${row.id}`,
    );
  };
  try {
    await Promise.race([handler.run(row.payload, { signal, attempt: row.attempts, jobId: row.id, progress }), late]);
  } finally {
    clearInterval(beat);
  }
}

/** Does one job by its id and records how it ended. A job that was taken by a worker that died is taken over after 15 s [C11]. */
export async function workOn(id: string, stop: AbortSignal): Promise<'done' | 'failed' | 'skipped'> {
  const row = await claim(id);
  if (!row) return 'skipped';
  return withLogContext({ jobId: row.id }, async () => {
    try {
      await carryOut(row, stop);
      await finish(row.id);
      return 'done';
    } catch (error) {
      await fail(row, error);
      return 'failed';
    }
  });
}

/** Does everything that waits, in this process; tests call it instead of waiting for the workers. */
export async function workAll(): Promise<number> {
  let count = 0;
  for (;;) {
    const next = await db().maybeOne<{ id: string }>(sql`
      SELECT id FROM activity.core_jobs WHERE state = 'waiting' AND run_after <= now() ORDER BY made_at LIMIT 1`);
    if (!next) return count;
    if ((await workOn(next.id, new AbortController().signal)) !== 'skipped') count += 1;
  }
}
