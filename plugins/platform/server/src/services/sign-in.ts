import { refuse } from '@lyceum/core/contract';
import { db, inTransaction, settings } from '@lyceum/core/server';
import type { Me } from '../../../contract/me.ts';
import { platformProblems as problems } from '../../../contract/problems.ts';
import { platformSettings } from '../../../contract/settings.ts';
import { safeNext } from '../../../domain/sign-in/safe-next.ts';
import { deviceKey } from '../access/keys.ts';
import { enterSignIn } from '../access/sign-in-guard.ts';
import * as sessions from '../records/sessions.ts';
import * as users from '../records/users.ts';
import { deviceOf, newDeviceToken } from '../tokens/device-token.ts';
import { isRightPassword } from './passwords.ts';
import { toMe } from './profile.ts';
import { endSessions, type IssuedSession, openSession, sessionOfToken, type Visitor } from './sessions.ts';

export type SigningIn = { readonly email: string; readonly password: string; readonly next?: string | undefined };

export type SignedIn = {
  readonly user: Me;
  readonly next: string;
  readonly session: IssuedSession;
  /** New mark for this browser; null when it has a good one. */
  readonly deviceToken: string | null;
};

export const signingIn = {
  /**
   * Checks a password and opens a session. That an account is blocked or unconfirmed is told only to who knows its password.
   * @param deviceCookie mark of this browser, if it sent one
   */
  async signIn({ email, password, next }: SigningIn, visitor: Visitor, deviceCookie: string | undefined): Promise<SignedIn> {
    const account = await users.byEmail(db(), email);
    const device = account ? deviceOf(deviceKey(), deviceCookie, account.id) : null;
    const isKnownAddress = await sessions.isKnownAddress(account?.id ?? 0, visitor.ip);
    const guard = await enterSignIn({ email, ip: visitor.ip, device, isKnownAddress }, await settings(platformSettings).get());
    const isRight = await isRightPassword(password, account?.passwordHash ?? null);
    if (!account || !isRight) {
      await guard.failed();
      return refuse(problems.wrongCredentials);
    }
    await guard.succeeded();
    if (account.blocked) refuse(problems.accountBlocked);
    if (!account.confirmed) refuse(problems.emailNotConfirmed);
    const session = await inTransaction((tx) => openSession(tx, account.id, visitor));
    const deviceToken = device === null ? newDeviceToken(deviceKey(), account.id) : null;
    return { user: await toMe(account), next: safeNext(next), session, deviceToken };
  },

  /** Ends the session of these cookies; does nothing when there is none. */
  async signOut(refreshCookie: string | undefined, fromActor: { id: number; sessionId: string } | null): Promise<void> {
    const session =
      (await sessionOfToken(refreshCookie)) ?? (fromActor && { sessionId: fromActor.sessionId, userId: fromActor.id });
    if (!session) return;
    await inTransaction((tx) => endSessions(tx, { userId: session.userId, reason: 'signed-out', only: session.sessionId }));
  },
};
