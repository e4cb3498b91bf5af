import { type Db, sql } from '@lyceum/core/server';
import { staffName } from './review.ts';

/** The batch of an entry that says one was taken back. */
const UNDONE = sql.raw(`CASE WHEN l.action = 'questions.undoImport' THEN (l.after->>'batch')::uuid END`);

export type HistoryRecord = {
  id: number;
  at: Date;
  actor: string;
  by: string | null;
  action: string;
  before: unknown;
  after: unknown;
  /** The import that was taken back. */
  batchId: string | null;
  fileName: string | null;
};

/** Audit entries of a question, newest first. */
export const historyRows = (db: Db, documentId: string, before: number | null, limit: number): Promise<HistoryRecord[]> =>
  db.many<HistoryRecord>(sql`
    SELECT l.id, l.at, l.actor, l.action, l.before, l.after,
      CASE WHEN l.actor = 'system' THEN 'system' ELSE ${staffName('a')} END AS by, b.id AS "batchId", b.file_name AS "fileName"
    FROM activity.core_audit_log l
    LEFT JOIN admin_users a ON l.actor = 'staff:' || a.id
    LEFT JOIN activity.questions_import_batches b ON b.id = ${UNDONE}
    WHERE l.object = ${`question:${documentId}`} ${before === null ? sql`` : sql`AND l.id < ${before}`}
    ORDER BY l.id DESC LIMIT ${limit}`);

/** When an entry of a question was written, or the one before it; null where there is none. */
export const timeOf = async (db: Db, documentId: string, entry: number): Promise<Date | null> =>
  (
    await db.maybeOne<{ at: Date | null }>(
      sql`SELECT max(at) AS at FROM activity.core_audit_log WHERE object = ${`question:${documentId}`} AND id <= ${entry}`,
    )
  )?.at ?? null;

export type ImportRecord = { batchId: string; fileName: string; at: Date; by: string | null };

/** Imports that made or changed a question, those that were taken back included. */
export const importsOf = (db: Db, documentId: string): Promise<ImportRecord[]> =>
  db.many<ImportRecord>(sql`
    SELECT b.id AS "batchId", b.file_name AS "fileName", coalesce(b.finished_at, b.created_at) AS at,
      coalesce(${staffName('a')}, b.partner_name) AS by
    FROM (
      SELECT d.source_batch::uuid AS batch_id FROM questions_questions d
      WHERE d.document_id = ${documentId} AND d.published_at IS NULL AND d.source_batch IS NOT NULL
      UNION SELECT i.batch_id FROM activity.questions_import_before i WHERE i.document_id = ${documentId}
      UNION SELECT ${UNDONE} FROM activity.core_audit_log l
      WHERE l.object = ${`question:${documentId}`} AND l.action = 'questions.undoImport') x
    JOIN activity.questions_import_batches b ON b.id = x.batch_id
    LEFT JOIN admin_users a ON a.id = b.started_by
    ORDER BY 3 DESC`);
