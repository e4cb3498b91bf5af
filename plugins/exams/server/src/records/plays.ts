import { fastDb, sql } from '@lyceum/core/server';

/** How often sounds of an attempt were played, by item. */
export const playsOf = (attemptId: string): Promise<{ item: number; media: string; plays: number }[]> =>
  fastDb().many(
    sql.named(
      'exams.plays',
      sql`SELECT item, media, plays FROM activity.exams_plays WHERE attempt_id = ${attemptId} ORDER BY item, media`,
    ),
  );

/**
 * Counts one play in one conditional statement, so that fifty presses at once never exceed the limit. Null: no play is left.
 * @param limit plays in all; null for as many as one likes
 */
export async function countPlay(attemptId: string, item: number, media: string, limit: number | null): Promise<number | null> {
  const row = await fastDb().maybeOne<{ plays: number }>(
    sql.named(
      'exams.play',
      sql`
INSERT INTO activity.exams_plays AS p (attempt_id, item, media, plays)
SELECT a.id, ${item}::int, ${media}::uuid, 1 FROM activity.exams_attempts a WHERE a.id = ${attemptId} AND a.state = 'running'
ON CONFLICT (attempt_id, item, media) DO UPDATE SET plays = p.plays + 1 WHERE ${limit}::int IS NULL OR p.plays < ${limit}::int
RETURNING p.plays`,
    ),
  );
  return row?.plays ?? null;
}
