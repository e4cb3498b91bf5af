import { type Actor, clock, type IdentityRequest, type IdentityResolver } from '@lyceum/core/server';
import { ACCESS_COOKIE, REFRESH_COOKIE } from '../../../contract/cookies.ts';
import { isPartnerToken, partnerWith } from '../services/partner-tokens.ts';
import { renewSession } from '../services/sessions.ts';
import { verifyAccess } from '../tokens/access-token.ts';
import { clearSessionCookies, setSessionCookies } from './cookies.ts';
import { accessKey } from './keys.ts';
import { sessionFacts } from './session-facts.ts';

const NOBODY: Actor = { kind: 'nobody' };

/** The token of the Authorization header, else the access cookie, which stands for that header in a browser. */
function bearer({ headers, cookies }: IdentityRequest): string | null {
  const { authorization } = headers;
  const given = typeof authorization === 'string' ? /^Bearer (\S+)$/i.exec(authorization)?.[1] : undefined;
  return given ?? cookies[ACCESS_COOKIE] ?? null;
}

async function learner(userId: number, sessionId: string): Promise<Actor> {
  const facts = await sessionFacts(sessionId);
  return facts?.userId === userId ? { kind: 'learner', id: userId, sessionId, roles: facts.roles } : NOBODY;
}

/** Renews by the refresh cookie, whatever the request is about, so that nobody is thrown out in the middle of an exam. */
async function renewed(request: IdentityRequest, refreshCookie: string): Promise<Actor> {
  const session = await renewSession(refreshCookie, request.ip);
  if (session) {
    setSessionCookies(request, session);
    return learner(session.userId, session.sessionId);
  }
  clearSessionCookies(request);
  return NOBODY;
}

/**
 * Who is asking [X-02, A6]: a token of a partner is looked up by its hash; the access token is checked in memory, its session at most every 15 s in the database. An
 * access token that has run out is renewed by the way when a good refresh cookie came along.
 */
export const identity: IdentityResolver = {
  async resolve(request) {
    const token = bearer(request);
    if (token !== null && isPartnerToken(token)) return partnerWith(token);
    const claims = token === null ? null : verifyAccess(accessKey(), token, clock.now());
    if (claims) {
      const actor = await learner(claims.userId, claims.sessionId);
      if (actor.kind === 'nobody' && token === request.cookies[ACCESS_COOKIE]) clearSessionCookies(request);
      return actor;
    }
    const refreshCookie = request.cookies[REFRESH_COOKIE];
    return refreshCookie ? renewed(request, refreshCookie) : NOBODY;
  },
};
