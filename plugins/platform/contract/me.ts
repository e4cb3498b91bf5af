import { defineEndpoint, Instant, Locale, owner, signedIn, TimeZone } from '@lyceum/core/contract';
import { z } from 'zod';
import { PASSWORD_PROBLEMS } from './password-problems.ts';
import { platformProblems as problems } from './problems.ts';
import { Role, ScopeType } from './roles.ts';
import { DisplayName, Password } from './values.ts';

/** The signed-in person as they see themselves. */
export const Me = z.object({
  /** Public id. */
  id: z.string(),
  email: z.string(),
  displayName: z.string(),
  locale: Locale,
  /** IANA. */
  timeZone: z.string(),
  roles: z.array(z.object({ role: Role, scopeType: ScopeType, scopeId: z.string().nullable() })),
  createdAt: Instant,
});
export type Me = z.output<typeof Me>;

export const getMe = defineEndpoint({
  method: 'GET',
  path: '/v1/platform/me',
  summary: 'The signed-in person',
  access: signedIn,
  reply: Me,
});

export const changeMe = defineEndpoint({
  method: 'PATCH',
  path: '/v1/platform/me',
  summary: 'Change own name, language or time zone',
  access: signedIn,
  maxBodyBytes: 4096,
  limit: { points: 60, perSec: 60 },
  body: z.strictObject({ displayName: DisplayName.optional(), locale: Locale.optional(), timeZone: TimeZone.optional() }),
  reply: Me,
});

export const changePassword = defineEndpoint({
  method: 'POST',
  path: '/v1/platform/me/password',
  summary: 'Change own password; ends every other session',
  access: signedIn,
  maxBodyBytes: 8192,
  limit: { points: 20, perSec: 900 },
  body: z.strictObject({ currentPassword: Password, newPassword: Password }),
  reply: z.object({ changed: z.literal(true), endedSessions: z.number().int() }),
  problems: [problems.currentPasswordWrong, problems.tooManySignIns, ...PASSWORD_PROBLEMS],
});

/** A sign-in that is still good. */
export const OwnSession = z.object({
  id: z.uuid(),
  /** The one that asks. */
  current: z.boolean(),
  ip: z.string().nullable(),
  /** For example "Firefox · Linux". */
  device: z.string(),
  createdAt: Instant,
  /** Exact to five minutes. */
  lastSeenAt: Instant,
});

export const listMySessions = defineEndpoint({
  method: 'GET',
  path: '/v1/platform/me/sessions',
  summary: 'Own sessions, the latest first',
  access: signedIn,
  reply: z.object({ sessions: z.array(OwnSession) }),
});

export const endMySession = defineEndpoint({
  method: 'DELETE',
  path: '/v1/platform/me/sessions/:sessionId',
  summary: 'End one own session',
  access: owner('session'),
  params: z.strictObject({ sessionId: z.uuid() }),
  reply: z.object({ endedSessions: z.number().int() }),
  problems: [problems.sessionNotFound],
});

export const endMyOtherSessions = defineEndpoint({
  method: 'DELETE',
  path: '/v1/platform/me/sessions',
  summary: 'End every own session but the one that asks',
  access: signedIn,
  reply: z.object({ endedSessions: z.number().int() }),
});
