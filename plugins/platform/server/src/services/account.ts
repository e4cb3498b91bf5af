import { refuse } from '@lyceum/core/contract';
import { announce, db, inTransaction, settings, type Tx } from '@lyceum/core/server';
import { platformEvents } from '../../../contract/events.ts';
import { platformProblems as problems } from '../../../contract/problems.ts';
import { platformSettings } from '../../../contract/settings.ts';
import * as links from '../records/links.ts';
import * as roles from '../records/roles.ts';
import * as users from '../records/users.ts';
import { linkHash } from '../tokens/link-token.ts';
import { mailAlreadyRegistered, mailConfirmation, mailPasswordChanged, mailReset, type Recipient } from './mails.ts';
import { hashNewPassword } from './passwords.ts';
import { endSessions } from './sessions.ts';

export type Registering = {
  readonly email: string;
  readonly password: string;
  readonly displayName: string;
  readonly locale: string;
  readonly timeZone: string;
};

const recipient = ({ id, email, locale }: users.Account): Recipient => ({ id, email, locale });

/** Adds an account with the learner's role. @returns null when the address was taken in the meantime */
export async function addAccount(tx: Tx, account: users.NewAccount): Promise<number | null> {
  const id = await users.insert(tx, account);
  if (id === null) return null;
  await roles.grant(tx, id, { role: 'learner', scopeType: 'site', scopeId: null }, 'system');
  await announce(tx, platformEvents.userRegistered, { userId: id, locale: account.locale });
  return id;
}

/** The address is this person's: the account opens, and a member of staff with the same address is linked. */
export async function confirmAccount(tx: Tx, account: users.Account): Promise<void> {
  await users.setConfirmed(tx, account.id);
  await links.voidAll(tx, account.id, 'confirm');
  await roles.linkStaff(tx, account.email);
  if (!account.confirmed) await announce(tx, platformEvents.userConfirmed, { userId: account.id });
}

export const account = {
  /**
   * Registers an account. The same work and the same answer whether the address is new, waits for its confirmation or
   * has an account; only the mail differs. What the confirmed link was sent for becomes true, so that nobody can put
   * their password under another person's address beforehand.
   */
  async register({ email, password, displayName, locale, timeZone }: Registering): Promise<void> {
    const values = await settings(platformSettings).get();
    const passwordHash = await hashNewPassword(password, { email, displayName }, 'password');
    const asked = { passwordHash, displayName, locale, timeZone };
    await inTransaction(async (tx) => {
      const added = await addAccount(tx, { email, confirmed: false, ...asked });
      if (added !== null) return mailConfirmation(tx, { id: added, email, locale }, asked, values);
      const known = await users.byEmail(tx, email);
      if (!known) return;
      if (known.confirmed || known.blocked) return mailAlreadyRegistered(tx, recipient(known), values);
      await mailConfirmation(tx, { id: known.id, email, locale }, asked, values);
    });
  },

  async confirm(token: string): Promise<void> {
    await inTransaction(async (tx) => {
      const link = await links.use(tx, linkHash(token), 'confirm');
      if (!link) return refuse(problems.linkInvalid);
      const known = await users.lock(tx, link.userId);
      if (link.registration && !known.confirmed) await users.change(tx, known.id, link.registration);
      await confirmAccount(tx, known);
    });
  },

  async resendConfirmation(email: string): Promise<void> {
    const values = await settings(platformSettings).get();
    await inTransaction(async (tx) => {
      const known = await users.byEmail(tx, email);
      if (!known || known.confirmed || known.blocked) return;
      await mailConfirmation(tx, recipient(known), await links.latestRegistration(tx, known.id), values);
    });
  },

  async forgotPassword(email: string): Promise<void> {
    const values = await settings(platformSettings).get();
    await inTransaction(async (tx) => {
      const known = await users.byEmail(tx, email);
      if (known && !known.blocked) await mailReset(tx, recipient(known), values);
    });
  },

  /** Sets a new password by a link; the link also proves the address, so it confirms it. Every session ends. */
  async resetPassword(token: string, password: string): Promise<void> {
    const hash = linkHash(token);
    const found = await links.find(db(), hash, 'reset');
    const owner = found ? await users.byId(db(), found.userId) : null;
    if (!owner) return refuse(problems.linkInvalid);
    const passwordHash = await hashNewPassword(password, owner, 'password');
    await inTransaction(async (tx) => {
      const link = await links.use(tx, hash, 'reset');
      if (!link) return refuse(problems.linkInvalid);
      const known = await users.lock(tx, link.userId);
      await users.change(tx, known.id, { passwordHash });
      await confirmAccount(tx, known);
      await endSessions(tx, { userId: known.id, reason: 'password-changed' });
      await announce(tx, platformEvents.passwordChanged, { userId: known.id, by: 'reset' });
      await mailPasswordChanged(tx, recipient(known));
    });
  },
};
