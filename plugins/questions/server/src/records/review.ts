import { type Db, type Sql, sql } from '@lyceum/core/server';
import type { ReviewEntry, ReviewStep } from '../../../contract/index.ts';

/** Name of a member of staff, or the address where none was given. */
export const staffName = (alias: string): Sql =>
  sql.raw(`coalesce(nullif(trim(concat_ws(' ', ${alias}.firstname, ${alias}.lastname)), ''), ${alias}.email)`);

type Step = { step: ReviewStep; note: string | null; staffId: number };

/** The same step of one question or many. */
export const noteSteps = (db: Db, documentIds: readonly string[], { step, note, staffId }: Step): Promise<number> =>
  db.run(sql`
    INSERT INTO activity.questions_reviews (document_id, step, note, staff_id)
    SELECT id, ${step}, ${note}, ${staffId} FROM unnest(${[...documentIds]}::text[]) AS id`);

export const reviewSteps = (db: Db, documentId: string): Promise<(Omit<ReviewEntry, 'at'> & { at: Date })[]> =>
  db.many(sql`
    SELECT r.step, r.at, r.note, ${staffName('a')} AS by FROM activity.questions_reviews r LEFT JOIN admin_users a ON a.id = r.staff_id
    WHERE r.document_id = ${documentId} ORDER BY r.id DESC LIMIT 200`);

/** Who sent a question to review last, with address and language: the person a returned question goes to. */
export const senderOf = (db: Db, documentId: string): Promise<{ email: string; language: string | null } | null> =>
  db.maybeOne(sql`
    SELECT a.email, a.prefered_language AS language FROM activity.questions_reviews r JOIN admin_users a ON a.id = r.staff_id
    WHERE r.document_id = ${documentId} AND r.step = 'send' ORDER BY r.id DESC LIMIT 1`);
