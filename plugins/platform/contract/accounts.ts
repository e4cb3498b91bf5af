import { defineEndpoint, everyone, Locale, TimeZone } from '@lyceum/core/contract';
import { z } from 'zod';
import { Me } from './me.ts';
import { PASSWORD_PROBLEMS } from './password-problems.ts';
import { platformProblems as problems } from './problems.ts';
import { DisplayName, Email, LinkToken, NextPath, Password } from './values.ts';

/** The same answer whether the address has an account or not; what is true stands in the mail. */
export const MailAnswer = z.object({ answer: z.literal('look-into-your-mail') });

export const registerAccount = defineEndpoint({
  method: 'POST',
  path: '/v1/platform/register',
  summary: 'Register an account; a confirmation link goes out by mail',
  access: everyone,
  limit: { points: 600, perSec: 600 },
  maxBodyBytes: 8192,
  body: z.strictObject({ email: Email, password: Password, displayName: DisplayName, locale: Locale, timeZone: TimeZone }),
  reply: MailAnswer,
  problems: PASSWORD_PROBLEMS,
});

export const confirmEmail = defineEndpoint({
  method: 'POST',
  path: '/v1/platform/confirm',
  summary: 'Confirm an e-mail address by the link of a mail (works once, 24 h)',
  access: everyone,
  limit: { points: 1200, perSec: 600 },
  maxBodyBytes: 2048,
  body: z.strictObject({ token: LinkToken }),
  reply: z.object({ confirmed: z.literal(true) }),
  problems: [problems.linkInvalid],
});

export const resendConfirmation = defineEndpoint({
  method: 'POST',
  path: '/v1/platform/resend-confirmation',
  summary: 'Send the confirmation link again',
  access: everyone,
  limit: { points: 300, perSec: 600 },
  maxBodyBytes: 2048,
  body: z.strictObject({ email: Email }),
  reply: MailAnswer,
});

export const signIn = defineEndpoint({
  method: 'POST',
  path: '/v1/platform/sign-in',
  summary: 'Sign in; sets the session cookies',
  access: everyone,
  maxBodyBytes: 8192,
  body: z.strictObject({ email: Email, password: Password, next: NextPath.optional() }),
  /** `next` is the asked path when it is one of this site, else `/`. */
  reply: z.object({ user: Me, next: z.string() }),
  problems: [problems.wrongCredentials, problems.emailNotConfirmed, problems.accountBlocked, problems.tooManySignIns],
});

export const refreshSession = defineEndpoint({
  method: 'POST',
  path: '/v1/platform/refresh',
  summary: 'Renew the access cookie by the refresh cookie',
  access: everyone,
  limit: { points: 3000, perSec: 60 },
  maxBodyBytes: 256,
  reply: z.object({ accessExpiresAt: z.iso.datetime() }),
  problems: [problems.sessionEnded],
});

export const signOut = defineEndpoint({
  method: 'POST',
  path: '/v1/platform/sign-out',
  summary: 'End this session and remove its cookies; does no harm when there is none',
  access: everyone,
  maxBodyBytes: 256,
  reply: z.object({ signedOut: z.literal(true) }),
});

export const forgotPassword = defineEndpoint({
  method: 'POST',
  path: '/v1/platform/forgot-password',
  summary: 'Send a link that lets the reader set a new password',
  access: everyone,
  limit: { points: 300, perSec: 600 },
  maxBodyBytes: 2048,
  body: z.strictObject({ email: Email }),
  reply: MailAnswer,
});

export const resetPassword = defineEndpoint({
  method: 'POST',
  path: '/v1/platform/reset-password',
  summary: 'Set a new password by the link of a mail (works once, 1 h); ends every session',
  access: everyone,
  limit: { points: 600, perSec: 600 },
  maxBodyBytes: 8192,
  body: z.strictObject({ token: LinkToken, password: Password }),
  reply: z.object({ changed: z.literal(true) }),
  problems: [problems.linkInvalid, ...PASSWORD_PROBLEMS],
});
