import { type Db, sql } from '@lyceum/core/server';
import type { UsageCount } from '../../../contract/index.ts';

/** Where counts of one night are gathered before they replace the old ones. */
export const beginUsage = (db: Db): Promise<number> =>
  db.run(
    sql`CREATE TEMP TABLE questions_usage_new (document_id text PRIMARY KEY, times_used integer, last_used_at timestamptz) ON COMMIT DROP`,
  );

/** Adds what one source counted. */
export const addUsage = (db: Db, counts: readonly UsageCount[]): Promise<number> =>
  db.run(sql`
    INSERT INTO questions_usage_new AS n (document_id, times_used, last_used_at)
    SELECT r."documentId", sum(r."timesUsed"), max(r."lastUsedAt")
    FROM jsonb_to_recordset(${sql.json(counts)}) AS r ("documentId" text, "timesUsed" integer, "lastUsedAt" timestamptz)
    GROUP BY 1
    ON CONFLICT (document_id) DO UPDATE SET times_used = n.times_used + excluded.times_used,
      last_used_at = greatest(n.last_used_at, excluded.last_used_at)`);

/** Puts the new counts in the place of the old ones; rows that did not change are not written. */
export async function endUsage(db: Db): Promise<void> {
  await db.run(sql`
    UPDATE activity.questions_usage u SET times_used = 0, last_used_at = NULL
    WHERE u.times_used > 0 AND NOT EXISTS (SELECT 1 FROM questions_usage_new n WHERE n.document_id = u.document_id)`);
  await db.run(sql`
    INSERT INTO activity.questions_usage AS u (document_id, times_used, last_used_at)
    SELECT document_id, times_used, last_used_at FROM questions_usage_new
    ON CONFLICT (document_id) DO UPDATE SET times_used = excluded.times_used, last_used_at = excluded.last_used_at
    WHERE (u.times_used, u.last_used_at) IS DISTINCT FROM (excluded.times_used, excluded.last_used_at)`);
}

/** Notes which share of the points learners earned, 0–1, or null where it is not known (any more). */
export const putShareCorrect = (
  db: Db,
  shares: readonly { documentId: string; shareCorrect: number | null }[],
): Promise<number> =>
  db.run(sql`
    INSERT INTO activity.questions_usage AS u (document_id, share_correct)
    SELECT r."documentId", r."shareCorrect" FROM jsonb_to_recordset(${sql.json(shares)}) AS r ("documentId" text, "shareCorrect" real)
    ON CONFLICT (document_id) DO UPDATE SET share_correct = excluded.share_correct
    WHERE u.share_correct IS DISTINCT FROM excluded.share_correct`);
