import { defineEvent } from '@lyceum/core/contract';
import { z } from 'zod';
import { Role, ScopeType } from './roles.ts';

/** `userId` is the numeric id of the account, as in every activity table. */
const userId = z.number().int().positive();

export const SESSION_END_REASONS = [
  'signed-out',
  'ended-by-user',
  'ended-by-staff',
  'password-changed',
  'blocked',
  'token-reused',
  'roles-changed',
] as const;
export const SessionEndReason = z.enum(SESSION_END_REASONS);
export type SessionEndReason = z.output<typeof SessionEndReason>;

export const platformEvents = {
  userRegistered: defineEvent('platform.userRegistered', 1, z.object({ userId, locale: z.string() })),
  userConfirmed: defineEvent('platform.userConfirmed', 1, z.object({ userId })),
  passwordChanged: defineEvent('platform.passwordChanged', 1, z.object({ userId, by: z.enum(['user', 'reset']) })),
  sessionsRevoked: defineEvent(
    'platform.sessionsRevoked',
    1,
    z.object({ userId, sessionIds: z.array(z.uuid()), reason: SessionEndReason }),
  ),
  rolesChanged: defineEvent(
    'platform.rolesChanged',
    1,
    z.object({ userId, roles: z.array(z.object({ role: Role, scopeType: ScopeType, scopeId: z.string().nullable() })) }),
  ),
  userBlocked: defineEvent('platform.userBlocked', 1, z.object({ userId })),
  userUnblocked: defineEvent('platform.userUnblocked', 1, z.object({ userId })),
} as const;
