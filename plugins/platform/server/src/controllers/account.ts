import { refuse } from '@lyceum/core/contract';
import { answer } from '@lyceum/core/server';
import * as contract from '../../../contract/accounts.ts';
import { DEVICE_COOKIE, REFRESH_COOKIE } from '../../../contract/cookies.ts';
import { platformProblems } from '../../../contract/problems.ts';
import { clearSessionCookies, setDeviceCookie, setSessionCookies } from '../access/cookies.ts';
import { account } from '../services/account.ts';
import { renewSession } from '../services/sessions.ts';
import { signingIn } from '../services/sign-in.ts';

const LOOK = { answer: 'look-into-your-mail' } as const;

export const accountAnswers = [
  answer(contract.registerAccount, async ({ body }) => {
    await account.register(body);
    return LOOK;
  }),
  answer(contract.confirmEmail, async ({ body }) => {
    await account.confirm(body.token);
    return { confirmed: true as const };
  }),
  answer(contract.resendConfirmation, async ({ body }) => {
    await account.resendConfirmation(body.email);
    return LOOK;
  }),
  answer(contract.signIn, async ({ body, request }) => {
    const { session, deviceToken, user, next } = await signingIn.signIn(body, request, request.cookies[DEVICE_COOKIE]);
    setSessionCookies(request, session);
    if (deviceToken !== null) setDeviceCookie(request, deviceToken);
    return { user, next };
  }),
  answer(contract.refreshSession, async ({ request }) => {
    const session = await renewSession(request.cookies[REFRESH_COOKIE] ?? '', request.ip);
    if (session === null) {
      clearSessionCookies(request);
      return refuse(platformProblems.sessionEnded);
    }
    setSessionCookies(request, session);
    return { accessExpiresAt: session.accessExpiresAt.toISOString() };
  }),
  answer(contract.signOut, async ({ request, actor }) => {
    await signingIn.signOut(request.cookies[REFRESH_COOKIE], actor.kind === 'learner' ? actor : null);
    clearSessionCookies(request);
    return { signedOut: true as const };
  }),
  answer(contract.forgotPassword, async ({ body }) => {
    await account.forgotPassword(body.email);
    return LOOK;
  }),
  answer(contract.resetPassword, async ({ body, request }) => {
    await account.resetPassword(body.token, body.password);
    clearSessionCookies(request);
    return { changed: true as const };
  }),
];
