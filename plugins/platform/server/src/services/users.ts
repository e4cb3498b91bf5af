import { refuse } from '@lyceum/core/contract';
import { type Actor, announce, audit, db, encodeCursor, inTransaction, type StaffMember, type Tx } from '@lyceum/core/server';
import { platformEvents } from '../../../contract/events.ts';
import { platformProblems as problems } from '../../../contract/problems.ts';
import type { RoleGrant } from '../../../contract/roles.ts';
import type { UserRow } from '../../../contract/users.ts';
import { mayAssign, mayManage } from '../../../domain/account/may-assign.ts';
import { userState } from '../../../domain/account/user-state.ts';
import { forgetSessions } from '../access/session-facts.ts';
import * as roles from '../records/roles.ts';
import { type ListedUser, listedUser, type UserListQuery, userPage } from '../records/user-list.ts';
import * as users from '../records/users.ts';
import { confirmAccount } from './account.ts';
import { endOne, endSessions, openSessions } from './sessions.ts';
import { rolesOfStaff, staffAccounts } from './staff.ts';

const toRow = (user: ListedUser): UserRow => ({
  id: user.documentId,
  email: user.email,
  displayName: user.displayName,
  state: userState(user),
  roles: user.roles,
  locale: user.locale,
  timeZone: user.timeZone,
  createdAt: user.createdAt.toISOString(),
  verifiedAt: user.verifiedAt?.toISOString() ?? null,
  lastSeenAt: user.lastSeenAt?.toISOString() ?? null,
  openSessions: user.openSessions,
});

const sortValue = (user: ListedUser, sort: string): string => {
  const field = sort.replace(/^-/, '');
  return field === 'email' ? user.email : field === 'displayName' ? user.displayName : user.createdAt.toISOString();
};

type Deed = { readonly tx: Tx; readonly account: users.Account; readonly object: string };

/** Loads the account, checks who may, and does the work in one transaction. */
async function actOn<T>(userId: string, actor: StaffMember, work: (deed: Deed) => Promise<T>): Promise<T> {
  const known = (await users.byDocumentId(db(), userId)) ?? refuse(problems.userNotFound);
  const theirs = (await roles.ofUser(db(), known.id)).map(({ role }) => role);
  if (!mayManage(await rolesOfStaff(actor.id), theirs)) refuse(problems.roleNotAllowed);
  return inTransaction(async (tx) => work({ tx, account: await users.lock(tx, known.id), object: `user:${userId}` }));
}

const isOneself = async (actor: StaffMember, account: users.Account) => (await roles.userOfStaff(actor.id)) === account.id;

const note = (deed: Deed, actor: Actor, action: string, before: unknown, after: unknown) =>
  audit(deed.tx, { actor, action: `platform.${action}`, object: deed.object, before, after });

export const accountAdmin = {
  async list(query: UserListQuery) {
    const { rows, total } = await userPage(query);
    const shown = rows.slice(0, query.pageSize);
    const last = shown.at(-1);
    const next = rows.length > query.pageSize && last ? encodeCursor([sortValue(last, query.sort), last.id]) : null;
    return { rows: shown.map(toRow), next, total };
  },

  async get(userId: string) {
    const user = (await listedUser(userId)) ?? refuse(problems.userNotFound);
    return { ...toRow(user), sessions: await openSessions(user.id), staffAccount: await roles.staffOfUser(user.id) };
  },

  /** Disables an account: its sessions end, and its account in the Strapi admin too. */
  async block(userId: string, reason: string, actor: StaffMember) {
    return actOn(userId, actor, async (deed) => {
      const { tx, account } = deed;
      if (await isOneself(actor, account)) refuse(problems.notYourself);
      await users.change(tx, account.id, { blocked: true });
      await staffAccounts.setActive(account.id, false);
      const endedSessions = await endSessions(tx, { userId: account.id, reason: 'blocked' });
      if (!account.blocked) await announce(tx, platformEvents.userBlocked, { userId: account.id });
      await note(deed, actor, 'blockUser', { blocked: account.blocked }, { blocked: true, reason, endedSessions });
      return { state: 'disabled' as const, endedSessions };
    });
  },

  async unblock(userId: string, reason: string, actor: StaffMember) {
    return actOn(userId, actor, async (deed) => {
      const { tx, account } = deed;
      await users.change(tx, account.id, { blocked: false });
      await staffAccounts.setActive(account.id, true);
      if (account.blocked) await announce(tx, platformEvents.userUnblocked, { userId: account.id });
      await note(deed, actor, 'unblockUser', { blocked: account.blocked }, { blocked: false, reason });
      return { state: userState({ ...account, blocked: false }), endedSessions: 0 };
    });
  },

  async signOut(userId: string, actor: StaffMember) {
    return actOn(userId, actor, async (deed) => {
      const endedSessions = await endSessions(deed.tx, { userId: deed.account.id, reason: 'ended-by-staff' });
      await note(deed, actor, 'signOutUser', null, { endedSessions });
      return { state: userState(deed.account), endedSessions };
    });
  },

  async endSession(userId: string, sessionId: string, actor: StaffMember) {
    return actOn(userId, actor, async (deed) => {
      const endedSessions = await endOne({ userId: deed.account.id, reason: 'ended-by-staff', only: sessionId });
      await note(deed, actor, 'endUserSession', null, { sessionId });
      return { state: userState(deed.account), endedSessions };
    });
  },

  async confirmEmail(userId: string, reason: string, actor: StaffMember) {
    return actOn(userId, actor, async (deed) => {
      await confirmAccount(deed.tx, deed.account);
      await note(deed, actor, 'confirmUserEmail', { confirmed: deed.account.confirmed }, { confirmed: true, reason });
      return { state: userState({ ...deed.account, confirmed: true }), endedSessions: 0 };
    });
  },

  /** Replaces the roles. They hold on the next request here and within 15 s in other processes. */
  async assignRoles(userId: string, grants: readonly RoleGrant[], actor: StaffMember) {
    return actOn(userId, actor, async (deed) => {
      const { tx, account } = deed;
      if (await isOneself(actor, account)) refuse(problems.notYourself);
      const before = await roles.ofUser(tx, account.id);
      const names = (list: readonly RoleGrant[]) => list.map(({ role }) => role);
      if (!mayAssign(await rolesOfStaff(actor.id), names(before), names(grants))) refuse(problems.roleNotAllowed);
      await roles.replace(tx, account.id, grants, `staff:${actor.id}`);
      const after = await roles.ofUser(tx, account.id);
      await staffAccounts.follow(account.id, after);
      await announce(tx, platformEvents.rolesChanged, { userId: account.id, roles: after });
      await note(deed, actor, 'assignRoles', before, after);
      const open = await openSessions(account.id);
      tx.afterCommit(() => forgetSessions(open.map(({ id }) => id)));
      return { roles: after };
    });
  },
};
