import { coreProblems, type Problem, refuse } from '../../contract/index.ts';
import { shared } from './state.ts';

export type Role = { readonly role: string; readonly scope: string | null };

/** Who is asking. */
export type Actor =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'learner'; readonly id: number; readonly sessionId: string; readonly roles: readonly Role[] }
  | { readonly kind: 'staff'; readonly id: number; readonly email: string }
  | { readonly kind: 'partner'; readonly id: number; readonly name: string; readonly scopes: readonly string[] };

export type Learner = Extract<Actor, { kind: 'learner' }>;
export type Partner = Extract<Actor, { kind: 'partner' }>;
export type StaffMember = Extract<Actor, { kind: 'staff' }>;

/** What the resolver may read, and the cookies it may renew. */
export type IdentityRequest = {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly cookies: Readonly<Record<string, string>>;
  readonly ip: string;
  setCookie(name: string, value: string, options: CookieOptions): void;
};

export type CookieOptions = {
  httpOnly?: boolean;
  secure?: boolean;
  sameSite?: 'lax' | 'strict' | 'none';
  path?: string;
  /** Seconds; 0 removes the cookie. */
  maxAgeSec?: number;
};

export type IdentityResolver = { resolve(request: IdentityRequest): Promise<Actor> };

const holder = shared('identity', () => ({ resolver: null as IdentityResolver | null }));

/** The platform hands over how a session cookie or a token becomes a person. */
export function registerIdentity(resolver: IdentityResolver): void {
  holder.resolver = resolver;
}

export async function resolveActor(request: IdentityRequest): Promise<Actor> {
  return (await holder.resolver?.resolve(request)) ?? { kind: 'nobody' };
}

/** The signed-in learner. @throws Refusal `core/not-signed-in`, or the given problem */
export function learnerOf(actor: Actor, problem: Problem = coreProblems.notSignedIn): Learner {
  return actor.kind === 'learner' ? actor : refuse(problem);
}

/** The member of staff. @throws Refusal `core/not-signed-in` */
export function staffOf(actor: Actor): StaffMember {
  return actor.kind === 'staff' ? actor : refuse(coreProblems.notSignedIn);
}

/** The partner whose token this is. @throws Refusal `core/not-signed-in` */
export function partnerOf(actor: Actor): Partner {
  return actor.kind === 'partner' ? actor : refuse(coreProblems.notSignedIn);
}

/** A short stable name of an actor for keys and audit rows. */
export const actorKey = (actor: Actor): string => (actor.kind === 'nobody' ? 'nobody' : `${actor.kind}:${actor.id}`);
