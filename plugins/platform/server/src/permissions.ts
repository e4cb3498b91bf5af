import { registerPermissions } from '@lyceum/core/server';

/** What a member of staff may do with accounts. */
export function registerPlatformPermissions(): void {
  registerPermissions('platform', [
    { uid: 'users.read', displayName: 'See accounts and their sessions', subCategory: 'Accounts' },
    { uid: 'users.manage', displayName: 'Block, sign out and confirm accounts', subCategory: 'Accounts' },
    { uid: 'institutes', displayName: 'Institutes and who belongs to them', subCategory: 'Accounts' },
    { uid: 'partner-tokens', displayName: 'Tokens of partners', subCategory: 'Partners' },
    { uid: 'users.roles', displayName: 'Give and take roles', subCategory: 'Accounts' },
  ]);
}
