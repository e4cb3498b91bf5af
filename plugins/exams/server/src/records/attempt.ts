import { fastDb, type Sql, sql } from '@lyceum/core/server';
import type { SavedResponse } from '../../../contract/responses.ts';
import type { AttemptState, ClosedBy } from '../../../contract/values.ts';
import type { StoredPaper } from '../../../domain/paper/paper.ts';
import type { SectionScore, TopicScore } from '../../../domain/scoring/score-paper.ts';

/** What scoring left behind; derived from responses and key revisions, so it can be replayed. */
export type StoredResult = { answered: number; ratios: (number | null)[]; topics: TopicScore[]; sections: SectionScore[] };

export type EarlierRow = {
  id: string;
  number: number;
  endedAt: string;
  percent: number | null;
  passed: boolean | null;
  pendingMarks: number;
};

/** An attempt as services use it. `now` is the database's clock at the reading. */
export type Attempt = {
  readonly id: string;
  readonly examId: string;
  readonly formId: number;
  readonly learnerId: number;
  readonly number: number;
  readonly state: AttemptState;
  readonly seed: Buffer;
  readonly paper: StoredPaper;
  readonly itemCount: number;
  readonly graceSec: number;
  readonly deviceId: string;
  readonly position: number;
  readonly sectionIndex: number;
  readonly sectionEndsAt: Date | null;
  readonly openFirst: number;
  readonly openLast: number;
  readonly responses: Record<string, SavedResponse>;
  readonly version: number;
  readonly startedAt: Date;
  readonly deadlineAt: Date | null;
  readonly endedAt: Date | null;
  readonly closedBy: ClosedBy | null;
  readonly points: number | null;
  readonly pointsMax: number | null;
  readonly percent: number | null;
  readonly passed: boolean | null;
  /** Items that wait to be marked by hand. */
  readonly pendingMarks: number;
  readonly result: StoredResult | null;
  readonly blocked: boolean;
  /** Language of the learner's account. */
  readonly language: string | null;
  readonly now: Date;
};

/** Column list that gives an `Attempt`; the table's alias is `a`. */
export const attemptColumns = sql.raw(`
  a.id, a.exam_id AS "examId", a.form_id AS "formId", a.user_id AS "learnerId", a.number, a.state, a.seed, a.paper, a.item_count AS "itemCount",
  a.grace_sec AS "graceSec", a.device_id AS "deviceId", a.position, a.section_index AS "sectionIndex", a.section_ends_at AS "sectionEndsAt",
  a.open_first AS "openFirst", a.open_last AS "openLast", a.responses, a.version AS "version", a.started_at AS "startedAt",
  a.deadline_at AS "deadlineAt", a.ended_at AS "endedAt", a.closed_by AS "closedBy", a.points, a.points_max AS "pointsMax", a.percent, a.passed,
  a.pending_marks AS "pendingMarks", a.result, coalesce((SELECT u.blocked FROM up_users u WHERE u.id = a.user_id), false) AS blocked,
  (SELECT u.language FROM up_users u WHERE u.id = a.user_id) AS language, now() AS now`);

/** True in SQL when deadline and grace time are over: the same rule as `domain/attempt/time-left.ts`. */
export const overdue = sql.raw(`(a.deadline_at IS NOT NULL AND now() > a.deadline_at + a.grace_sec * interval '1 second')`);

const own = (id: string, learnerId: number): Sql => sql`a.id = ${id} AND a.user_id = ${learnerId}`;

/** An attempt of this learner; null when it does not exist or is somebody else's, which is the same to them [A1]. */
export function ownAttempt(id: string, learnerId: number): Promise<Attempt | null> {
  return fastDb().maybeOne<Attempt>(
    sql.named('exams.own-attempt', sql`SELECT ${attemptColumns} FROM activity.exams_attempts a WHERE ${own(id, learnerId)}`),
  );
}

/** The same with what the result page adds: earlier attempts and how many there are. */
export type AttemptWithHistory = Attempt & { earlier: EarlierRow[]; attemptsUsed: number; attemptsAdded: number };

export const ownAttemptWithHistory = (id: string, learnerId: number): Promise<AttemptWithHistory | null> =>
  fastDb().maybeOne<AttemptWithHistory>(historyStatement(id, learnerId));

export function historyStatement(id: string, learnerId: number): Sql {
  return sql.named(
    'exams.own-attempt-with-history',
    sql`SELECT ${attemptColumns}, history.earlier, history.used AS "attemptsUsed",
        (SELECT coalesce(sum(g.amount), 0)::int FROM activity.exams_attempt_grants g
          WHERE g.user_id = a.user_id AND g.exam_id = a.exam_id AND g.kind = 'attempts') AS "attemptsAdded"
      FROM activity.exams_attempts a, LATERAL (
        SELECT count(*)::int AS used, coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'number', o.number, 'endedAt', o.ended_at,
          'percent', o.percent, 'passed', o.passed, 'pendingMarks', o.pending_marks) ORDER BY o.number DESC) FILTER (WHERE o.state = 'scored' AND o.number < a.number), '[]') AS earlier
        FROM activity.exams_attempts o WHERE o.user_id = a.user_id AND o.exam_id = a.exam_id) history
      WHERE ${own(id, learnerId)}`,
  );
}
