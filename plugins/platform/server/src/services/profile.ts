import { Locale, refuse } from '@lyceum/core/contract';
import { announce, db, inTransaction, type Learner, settings } from '@lyceum/core/server';
import { platformEvents } from '../../../contract/events.ts';
import type { Me } from '../../../contract/me.ts';
import { platformProblems as problems } from '../../../contract/problems.ts';
import { platformSettings } from '../../../contract/settings.ts';
import { enterPasswordCheck } from '../access/sign-in-guard.ts';
import * as roles from '../records/roles.ts';
import * as sessions from '../records/sessions.ts';
import * as users from '../records/users.ts';
import { mailPasswordChanged } from './mails.ts';
import { hashNewPassword, isRightPassword } from './passwords.ts';
import { endSessions } from './sessions.ts';

/** A person as they see themselves. */
export async function toMe(account: users.Account): Promise<Me> {
  return {
    id: account.documentId,
    email: account.email,
    displayName: account.displayName,
    locale: Locale.catch('en').parse(account.locale),
    timeZone: account.timeZone,
    roles: await roles.ofUser(db(), account.id),
    createdAt: account.createdAt.toISOString(),
  };
}

const found = (account: users.Account | null) => account ?? refuse(problems.sessionEnded);

export const profile = {
  async me(learner: Learner): Promise<Me> {
    return toMe(found(await users.byId(db(), learner.id)));
  },

  async change(
    learner: Learner,
    values: { displayName?: string | undefined; locale?: string | undefined; timeZone?: string | undefined },
  ): Promise<Me> {
    const { displayName, locale, timeZone } = values;
    await users.change(db(), learner.id, {
      ...(displayName === undefined ? {} : { displayName }),
      ...(locale === undefined ? {} : { locale }),
      ...(timeZone === undefined ? {} : { timeZone }),
    });
    return profile.me(learner);
  },

  /** Changes the password and ends every other session; this one goes on. @returns how many ended */
  async changePassword(learner: Learner, currentPassword: string, newPassword: string): Promise<number> {
    const guard = await enterPasswordCheck(learner.id, await settings(platformSettings).get());
    const account = found(await users.byId(db(), learner.id));
    if (!(await isRightPassword(currentPassword, account.passwordHash))) {
      refuse(problems.currentPasswordWrong, {
        errors: [{ path: 'body.currentPassword', message: problems.currentPasswordWrong.title }],
      });
    }
    await guard.succeeded();
    const passwordHash = await hashNewPassword(newPassword, account, 'newPassword');
    return inTransaction(async (tx) => {
      await users.change(tx, learner.id, { passwordHash });
      await sessions.markPassword(tx, learner.sessionId);
      const ended = await endSessions(tx, { userId: learner.id, reason: 'password-changed', except: learner.sessionId });
      await announce(tx, platformEvents.passwordChanged, { userId: learner.id, by: 'user' });
      await mailPasswordChanged(tx, account);
      return ended;
    });
  },
};
