import { type Db, db, sql } from '@lyceum/core/server';
import type { RoleGrant } from '../../../contract/roles.ts';

export const ofUser = (from: Db, userId: number) =>
  from.many<RoleGrant>(sql`
    SELECT role, scope_type AS "scopeType", nullif(scope_id, '') AS "scopeId" FROM activity.platform_user_roles
    WHERE user_id = ${userId} ORDER BY role, scope_type, scope_id`);

/** @param by who gave it, such as `staff:3` or `system` */
export const grant = (from: Db, userId: number, { role, scopeType, scopeId }: RoleGrant, by: string) =>
  from.run(sql`
    INSERT INTO activity.platform_user_roles (user_id, role, scope_type, scope_id, granted_by)
    VALUES (${userId}, ${role}, ${scopeType}, ${scopeId ?? ''}, ${by}) ON CONFLICT DO NOTHING`);

/** What is given stays as it was given; what is no longer in the list goes. */
export async function replace(from: Db, userId: number, grants: readonly RoleGrant[], by: string): Promise<void> {
  const keys = grants.map(({ role, scopeType, scopeId }) => `${role} ${scopeType} ${scopeId ?? ''}`);
  await from.run(sql`
    DELETE FROM activity.platform_user_roles WHERE user_id = ${userId} AND NOT (role || ' ' || scope_type || ' ' || scope_id = ANY (${keys}::text[]))`);
  for (const one of grants) await grant(from, userId, one, by);
}

/** The member of staff who is this site user, if any. */
export const staffOfUser = (userId: number) =>
  db().maybeOne<{ id: number; active: boolean }>(sql`
    SELECT a.id, coalesce(a.is_active, false) AS active FROM activity.platform_staff_links l JOIN admin_users a ON a.id = l.admin_user_id
    WHERE l.user_id = ${userId}`);

export const userOfStaff = async (adminUserId: number) =>
  (
    await db().maybeOne<{ userId: number }>(
      sql`SELECT user_id AS "userId" FROM activity.platform_staff_links WHERE admin_user_id = ${adminUserId}`,
    )
  )?.userId ?? null;

/** Links a member of staff to the site user with the same, confirmed address. */
export const linkStaff = (from: Db, email: string) =>
  from.run(sql`
    INSERT INTO activity.platform_staff_links (admin_user_id, user_id)
    SELECT a.id, u.id FROM admin_users a JOIN up_users u ON u.email = lower(a.email)
    WHERE u.email = ${email} AND u.confirmed AND a.is_active ORDER BY a.id LIMIT 1 ON CONFLICT DO NOTHING`);

/** Codes of the roles a member of staff has in the Strapi admin. */
export const staffCodes = async (adminUserId: number) =>
  (
    await db().many<{ code: string }>(sql`
    SELECT r.code FROM admin_users_roles_lnk l JOIN admin_roles r ON r.id = l.role_id WHERE l.user_id = ${adminUserId}`)
  ).map(({ code }) => code);
