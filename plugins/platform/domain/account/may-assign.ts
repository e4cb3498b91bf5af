import type { Role } from '../../contract/roles.ts';

/** Roles that only a super admin gives or takes. */
const GUARDED: readonly Role[] = ['admin', 'super-admin'];

/**
 * Whether a member of staff may turn the roles `before` into `after`. An admin moves learners, teachers and editors;
 * everything that touches an admin is for super admins.
 */
export function mayAssign(byRoles: readonly Role[], before: readonly Role[], after: readonly Role[]): boolean {
  if (byRoles.includes('super-admin')) return true;
  const touched = [...before, ...after].filter((role) => before.includes(role) !== after.includes(role));
  return (
    byRoles.includes('admin') && !before.some((role) => GUARDED.includes(role)) && !touched.some((role) => GUARDED.includes(role))
  );
}

/** Whether a member of staff may block, unblock or sign out an account with these roles. */
export function mayManage(byRoles: readonly Role[], theirRoles: readonly Role[]): boolean {
  if (byRoles.includes('super-admin')) return true;
  return byRoles.includes('admin') && !theirRoles.includes('super-admin');
}
