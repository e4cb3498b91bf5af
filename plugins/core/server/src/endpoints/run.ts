import { type AnyEndpoint, coreProblems, refuse } from '../../../contract/index.ts';
import { type Actor, actorKey, resolveActor } from '../identity.ts';
import { withLogContext } from '../ports/log.ts';
import { publicOrigin } from '../ports/paths.ts';
import { rateLimit } from '../ports/rate-limit.ts';
import { overApiLimit } from './api-limit.ts';
import { checkReply, parseRequest } from './check.ts';
import { isCrossSite } from './cross-site.ts';
import type { HttpRequest, RawReply, RawRequest } from './http.ts';
import { once } from './idempotency.ts';
import { problemReply } from './problem-reply.ts';
import type { Answer } from './registry.ts';

async function actorOf(endpoint: AnyEndpoint, raw: RawRequest): Promise<Actor> {
  if (endpoint.anonymous && endpoint.access.kind === 'public') return { kind: 'nobody' };
  if (endpoint.access.kind === 'staff') return raw.staff ? { kind: 'staff', ...raw.staff } : { kind: 'nobody' };
  return resolveActor(raw.http);
}

/**
 * Who may. "Own" is decided by the record itself: the handler looks it up together with the actor's id
 * and refuses with the 404 of a record that does not exist.
 */
function admit(endpoint: AnyEndpoint, actor: Actor): void {
  const { access } = endpoint;
  if (access.kind === 'public') return;
  if (access.kind === 'partner') {
    if (actor.kind !== 'partner') refuse(coreProblems.notSignedIn);
    if (!actor.scopes.includes(access.scope)) refuse(coreProblems.forbidden);
    return;
  }
  const wanted = access.kind === 'staff' ? 'staff' : 'learner';
  if (actor.kind !== wanted) refuse(coreProblems.notSignedIn);
}

async function limit(endpoint: AnyEndpoint, actor: Actor, http: HttpRequest): Promise<void> {
  if (!endpoint.limit) {
    const waitSec = actor.kind === 'learner' ? await overApiLimit(actorKey(actor)) : null;
    if (waitSec !== null) refuse(coreProblems.tooManyRequests, { params: { retryAfterSec: waitSec } });
    return;
  }
  const caller = actor.kind === 'nobody' ? `ip:${http.ip}` : actorKey(actor);
  const { allowed, retryAfterSec } = await rateLimit({ key: `${endpoint.method} ${endpoint.path} ${caller}`, ...endpoint.limit });
  if (!allowed) refuse(coreProblems.tooManyRequests, { params: { retryAfterSec } });
}

async function carryOut({ endpoint, handle }: Answer, raw: RawRequest): Promise<RawReply> {
  if (isCrossSite(raw.method, raw.http.headers, publicOrigin())) refuse(coreProblems.crossSite);
  const actor = await actorOf(endpoint, raw);
  admit(endpoint, actor);
  await limit(endpoint, actor, raw.http);
  const parsed = parseRequest(endpoint, raw);
  const work = async () => checkReply(endpoint, await handle({ ...parsed, actor, request: raw.http }));
  const body = endpoint.idempotent ? await once(endpoint, actor, raw, work) : await work();
  return body === undefined ? { status: 204, headers: {}, body: null } : { status: endpoint.status ?? 200, headers: {}, body };
}

/** Runs one request through its endpoint's rules. Never throws: every error ends as a problem document. */
export async function run(answer: Answer, raw: RawRequest): Promise<RawReply> {
  return withLogContext({ requestId: raw.http.id }, async () => {
    try {
      return await carryOut(answer, raw);
    } catch (error) {
      return problemReply(answer.endpoint, error, raw.http.id);
    }
  });
}
