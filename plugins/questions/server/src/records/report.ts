import type { DocumentId } from '@lyceum/core/contract';
import { type Db, newId, sql } from '@lyceum/core/server';
import type { NewReport, ReportOutcome, ReportReason, ReportState } from '../../../contract/index.ts';

export type ReportRecord = {
  documentId: DocumentId;
  reason: ReportReason;
  text: string;
  state: ReportState;
  outcome: ReportOutcome | null;
  answer: string | null;
  createdAt: Date;
  closedAt: Date | null;
};

const COLUMNS = sql.raw(
  'document_id AS "documentId", reason, text, state, outcome, answer, created_at AS "createdAt", closed_at AS "closedAt"',
);

/** Null when this learner has reported the question before: the unique key decides, whoever presses twice. */
export const insertReport = (db: Db, report: NewReport): Promise<ReportRecord | null> =>
  db.maybeOne(sql`
    INSERT INTO activity.questions_reports (id, document_id, revision_id, user_id, reason, text, seen_in)
    VALUES (${newId()}, ${report.documentId}, ${report.revisionId}, ${report.learnerId}, ${report.reason}, ${report.text}, ${report.seenIn})
    ON CONFLICT (document_id, user_id) DO NOTHING RETURNING ${COLUMNS}`);

export const reportsOf = (db: Db, learnerId: number, documentIds: readonly string[]): Promise<ReportRecord[]> =>
  db.many(sql`
    SELECT ${COLUMNS} FROM activity.questions_reports WHERE user_id = ${learnerId} AND document_id = ANY (${[...documentIds]})
    ORDER BY created_at, id`);
