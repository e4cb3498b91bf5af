import type { UserState } from '../../contract/users.ts';

/** What an account is: disabled wins over unverified. */
export function userState(account: { readonly confirmed: boolean; readonly blocked: boolean }): UserState {
  if (account.blocked) return 'disabled';
  return account.confirmed ? 'active' : 'unverified';
}
