import { defineEndpoint, Instant, listQuery, listReply, staff } from '@lyceum/core/contract';
import { z } from 'zod';
import { platformProblems as problems } from './problems.ts';
import { Role, RoleGrant, ScopeType } from './roles.ts';

export const USERS_READ = 'plugin::platform.users.read';
export const USERS_MANAGE = 'plugin::platform.users.manage';
export const USERS_ROLES = 'plugin::platform.users.roles';

/** What an account is just now. */
export const USER_STATES = ['active', 'unverified', 'disabled'] as const;
export const UserState = z.enum(USER_STATES);
export type UserState = z.output<typeof UserState>;

const UserParams = z.strictObject({ userId: z.string().regex(/^[a-z0-9]{20,32}$/) });

export const UserRow = z.object({
  id: z.string(),
  email: z.string(),
  displayName: z.string(),
  state: UserState,
  roles: z.array(z.object({ role: Role, scopeType: ScopeType, scopeId: z.string().nullable() })),
  locale: z.string(),
  timeZone: z.string(),
  createdAt: Instant,
  verifiedAt: Instant.nullable(),
  lastSeenAt: Instant.nullable(),
  openSessions: z.number().int(),
});
export type UserRow = z.output<typeof UserRow>;

export const listUsers = defineEndpoint({
  method: 'GET',
  path: '/platform/users',
  summary: 'Accounts, searched by name and e-mail address',
  access: staff(USERS_READ),
  query: listQuery(['createdAt', 'email', 'displayName'], { state: UserState.optional(), role: Role.optional() }),
  reply: listReply(UserRow),
});

export const UserSession = z.object({
  id: z.uuid(),
  ip: z.string().nullable(),
  device: z.string(),
  createdAt: Instant,
  lastSeenAt: Instant,
});

export const getUser = defineEndpoint({
  method: 'GET',
  path: '/platform/users/:userId',
  summary: 'One account with its open sessions',
  access: staff(USERS_READ),
  params: UserParams,
  reply: UserRow.extend({
    sessions: z.array(UserSession),
    staffAccount: z.object({ id: z.number(), active: z.boolean() }).nullable(),
  }),
  problems: [problems.userNotFound],
});

const Reason = z.string().trim().min(3).max(500);
const Changed = z.object({ state: UserState, endedSessions: z.number().int() });

export const blockUser = defineEndpoint({
  method: 'POST',
  path: '/platform/users/:userId/block',
  summary: 'Disable an account and end its sessions',
  access: staff(USERS_MANAGE),
  params: UserParams,
  body: z.strictObject({ reason: Reason }),
  reply: Changed,
  problems: [problems.userNotFound, problems.notYourself, problems.roleNotAllowed],
});

export const unblockUser = defineEndpoint({
  method: 'POST',
  path: '/platform/users/:userId/unblock',
  summary: 'Enable a disabled account',
  access: staff(USERS_MANAGE),
  params: UserParams,
  body: z.strictObject({ reason: Reason }),
  reply: Changed,
  problems: [problems.userNotFound, problems.roleNotAllowed],
});

export const signOutUser = defineEndpoint({
  method: 'POST',
  path: '/platform/users/:userId/sign-out',
  summary: 'End every session of an account',
  access: staff(USERS_MANAGE),
  params: UserParams,
  reply: Changed,
  problems: [problems.userNotFound],
});

export const endUserSession = defineEndpoint({
  method: 'DELETE',
  path: '/platform/users/:userId/sessions/:sessionId',
  summary: 'End one session of an account',
  access: staff(USERS_MANAGE),
  params: UserParams.extend({ sessionId: z.uuid() }),
  reply: Changed,
  problems: [problems.userNotFound, problems.sessionNotFound],
});

export const confirmUserEmail = defineEndpoint({
  method: 'POST',
  path: '/platform/users/:userId/confirm-email',
  summary: 'Confirm the e-mail address of an account by hand',
  access: staff(USERS_MANAGE),
  params: UserParams,
  body: z.strictObject({ reason: Reason }),
  reply: Changed,
  problems: [problems.userNotFound],
});

export const assignRoles = defineEndpoint({
  method: 'PUT',
  path: '/platform/users/:userId/roles',
  summary: 'Replace the roles of an account; a linked staff account follows',
  access: staff(USERS_ROLES),
  params: UserParams,
  body: z.strictObject({ roles: z.array(RoleGrant).min(1).max(20) }),
  reply: z.object({ roles: UserRow.shape.roles }),
  problems: [problems.userNotFound, problems.roleNotAllowed, problems.notYourself],
});
