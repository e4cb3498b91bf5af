import { fastDb, type Sql, sql } from '@lyceum/core/server';
import type { AttemptState } from '../../../contract/values.ts';

/** What a call of `save` did, told by the one statement itself. */
export type SaveOutcome = {
  readonly saved: boolean;
  readonly state: AttemptState;
  readonly here: boolean;
  readonly late: boolean;
  readonly blocked: boolean;
  readonly deadlineAt: Date | null;
  readonly sectionEndsAt: Date | null;
  readonly graceSec: number;
  /** Revision now held of each item of the call; null when nothing was saved. */
  readonly revs: Record<string, number> | null;
  readonly now: Date;
};

export type SaveInput = {
  readonly attemptId: string;
  readonly learnerId: number;
  readonly deviceId: string;
  readonly ticketExpired: boolean;
  readonly deviceSeq: number;
  readonly position: number;
  /** Keyed by item number. */
  readonly changes: Readonly<Record<string, { rev: number }>>;
};

/** Late evidence of one attempt, in calls; further ones are refused without being kept. */
const LATE_CALLS_MAX = 50;

/**
 * Checks owner, block, device, state and deadline by the database's clock, merges what is newer, keeps what came too
 * late, and says what happened, in one statement. `domain/attempt/save.ts` holds the same rule. Null: no such attempt.
 * The correlated sub-selects read the row as locked, so two saves at once merge one after the other [R8].
 */
export const save = (input: SaveInput): Promise<SaveOutcome | null> => fastDb().maybeOne<SaveOutcome>(saveStatement(input));

/** The statement itself; the bench sends the same one from a bare server. */
export function saveStatement(input: SaveInput): Sql {
  const { attemptId, learnerId, deviceId, deviceSeq, position } = input;
  const changes = JSON.stringify(input.changes);
  return sql.named(
    'exams.save',
    sql`
WITH call AS (SELECT ${attemptId}::uuid AS id, ${learnerId}::int AS user_id, ${deviceId}::uuid AS device_id, ${changes}::jsonb AS changes,
    ${position}::int AS position, ${deviceSeq}::int AS seq, ${input.ticketExpired}::boolean AS expired),
saved AS (
  UPDATE activity.exams_attempts a SET
    responses = a.responses || coalesce((
      SELECT jsonb_object_agg(c.key, c.value) FROM jsonb_each(call.changes) c
      WHERE c.key::int BETWEEN a.open_first AND a.open_last
        AND (a.section_ends_at IS NULL OR now() <= a.section_ends_at + a.grace_sec * interval '1 second')
        AND (c.value ->> 'rev')::int > coalesce((a.responses -> c.key ->> 'rev')::int, 0)), '{}'),
    position = CASE WHEN call.seq > a.device_seq THEN least(call.position, a.item_count) ELSE a.position END,
    open_first = CASE WHEN a.back_navigation THEN a.open_first ELSE greatest(a.open_first, least(call.position, a.open_last)) END,
    device_seq = greatest(a.device_seq, call.seq),
    version = a.version + 1,
    saved_at = now()
  FROM call, up_users u
  WHERE a.id = call.id AND a.user_id = call.user_id AND a.device_id = call.device_id AND a.state = 'running' AND NOT call.expired
    AND (a.deadline_at IS NULL OR now() <= a.deadline_at + a.grace_sec * interval '1 second')
    AND u.id = a.user_id AND u.blocked IS NOT TRUE
  RETURNING (SELECT coalesce(jsonb_object_agg(c.key, coalesce((a.responses -> c.key ->> 'rev')::int, 0)), '{}')
    FROM jsonb_each(call.changes) c) AS revs
),
seen AS (
  SELECT a.id, a.state, a.device_id = call.device_id AS here, a.deadline_at, a.section_ends_at, a.grace_sec, u.blocked IS TRUE AS blocked,
    (a.deadline_at IS NOT NULL AND now() > a.deadline_at + a.grace_sec * interval '1 second') AS late
  FROM call JOIN activity.exams_attempts a ON a.id = call.id AND a.user_id = call.user_id JOIN up_users u ON u.id = a.user_id
),
kept AS (
  INSERT INTO activity.exams_late_responses (attempt_id, device_id, changes)
  SELECT seen.id, call.device_id, call.changes FROM seen, call
  WHERE NOT EXISTS (SELECT 1 FROM saved) AND (seen.late OR seen.state <> 'running') AND call.changes <> '{}' AND NOT seen.blocked
    AND (SELECT count(*) FROM activity.exams_late_responses l WHERE l.attempt_id = seen.id) < ${LATE_CALLS_MAX}
  RETURNING 1
)
SELECT saved.revs IS NOT NULL AS saved, seen.state, seen.here, seen.late, seen.blocked, seen.deadline_at AS "deadlineAt",
  seen.section_ends_at AS "sectionEndsAt", seen.grace_sec AS "graceSec", saved.revs, now() AS now
FROM seen LEFT JOIN saved ON true`,
  );
}
