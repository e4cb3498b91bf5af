import { db, encodeCursor, keyset, sql } from '@lyceum/core/server';
import type { AttemptState } from '../../../contract/values.ts';

export type HistoryRow = {
  readonly id: string;
  readonly number: number;
  readonly formId: number;
  readonly examId: string;
  readonly state: AttemptState;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly deadlineAt: Date | null;
  readonly percent: number | null;
  readonly passed: boolean | null;
  readonly pendingMarks: number;
  readonly sortValue: string;
  readonly now: Date;
};

export type HistoryQuery = {
  sort: string;
  cursor?: string | undefined;
  pageSize: number;
  examId?: string;
  state?: AttemptState | undefined;
};

const SORTS = { startedAt: { column: 'a.started_at', cast: 'timestamptz' } } as const;

/** Ids of attempts of this learner whose time is over and that nobody has closed yet. */
export async function overdueOf(learnerId: number): Promise<string[]> {
  const rows = await db().many<{ id: string }>(sql`
    SELECT a.id FROM activity.exams_attempts a WHERE a.user_id = ${learnerId} AND a.state = 'running'
      AND a.deadline_at IS NOT NULL AND now() > a.deadline_at + a.grace_sec * interval '1 second'`);
  return rows.map((row) => row.id);
}

/** One page of a learner's attempts. */
export async function history(learnerId: number, query: HistoryQuery): Promise<{ rows: HistoryRow[]; next: string | null }> {
  const page = keyset(query, SORTS, 'a.id');
  const examId = query.examId ?? null;
  const state = query.state ?? null;
  const rows = await db().many<HistoryRow>(sql`
    SELECT a.id, a.number, a.form_id AS "formId", a.exam_id AS "examId", a.state, a.started_at AS "startedAt", a.ended_at AS "endedAt",
      a.deadline_at AS "deadlineAt", a.percent, a.passed, a.pending_marks AS "pendingMarks", ${page.sortColumn}::text AS "sortValue", now() AS now
    FROM activity.exams_attempts a
    WHERE a.user_id = ${learnerId} AND (${examId}::text IS NULL OR a.exam_id = ${examId}) AND (${state}::text IS NULL OR a.state = ${state})
      AND ${page.after}
    ${page.order} LIMIT ${query.pageSize + 1}`);
  const last = rows[query.pageSize - 1];
  return {
    rows: rows.slice(0, query.pageSize),
    next: rows.length > query.pageSize && last ? encodeCursor([last.sortValue, last.id]) : null,
  };
}
