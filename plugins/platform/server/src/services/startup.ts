import { db, processName, sql } from '@lyceum/core/server';
import { ensureFirstAdmin } from './first-admin.ts';
import { ensureStaffRoles } from './staff-roles.ts';

/** Rights of users-permissions' own roles go: its strategy then lets nobody in anywhere. */
async function removeStockPermissions(): Promise<number> {
  return db().run(sql`DELETE FROM up_permissions`);
}

/**
 * What must run after every plugin and the admin itself have started, by the cms only: their actions are known then, and
 * users-permissions has written its default rights. Called by the application's `bootstrap`.
 */
export async function afterStart(): Promise<void> {
  if (processName() === 'jobs') return;
  await removeStockPermissions();
  await ensureStaffRoles();
  await ensureFirstAdmin();
}
