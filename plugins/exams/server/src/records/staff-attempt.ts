import { containing, db, encodeCursor, keyset, sql, type Tx } from '@lyceum/core/server';
import type { AttemptState, ClosedBy } from '../../../contract/values.ts';
import { type Attempt, attemptColumns } from './attempt.ts';

export type StaffRow = {
  readonly id: string;
  readonly examId: string;
  readonly examTitle: string;
  readonly learnerId: number | null;
  readonly learnerName: string | null;
  readonly learnerEmail: string | null;
  readonly number: number;
  readonly state: AttemptState;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly deadlineAt: Date | null;
  readonly percent: number | null;
  readonly passed: boolean | null;
  readonly closedBy: ClosedBy | null;
  readonly pendingMarks: number;
  readonly sortValue: string;
  readonly now: Date;
};

export type StaffQuery = {
  sort: string;
  cursor?: string | undefined;
  pageSize: number;
  search?: string | undefined;
  state?: AttemptState | undefined;
  waiting?: 'true' | 'false' | undefined;
  exam?: string | undefined;
  learner?: number | undefined;
  passed?: 'true' | 'false' | undefined;
  startedFrom?: string | undefined;
  startedTo?: string | undefined;
};

const SORTS = {
  startedAt: { column: 'a.started_at', cast: 'timestamptz' },
  percent: { column: 'coalesce(a.percent, -1)', cast: 'float8' },
} as const;

const FROM = sql.raw(
  `FROM activity.exams_attempts a JOIN activity.exams_forms f ON f.id = a.form_id LEFT JOIN up_users u ON u.id = a.user_id`,
);

const ROW = sql.raw(`a.id, a.exam_id AS "examId", f.definition ->> 'title' AS "examTitle", a.user_id AS "learnerId",
  coalesce(u.display_name, u.username) AS "learnerName", u.email AS "learnerEmail", a.number, a.state, a.started_at AS "startedAt",
  a.ended_at AS "endedAt", a.deadline_at AS "deadlineAt", a.percent, a.passed, a.closed_by AS "closedBy", a.pending_marks AS "pendingMarks", now() AS now`);

/** One page of attempts of all learners. */
export async function listAttempts(query: StaffQuery): Promise<{ rows: StaffRow[]; next: string | null; total: number }> {
  const page = keyset(query, SORTS, 'a.id');
  const conditions = [
    ...(query.state ? [sql`a.state = ${query.state}`] : []),
    ...(query.waiting === 'true' ? [sql`a.state = 'scored' AND a.pending_marks > 0`] : []),
    ...(query.waiting === 'false' ? [sql`NOT (a.state = 'scored' AND a.pending_marks > 0)`] : []),
    ...(query.exam ? [sql`a.exam_id = ${query.exam}`] : []),
    ...(query.learner ? [sql`a.user_id = ${query.learner}`] : []),
    ...(query.passed ? [sql`a.passed = ${query.passed === 'true'}`] : []),
    ...(query.startedFrom ? [sql`a.started_at >= ${query.startedFrom}::timestamptz`] : []),
    ...(query.startedTo ? [sql`a.started_at < ${query.startedTo}::timestamptz`] : []),
  ];
  if (query.search) {
    const like = containing(query.search);
    conditions.push(sql`(u.email ILIKE ${like} OR u.display_name ILIKE ${like} OR u.username ILIKE ${like})`);
  }
  const where = sql`WHERE ${sql.join([sql`TRUE`, ...conditions], sql` AND `)}`;
  const { total } = await db().one<{ total: number }>(sql`SELECT count(*)::int AS total ${FROM} ${where}`);
  const rows = await db().many<StaffRow>(sql`
    SELECT ${ROW}, ${page.sortColumn}::text AS "sortValue" ${FROM} ${where} AND ${page.after} ${page.order} LIMIT ${query.pageSize + 1}`);
  const last = rows[query.pageSize - 1];
  return {
    rows: rows.slice(0, query.pageSize),
    next: rows.length > query.pageSize && last ? encodeCursor([last.sortValue, last.id]) : null,
    total,
  };
}

