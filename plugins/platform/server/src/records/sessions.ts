import { type Db, db, sql } from '@lyceum/core/server';
import type { SessionEndReason } from '../../../contract/events.ts';
import type { RefreshState } from '../../../domain/session/rotate.ts';

/**
 * A short mark of the password a session was opened with. A password changed by any way, the Strapi admin included,
 * no longer fits it, and the session is over.
 */
const markOf = (column: string) => sql.raw(`left(encode(sha256(convert_to(coalesce(${column}, ''), 'UTF8')), 'hex'), 24)`);

export type NewSession = {
  readonly id: string;
  readonly userId: number;
  readonly salt: Buffer;
  readonly ip: string | null;
  readonly userAgent: string;
  readonly lifetimeSec: number;
};

export const insert = (from: Db, session: NewSession) =>
  from.run(sql`
    INSERT INTO activity.platform_sessions (id, user_id, salt, password_mark, ip, user_agent, expires_at)
    SELECT ${session.id}, u.id, ${session.salt}, ${markOf('u.password')}, ${session.ip}, ${session.userAgent},
      now() + make_interval(secs => ${session.lifetimeSec})
    FROM up_users u WHERE u.id = ${session.userId}`);

export type LockedSession = RefreshState & { readonly userId: number; readonly salt: Buffer; readonly accountIsGood: boolean };

/** The session for a renewal; a second renewal waits until the first has committed. */
export const lock = (from: Db, id: string) =>
  from.maybeOne<LockedSession>(sql`
    SELECT s.user_id AS "userId", s.salt, s.generation, s.rotated_at AS "rotatedAt", s.expires_at AS "expiresAt", s.ended_at AS "endedAt",
      (coalesce(u.confirmed, false) AND NOT coalesce(u.blocked, false) AND s.password_mark = ${markOf('u.password')}) AS "accountIsGood"
    FROM activity.platform_sessions s JOIN up_users u ON u.id = s.user_id WHERE s.id = ${id} FOR UPDATE OF s`);

export type Renewal = {
  readonly id: string;
  readonly generation: number;
  readonly now: Date;
  readonly ip: string | null;
  readonly lifetimeSec: number;
};

export const renew = (from: Db, { id, generation, now, ip, lifetimeSec }: Renewal) =>
  from.run(sql`
    UPDATE activity.platform_sessions SET generation = ${generation}, rotated_at = ${now}, last_seen_at = now(), ip = coalesce(${ip}, ip),
      expires_at = now() + make_interval(secs => ${lifetimeSec})
    WHERE id = ${id}`);

export type SessionFacts = {
  readonly userId: number;
  readonly roles: { role: string; scope: string | null }[];
};

/**
 * Who a session belongs to, as long as it is good: not ended, not run out, account confirmed and not blocked, password
 * unchanged. Notes the visit at most every five minutes.
 */
export const facts = (id: string) =>
  db().maybeOne<SessionFacts>(
    sql.named(
      'platform.session-facts',
      sql`
    WITH seen AS (
      UPDATE activity.platform_sessions SET last_seen_at = now()
      WHERE id = ${id} AND ended_at IS NULL AND last_seen_at < now() - interval '5 minutes')
    SELECT s.user_id AS "userId", coalesce((
      SELECT jsonb_agg(jsonb_build_object('role', r.role, 'scope', CASE WHEN r.scope_id = '' THEN NULL ELSE r.scope_type || ':' || r.scope_id END))
      FROM activity.platform_user_roles r WHERE r.user_id = s.user_id), '[]'::jsonb) AS roles
    FROM activity.platform_sessions s JOIN up_users u ON u.id = s.user_id
    WHERE s.id = ${id} AND s.ended_at IS NULL AND s.expires_at > now() AND u.confirmed AND NOT coalesce(u.blocked, false)
      AND s.password_mark = ${markOf('u.password')}`,
    ),
  );

export type EndRequest = {
  readonly userId: number;
  readonly reason: SessionEndReason;
  /** Only this one. */
  readonly only?: string | undefined;
  /** All but this one. */
  readonly except?: string | undefined;
};

/** Ends sessions that are open and tells which. */
export async function end(from: Db, { userId, reason, only, except }: EndRequest): Promise<string[]> {
  const rows = await from.many<{ id: string }>(sql`
    UPDATE activity.platform_sessions SET ended_at = now(), end_reason = ${reason}
    WHERE user_id = ${userId} AND ended_at IS NULL AND expires_at > now()
      AND (${only ?? null}::uuid IS NULL OR id = ${only ?? null}::uuid) AND (${except ?? null}::uuid IS NULL OR id <> ${except ?? null}::uuid)
    RETURNING id`);
  return rows.map(({ id }) => id);
}

/** After a change of one's own password, this session goes on with the new one. */
export const markPassword = (from: Db, id: string) =>
  from.run(sql`
    UPDATE activity.platform_sessions s SET password_mark = ${markOf('u.password')} FROM up_users u WHERE s.id = ${id} AND u.id = s.user_id`);

export type OpenSession = { id: string; ip: string | null; userAgent: string; createdAt: Date; lastSeenAt: Date };

export const open = (userId: number) =>
  db().many<OpenSession>(sql`
    SELECT id, host(ip) AS ip, user_agent AS "userAgent", created_at AS "createdAt", last_seen_at AS "lastSeenAt"
    FROM activity.platform_sessions WHERE user_id = ${userId} AND ended_at IS NULL AND expires_at > now() ORDER BY last_seen_at DESC LIMIT 100`);

/** Whether this person signed in from this address in the last 90 days. */
export const isKnownAddress = async (userId: number, ip: string) =>
  (await db().maybeOne(sql`
    SELECT 1 AS known FROM activity.platform_sessions
    WHERE user_id = ${userId} AND ip = ${ip}::inet AND created_at > now() - interval '90 days' LIMIT 1`)) !== null;

/** Sessions that ended 90 days ago go; until then they show which addresses a person uses. */
export const removeOld = () =>
  db().run(sql`DELETE FROM activity.platform_sessions WHERE coalesce(ended_at, expires_at) < now() - interval '90 days'`);
