import { registerPersonalData } from '@lyceum/core/server';

/** What happens to this plugin's rows when a person asks for their data or to be forgotten [G5]. */
export function registerPlatformPersonalData(): void {
  registerPersonalData('platform', [
    {
      table: 'activity.platform_sessions',
      column: 'user_id',
      exportAs: 'sessions',
      erase: 'delete',
      omit: ['salt', 'password_mark', 'generation'],
    },
    {
      table: 'activity.platform_links',
      column: 'user_id',
      exportAs: 'account-links',
      erase: 'delete',
      omit: ['token_hash', 'registration'],
    },
    { table: 'activity.platform_user_roles', column: 'user_id', exportAs: 'roles', erase: 'delete' },
    { table: 'activity.platform_staff_links', column: 'user_id', exportAs: 'staff-accounts', erase: 'delete' },
  ]);
}
