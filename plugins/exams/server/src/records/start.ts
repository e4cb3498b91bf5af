import type { DocumentId } from '@lyceum/core/contract';
import { fastDb, outboxRow, type Sql, sql } from '@lyceum/core/server';
import { examEvents } from '../../../contract/events.ts';
import type { AttemptId } from '../../../contract/values.ts';
import type { StoredPaper } from '../../../domain/paper/paper.ts';

/** What is known of a learner and an exam before a start. */
export type StartRow = {
  readonly now: Date;
  readonly attemptsUsed: number;
  readonly lastNumber: number;
  readonly lastEndedAt: Date | null;
  readonly lastQuestionIds: string[] | null;
  readonly attemptsAdded: number;
  readonly lastAddedAt: Date | null;
  /** Language of the learner's account. */
  readonly language: string | null;
  readonly runningId: string | null;
  readonly runningOverdue: boolean | null;
  readonly runningDeadlineAt: Date | null;
};

export const startFacts = (examId: string, learnerId: number): Promise<StartRow> =>
  fastDb().one<StartRow>(startFactsStatement(examId, learnerId));

export function startFactsStatement(examId: string, learnerId: number): Sql {
  return sql.named(
    'exams.start-facts',
    sql`
SELECT now() AS now, coalesce(t.used, 0) AS "attemptsUsed", coalesce(t.last_number, 0) AS "lastNumber", t.last_ended_at AS "lastEndedAt",
  t.question_ids AS "lastQuestionIds", coalesce(g.added, 0) AS "attemptsAdded", g.last_added_at AS "lastAddedAt",
  (SELECT u.language FROM up_users u WHERE u.id = call.user_id) AS language, r.id AS "runningId", r.overdue AS "runningOverdue", r.deadline_at AS "runningDeadlineAt"
FROM (SELECT ${examId}::text AS exam_id, ${learnerId}::int AS user_id) call
LEFT JOIN LATERAL (
  SELECT count(*) OVER ()::int AS used, a.number AS last_number, max(a.ended_at) OVER () AS last_ended_at, a.question_ids
  FROM activity.exams_attempts a WHERE a.user_id = call.user_id AND a.exam_id = call.exam_id ORDER BY a.number DESC LIMIT 1) t ON true
LEFT JOIN LATERAL (
  SELECT sum(x.amount)::int AS added, max(x.granted_at) AS last_added_at FROM activity.exams_attempt_grants x
  WHERE x.user_id = call.user_id AND x.exam_id = call.exam_id AND x.kind = 'attempts') g ON true
LEFT JOIN LATERAL (
  SELECT a.id, a.deadline_at, (a.deadline_at IS NOT NULL AND now() > a.deadline_at + a.grace_sec * interval '1 second') AS overdue
  FROM activity.exams_attempts a WHERE a.user_id = call.user_id AND a.exam_id = call.exam_id AND a.state = 'running') r ON true`,
  );
}

export type NewAttempt = {
  readonly id: AttemptId;
  readonly examId: DocumentId;
  readonly formId: number;
  readonly learnerId: number;
  readonly number: number;
  readonly seed: Buffer;
  readonly paper: StoredPaper;
  readonly questionIds: string[];
  /** Those of which it is not written down yet that this exam has shown them. */
  readonly newUses: readonly string[];
  readonly itemCount: number;
  readonly graceSec: number;
  readonly backNavigation: boolean;
  readonly deviceId: string;
  readonly openLast: number;
  readonly wholeSec: number | null;
  readonly sectionSec: number | null;
  readonly closesAt: string | null;
};

/**
 * One statement: the attempt with its deadline by the database's clock, and the fact for the outbox.
 * Null when another start was faster; unique keys allow one running attempt and each number once [C1, R7].
 */
export const insertAttempt = (attempt: NewAttempt): Promise<{ startedAt: Date; deadlineAt: Date | null } | null> =>
  fastDb().maybeOne(insertStatement(attempt));

export function insertStatement(attempt: NewAttempt): Sql {
  const { id, examId, learnerId, number } = attempt;
  const told = outboxRow(
    examEvents.attemptStarted,
    { attemptId: id, examId, learnerId, number },
    undefined,
    sql`EXISTS (SELECT 1 FROM made)`,
  );
  return sql.named(
    'exams.start',
    sql`
WITH made AS (
  INSERT INTO activity.exams_attempts (id, exam_id, form_id, user_id, number, seed, paper, question_ids, item_count, grace_sec, back_navigation,
    device_id, open_last, deadline_at, section_ends_at)
  VALUES (${id}, ${examId}, ${attempt.formId}, ${learnerId}, ${number}, ${attempt.seed}, ${sql.json(attempt.paper)}, ${attempt.questionIds}::text[],
    ${attempt.itemCount}, ${attempt.graceSec}, ${attempt.backNavigation}, ${attempt.deviceId}, ${attempt.openLast},
    least(now() + ${attempt.wholeSec}::int * interval '1 second', ${attempt.closesAt}::timestamptz), now() + ${attempt.sectionSec}::int * interval '1 second')
  ON CONFLICT DO NOTHING
  RETURNING started_at, deadline_at),
used AS (
  INSERT INTO activity.exams_question_uses (question_id, exam_id)
  SELECT q.id, ${examId}::text FROM unnest(${[...attempt.newUses]}::text[]) q(id) WHERE EXISTS (SELECT 1 FROM made) ORDER BY q.id
  ON CONFLICT DO NOTHING),
told AS (${told})
SELECT started_at AS "startedAt", deadline_at AS "deadlineAt" FROM made`,
  );
}

export type Held = { deadlineAt: Date | null; graceSec: number; tookOver: boolean; now: Date };

/** Lets a device hold a running attempt whose time is not over. Null when there is none of this learner. */
export function hold(attemptId: string, learnerId: number, deviceId: string): Promise<Held | null> {
  return fastDb().maybeOne<Held>(
    sql.named(
      'exams.hold',
      sql`
WITH before AS (
  SELECT a.id, a.device_id FROM activity.exams_attempts a WHERE a.id = ${attemptId} AND a.user_id = ${learnerId} AND a.state = 'running'
    AND (a.deadline_at IS NULL OR now() <= a.deadline_at + a.grace_sec * interval '1 second') FOR UPDATE)
UPDATE activity.exams_attempts a SET device_id = ${deviceId}::uuid,
  device_seq = CASE WHEN before.device_id = ${deviceId}::uuid THEN a.device_seq ELSE 0 END,
  take_overs = a.take_overs + (before.device_id <> ${deviceId}::uuid)::int
FROM before WHERE a.id = before.id
RETURNING a.deadline_at AS "deadlineAt", a.grace_sec AS "graceSec", before.device_id <> ${deviceId}::uuid AS "tookOver", now() AS now`,
    ),
  );
}
