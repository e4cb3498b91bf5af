import type { DocumentId } from '@lyceum/core/contract';
import { type Db, type Sql, sql } from '@lyceum/core/server';
import type { ReportOutcome, ReportReason, ReportState } from '../../../contract/index.ts';

export type StaffReportRecord = {
  id: string;
  documentId: DocumentId;
  code: string;
  stemStart: string;
  reason: ReportReason;
  text: string;
  state: ReportState;
  outcome: ReportOutcome | null;
  answer: string | null;
  number: number;
  openOfQuestion: number;
  createdAt: Date;
  closedAt: Date | null;
};

export type ReportFilter = { state: ReportState; reason?: ReportReason | undefined; documentId?: string | undefined };

const conditions = ({ state, reason, documentId }: ReportFilter, scope: Sql): Sql =>
  sql.join(
    [
      sql`r.state = ${state}`,
      scope,
      ...(reason ? [sql`r.reason = ${reason}`] : []),
      ...(documentId ? [sql`r.document_id = ${documentId}`] : []),
    ],
    sql` AND `,
  );

const SELECT = sql.raw(`
    SELECT r.id, r.document_id AS "documentId", d.code, left(d.stem, 400) AS "stemStart", r.reason, r.text, r.state, r.outcome, r.answer,
      v.number, r.created_at AS "createdAt", r.closed_at AS "closedAt",
      (SELECT count(*) FROM activity.questions_reports o WHERE o.document_id = r.document_id AND o.state = 'open') AS "openOfQuestion"
    FROM activity.questions_reports r
    JOIN questions_questions d ON d.document_id = r.document_id AND d.published_at IS NULL
    JOIN activity.questions_revisions v ON v.id = r.revision_id`);

/** Reports of questions in a scope (over drafts `d`), a page. */
export const staffReports = (
  db: Db,
  filter: ReportFilter,
  scope: Sql,
  page: { after: Sql; order: Sql; limit: number },
): Promise<StaffReportRecord[]> =>
  db.many<StaffReportRecord>(sql`
    ${SELECT}
    WHERE ${conditions(filter, scope)} AND ${page.after} ${page.order} LIMIT ${page.limit}`);

/** One report of a question in a scope. */
export const staffReport = (db: Db, id: string, scope: Sql): Promise<StaffReportRecord | null> =>
  db.maybeOne<StaffReportRecord>(sql`${SELECT} WHERE r.id = ${id} AND ${scope}`);

export type ClosedReport = {
  id: string;
  documentId: string;
  userId: number | null;
  email: string | null;
  language: string | null;
  title: string;
};

/** Closes those that are open and in the scope; each once, whoever presses at the same time. */
export const closeOpen = (
  db: Db,
  ids: readonly string[],
  { outcome, answer, staffId }: { outcome: ReportOutcome; answer: string | null; staffId: number },
  scope: Sql,
): Promise<ClosedReport[]> =>
  db.many<ClosedReport>(sql`
    WITH closed AS (
      UPDATE activity.questions_reports r SET state = 'closed', outcome = ${outcome}, answer = ${answer}, closed_by = ${staffId}, closed_at = now()
      FROM questions_questions d
      WHERE r.id = ANY (${ids}::uuid[]) AND r.state = 'open' AND d.document_id = r.document_id AND d.published_at IS NULL AND ${scope}
      RETURNING r.id, r.document_id, r.user_id, d.stem)
    SELECT c.id, c.document_id AS "documentId", c.user_id AS "userId", u.email, u.language, left(c.stem, 200) AS title
    FROM closed c LEFT JOIN up_users u ON u.id = c.user_id`);
