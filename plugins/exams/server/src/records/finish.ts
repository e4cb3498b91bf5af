import type { DocumentId } from '@lyceum/core/contract';
import { fastDb, outboxRow, type Sql, sql, type Tx } from '@lyceum/core/server';
import { examEvents } from '../../../contract/events.ts';
import type { AttemptId, ClosedBy, ExamKind } from '../../../contract/values.ts';
import { type Attempt, attemptColumns, overdue, type StoredResult } from './attempt.ts';

export type Finish = {
  readonly attempt: Attempt;
  readonly kind: ExamKind;
  readonly closedBy: ClosedBy;
  readonly points: number;
  readonly pointsMax: number;
  readonly percent: number;
  readonly passed: boolean | null;
  /** Items that wait to be marked by hand; the score is announced when there are none. */
  readonly pendingMarks: number;
  readonly result: StoredResult;
  readonly endedAt: Date;
};

const WHEN_DONE: Sql = sql`EXISTS (SELECT 1 FROM done)`;

type Scored = Pick<Finish, 'attempt' | 'kind' | 'points' | 'pointsMax' | 'percent' | 'passed' | 'result' | 'endedAt'>;

/** The fact that a score is final. */
export function scoredFact({ attempt, kind, points, pointsMax, percent, passed, result, endedAt }: Scored) {
  return {
    ...idsOf(attempt),
    kind,
    number: attempt.number,
    points,
    pointsMax,
    percent,
    passed,
    endedAt: endedAt.toISOString(),
    topics: result.topics.map((one) => ({ topic: one.topic, percent: one.percent, items: one.items })),
  };
}

export const idsOf = (attempt: Pick<Attempt, 'id' | 'examId' | 'learnerId'>) => ({
  attemptId: attempt.id as AttemptId,
  examId: attempt.examId as DocumentId,
  learnerId: attempt.learnerId,
});

function toldOf(finish: Finish): { submitted: Sql; scored: Sql } {
  const submitted = { ...idsOf(finish.attempt), closedBy: finish.closedBy, endedAt: finish.endedAt.toISOString() };
  const whenFinal = sql`${finish.pendingMarks}::int = 0 AND ${WHEN_DONE}`;
  return {
    submitted: outboxRow(examEvents.attemptSubmitted, submitted, undefined, WHEN_DONE),
    scored: outboxRow(examEvents.attemptScored, scoredFact(finish), undefined, whenFinal),
  };
}

/**
 * One conditional update from running to scored with its facts for the outbox. It holds only while nothing was saved
 * and no time was added since the score was computed; false means: read again [R6]. Nobody sees a state between [C4].
 */
export const finish = async (input: Finish): Promise<boolean> => (await fastDb().maybeOne(finishStatement(input))) !== null;

export function finishStatement(input: Finish): Sql {
  const { attempt } = input;
  const told = toldOf(input);
  return sql.named(
    'exams.finish',
    sql`
WITH done AS (
  UPDATE activity.exams_attempts SET state = 'scored', ended_at = ${input.endedAt}, closed_by = ${input.closedBy}, points = ${input.points},
    points_max = ${input.pointsMax}, percent = ${input.percent}, passed = ${input.passed}::boolean, pending_marks = ${input.pendingMarks}::int, result = ${sql.json(input.result)}, scored_at = now()
  WHERE id = ${attempt.id} AND state = 'running' AND version = ${attempt.version}
  RETURNING 1),
submitted AS (${told.submitted}),
scored AS (${told.scored})
SELECT 1 FROM done`,
  );
}

/** Locks one attempt, so that reading, scoring and finishing cannot be overtaken any more. */
export function lockAttempt(tx: Tx, id: string): Promise<Attempt | null> {
  return tx.maybeOne<Attempt>(sql`SELECT ${attemptColumns} FROM activity.exams_attempts a WHERE a.id = ${id} FOR UPDATE`);
}

/** The attempt that is overdue longest and that no other process is closing. */
export function claimOverdue(tx: Tx, except: readonly string[]): Promise<Attempt | null> {
  return tx.maybeOne<Attempt>(sql`
    SELECT ${attemptColumns} FROM activity.exams_attempts a
    WHERE a.state = 'running' AND ${overdue} AND a.user_id IS NOT NULL AND a.id <> ALL (${[...except]}::uuid[])
    ORDER BY a.deadline_at LIMIT 1 FOR UPDATE SKIP LOCKED`);
}
