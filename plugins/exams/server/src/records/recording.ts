import { db, fastDb, sql, type Tx } from '@lyceum/core/server';

/** Items of an attempt that hold these recordings; one of another attempt is missing. */
export async function itemsOfRecordings(attemptId: string, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await fastDb().many<{ id: string; item: number }>(sql`
    SELECT id, item FROM activity.exams_recordings WHERE attempt_id = ${attemptId} AND id = ANY (${[...ids]}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row.item]));
}

/** How many recordings an item has. */
export async function countRecordings(attemptId: string, item: number): Promise<number> {
  const { count } = await db().one<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM activity.exams_recordings WHERE attempt_id = ${attemptId} AND item = ${item}`);
  return count;
}

export type NewRecording = { id: string; attemptId: string; item: number; learnerId: number; sizeBytes: number };

/**
 * Takes the next number of an item's recordings. Its uniqueness keeps the limit when uploads race: false means that the
 * limit is reached or that another upload took the number, and asking again tells which.
 */
export async function insertRecording(tx: Tx, recording: NewRecording, limit: number): Promise<boolean> {
  const { id, attemptId, item, learnerId, sizeBytes } = recording;
  const count = await tx.run(sql`
    INSERT INTO activity.exams_recordings (id, attempt_id, item, number, user_id, size_bytes)
    SELECT ${id}, ${attemptId}, ${item}, n.next, ${learnerId}, ${sizeBytes}
    FROM (SELECT coalesce(max(number), 0) + 1 AS next FROM activity.exams_recordings WHERE attempt_id = ${attemptId} AND item = ${item}) n
    WHERE n.next <= ${limit} ON CONFLICT DO NOTHING`);
  return count > 0;
}

/** Whether a recording belongs to an attempt, and to this learner when one is named. */
export async function holdsRecording(attemptId: string, id: string, learnerId: number | null): Promise<boolean> {
  const row = await db().maybeOne(sql`
    SELECT 1 FROM activity.exams_recordings r JOIN activity.exams_attempts a ON a.id = r.attempt_id
    WHERE r.attempt_id = ${attemptId} AND r.id = ${id} AND (${learnerId}::int IS NULL OR a.user_id = ${learnerId}::int)`);
  return row !== null;
}

/** Files kept as recordings that no attempt holds; fresh ones may still be on their way into the table. */
export async function strayFiles(purpose: string, limit: number): Promise<string[]> {
  const rows = await db().many<{ id: string }>(sql`
    SELECT f.id FROM activity.core_files f
    WHERE f.purpose = ${purpose} AND f.made_at < now() - interval '1 hour'
      AND NOT EXISTS (SELECT 1 FROM activity.exams_recordings r WHERE r.id = f.id)
    ORDER BY f.made_at LIMIT ${limit}`);
  return rows.map((row) => row.id);
}
