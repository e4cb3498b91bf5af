import { type Db, sql } from '@lyceum/core/server';

/** Whether a member of staff holds a right of the admin, through any of their roles. */
export async function holds(db: Db, staffId: number, right: string): Promise<boolean> {
  const row = await db.maybeOne(sql`
    SELECT 1 FROM admin_users_roles_lnk ur
    JOIN admin_permissions_role_lnk pr ON pr.role_id = ur.role_id
    JOIN admin_permissions p ON p.id = pr.permission_id
    WHERE ur.user_id = ${staffId} AND p.action = ${right} LIMIT 1`);
  return row !== null;
}

export type StaffName = { id: number; name: string };

/** Names of members of staff, in the order of the names. */
export const staffNames = (db: Db, ids: readonly number[]): Promise<StaffName[]> =>
  db.many<StaffName>(sql`
    SELECT id, coalesce(nullif(trim(concat_ws(' ', firstname, lastname)), ''), email) AS name
    FROM admin_users WHERE id = ANY (${ids}) ORDER BY 2, 1`);

/** Everybody who can sign in to the admin. */
export const activeStaff = (db: Db): Promise<StaffName[]> =>
  db.many<StaffName>(sql`
    SELECT id, coalesce(nullif(trim(concat_ws(' ', firstname, lastname)), ''), email) AS name
    FROM admin_users WHERE is_active ORDER BY 2, 1 LIMIT 2000`);
