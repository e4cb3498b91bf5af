import type { z } from 'zod';
import type { JobDefinition } from '../../../contract/index.ts';
import type { Tx } from '../data/db.ts';
import { sql } from '../data/sql.ts';
import { newId } from '../ports/ids.ts';

/** PostgreSQL tells the jobs process through this channel that a job waits. */
export const JOBS_CHANNEL = 'lyceum_jobs';

export type JobOptions = { readonly runAfter?: Date };

/**
 * Puts work in line in the same transaction as what asks for it. The row is the truth; the queue in Redis only runs it,
 * so an emptied Redis loses nothing. Gives back the job's id: the waiting one's when the same key waits or runs already.
 */
export async function enqueue<S extends z.ZodType>(
  tx: Tx,
  job: JobDefinition<S>,
  payload: z.input<S>,
  options: JobOptions = {},
): Promise<string> {
  const checked = job.payload.parse(payload);
  const key = job.key?.(checked) ?? null;
  const id = newId();
  const row = await tx.one<{ id: string }>(sql`
    INSERT INTO activity.core_jobs (id, name, queue, key, payload, max_attempts, run_after)
    VALUES (${id}, ${job.name}, ${job.queue}, ${key}, ${sql.json(checked)}, ${job.attempts ?? 5}, coalesce(${options.runAfter ?? null}, now()))
    ON CONFLICT (name, key) WHERE key IS NOT NULL AND state IN ('waiting', 'running') DO UPDATE SET key = excluded.key
    RETURNING id`);
  await tx.run(sql`SELECT pg_notify(${JOBS_CHANNEL}, ${job.queue})`);
  return row.id;
}