export type StaffAttempt = Attempt &
  StaffRow & { extraSec: number; takeOvers: number; savedAt: Date | null; voidedAt: Date | null; voidReason: string | null };

/** One attempt with everything staff see. */
export function staffAttempt(id: string): Promise<StaffAttempt | null> {
  return db().maybeOne<StaffAttempt>(sql`
    SELECT ${attemptColumns}, f.definition ->> 'title' AS "examTitle", coalesce(u.display_name, u.username) AS "learnerName", u.email AS "learnerEmail",
      a.extra_sec AS "extraSec", a.take_overs AS "takeOvers", a.saved_at AS "savedAt", a.voided_at AS "voidedAt", a.void_reason AS "voidReason"
    ${FROM} WHERE a.id = ${id}`);
}

/** Answers that came after the end, oldest first. */
export function lateResponses(attemptId: string) {
  return db().many<{ receivedAt: Date; items: string[] }>(sql`
    SELECT received_at AS "receivedAt", (SELECT coalesce(jsonb_agg(key), '[]') FROM jsonb_object_keys(changes) key) AS items
    FROM activity.exams_late_responses WHERE attempt_id = ${attemptId} ORDER BY id`);
}

/** Time given to this attempt and attempts given to its learner for this exam. */
export function grantsOf(attempt: { id: string; examId: string; learnerId: number | null }) {
  return db().many<{ at: Date; kind: 'time' | 'attempts'; amount: number; reason: string }>(sql`
    SELECT granted_at AS at, kind, amount, reason FROM activity.exams_attempt_grants
    WHERE attempt_id = ${attempt.id} OR (kind = 'attempts' AND user_id = ${attempt.learnerId} AND exam_id = ${attempt.examId}) ORDER BY id`);
}

/** Moves the deadline of a running attempt whose time is not over [T6]. Null when there is none with a deadline. */
export function addTime(tx: Tx, id: string, seconds: number) {
  return tx.maybeOne<{ deadlineAt: Date; now: Date; examId: string; learnerId: number }>(sql`
    UPDATE activity.exams_attempts a SET deadline_at = a.deadline_at + ${seconds}::int * interval '1 second', extra_sec = a.extra_sec + ${seconds}::int,
      section_ends_at = a.section_ends_at + ${seconds}::int * interval '1 second', version = a.version + 1
    WHERE a.id = ${id} AND a.state = 'running' AND a.deadline_at IS NOT NULL AND a.user_id IS NOT NULL
      AND now() <= a.deadline_at + a.grace_sec * interval '1 second'
    RETURNING a.deadline_at AS "deadlineAt", now() AS now, a.exam_id AS "examId", a.user_id AS "learnerId"`);
}

export async function insertGrant(
  tx: Tx,
  grant: {
    examId: string;
    learnerId: number;
    attemptId: string | null;
    kind: 'time' | 'attempts';
    amount: number;
    reason: string;
    by: string;
  },
): Promise<void> {
  await tx.run(sql`
    INSERT INTO activity.exams_attempt_grants (exam_id, user_id, attempt_id, kind, amount, reason, granted_by)
    VALUES (${grant.examId}, ${grant.learnerId}, ${grant.attemptId}, ${grant.kind}, ${grant.amount}, ${grant.reason}, ${grant.by})`);
}

/** Takes an attempt out of every result. Its score stays stored. Null when it is voided or missing. */
export function voidAttempt(tx: Tx, id: string, reason: string) {
  return tx.maybeOne<{ examId: string; learnerId: number | null }>(sql`
    UPDATE activity.exams_attempts SET state = 'voided', voided_at = now(), void_reason = ${reason}, ended_at = coalesce(ended_at, now()),
      closed_by = coalesce(closed_by, 'staff'), version = version + 1
    WHERE id = ${id} AND state <> 'voided' RETURNING exam_id AS "examId", user_id AS "learnerId"`);
}

/** A site user by id or e-mail. */
export async function findLearner(learner: { id: number } | { email: string }): Promise<number | null> {
  const where = 'id' in learner ? sql`id = ${learner.id}` : sql`lower(email) = lower(${learner.email})`;
  return (await db().maybeOne<{ id: number }>(sql`SELECT id FROM up_users WHERE ${where}`))?.id ?? null;
}
