import { type Db, sql } from '@lyceum/core/server';
import { staffName } from './review.ts';

export type HistoryRecord = {
  id: number;
  at: Date;
  actor: string;
  by: string | null;
  action: string;
  before: unknown;
  after: unknown;
};

/** Audit entries of a question, newest first; those of many questions at once name it in their list. */
export const historyRows = (db: Db, documentId: string, before: number | null, limit: number): Promise<HistoryRecord[]> =>
  db.many<HistoryRecord>(sql`
    SELECT l.id, l.at, l.actor, l.action, l.before, l.after,
      CASE WHEN l.actor = 'system' THEN 'system' ELSE ${staffName('a')} END AS by
    FROM activity.core_audit_log l
    LEFT JOIN admin_users a ON l.actor = 'staff:' || a.id
    WHERE l.object = ${`question:${documentId}`} ${before === null ? sql`` : sql`AND l.id < ${before}`}
    ORDER BY l.id DESC LIMIT ${limit}`);

export type ImportRecord = { batchId: string; fileName: string; at: Date; by: string | null; isUpdate: boolean };

/** Imports that made or changed a question. */
export const importsOf = (db: Db, documentId: string): Promise<ImportRecord[]> =>
  db.many<ImportRecord>(sql`
    SELECT b.id AS "batchId", b.file_name AS "fileName", coalesce(b.finished_at, b.created_at) AS at, x.is_update AS "isUpdate",
      coalesce(${staffName('a')}, b.partner_name) AS by
    FROM (
      SELECT d.source_batch::uuid AS batch_id, false AS is_update FROM questions_questions d
      WHERE d.document_id = ${documentId} AND d.published_at IS NULL AND d.source_batch IS NOT NULL
      UNION ALL SELECT i.batch_id, true FROM activity.questions_import_before i WHERE i.document_id = ${documentId}) x
    JOIN activity.questions_import_batches b ON b.id = x.batch_id
    LEFT JOIN admin_users a ON a.id = b.started_by
    ORDER BY 3 DESC`);
