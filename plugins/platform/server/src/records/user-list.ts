import { containing, db, keyset, type Sql, sql } from '@lyceum/core/server';
import type { Role, ScopeType } from '../../../contract/roles.ts';
import type { UserState } from '../../../contract/users.ts';

export type UserListQuery = {
  readonly sort: string;
  readonly cursor?: string | undefined;
  readonly pageSize: number;
  readonly search?: string | undefined;
  readonly state?: UserState | undefined;
  readonly role?: Role | undefined;
};

export type ListedUser = {
  readonly id: number;
  readonly documentId: string;
  readonly email: string;
  readonly displayName: string;
  readonly confirmed: boolean;
  readonly blocked: boolean;
  readonly locale: string;
  readonly timeZone: string;
  readonly createdAt: Date;
  readonly verifiedAt: Date | null;
  readonly lastSeenAt: Date | null;
  readonly openSessions: number;
  readonly roles: { role: Role; scopeType: ScopeType; scopeId: string | null }[];
};

const STATES: Record<UserState, Sql> = {
  active: sql`(u.confirmed AND NOT coalesce(u.blocked, false))`,
  unverified: sql`(NOT coalesce(u.confirmed, false) AND NOT coalesce(u.blocked, false))`,
  disabled: sql`u.blocked`,
};

const COLUMNS = {
  createdAt: { column: "date_trunc('milliseconds', u.created_at AT TIME ZONE 'UTC')", cast: 'timestamptz' },
  email: { column: 'u.email', cast: 'text' },
  displayName: { column: "coalesce(u.display_name, '')", cast: 'text' },
} as const;

const shown = sql.raw(`u.id, u.document_id AS "documentId", u.email, coalesce(u.display_name, '') AS "displayName",
  coalesce(u.confirmed, false) AS confirmed, coalesce(u.blocked, false) AS blocked, coalesce(u.language, 'en') AS locale,
  coalesce(u.time_zone, 'UTC') AS "timeZone", u.created_at AT TIME ZONE 'UTC' AS "createdAt", u.verified_at AT TIME ZONE 'UTC' AS "verifiedAt",
  s.last_seen_at AS "lastSeenAt", coalesce(s.open, 0)::int AS "openSessions", coalesce(r.roles, '[]'::jsonb) AS roles`);

const joined = sql.raw(`up_users u
  LEFT JOIN LATERAL (SELECT max(last_seen_at) AS last_seen_at, count(*) FILTER (WHERE ended_at IS NULL AND expires_at > now()) AS open
    FROM activity.platform_sessions WHERE user_id = u.id) s ON true
  LEFT JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('role', role, 'scopeType', scope_type, 'scopeId', nullif(scope_id, '')) ORDER BY role, scope_id) AS roles
    FROM activity.platform_user_roles WHERE user_id = u.id) r ON true`);

/** One page of accounts, one row more than asked when there is a next page, and the number of all that match. */
export async function userPage(query: UserListQuery): Promise<{ rows: ListedUser[]; total: number }> {
  const { search, state, role } = query;
  const conditions = [
    sql`TRUE`,
    ...(search ? [sql`(u.email ILIKE ${containing(search)} OR u.display_name ILIKE ${containing(search)})`] : []),
    ...(state ? [STATES[state]] : []),
    ...(role ? [sql`EXISTS (SELECT 1 FROM activity.platform_user_roles x WHERE x.user_id = u.id AND x.role = ${role})`] : []),
  ];
  const where = sql.join(conditions, sql.raw(' AND '));
  const { after, order } = keyset(query, COLUMNS, 'u.id');
  const [rows, count] = await Promise.all([
    db().many<ListedUser>(sql`SELECT ${shown} FROM ${joined} WHERE ${where} AND ${after} ${order} LIMIT ${query.pageSize + 1}`),
    db().one<{ total: number }>(sql`SELECT count(*) AS total FROM up_users u WHERE ${where}`),
  ]);
  return { rows, total: count.total };
}

export const listedUser = (documentId: string) =>
  db().maybeOne<ListedUser>(sql`SELECT ${shown} FROM ${joined} WHERE u.document_id = ${documentId}`);
