import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import { refuse } from '@lyceum/core/contract';
import { announce, clock, db, inTransaction, newId, settings, type Tx } from '@lyceum/core/server';
import { platformEvents } from '../../../contract/events.ts';
import { platformProblems } from '../../../contract/problems.ts';
import { platformSettings } from '../../../contract/settings.ts';
import { deviceName } from '../../../domain/session/device-name.ts';
import { rotate } from '../../../domain/session/rotate.ts';
import type { SessionCookies } from '../access/cookies.ts';
import { accessKey, refreshKey } from '../access/keys.ts';
import { forgetSessions } from '../access/session-facts.ts';
import * as records from '../records/sessions.ts';
import { signAccess } from '../tokens/access-token.ts';
import { isGenuine, readRefreshToken, refreshToken } from '../tokens/refresh-token.ts';

/** A session as it goes into cookies. */
export type IssuedSession = SessionCookies & {
  readonly sessionId: string;
  readonly userId: number;
  readonly accessExpiresAt: Date;
};

export type Visitor = { readonly ip: string; readonly userAgent: string };

const storable = (ip: string) => (isIP(ip) ? ip : null);

type Named = { readonly sessionId: string; readonly userId: number; readonly salt: Buffer; readonly generation: number };

async function issue({ sessionId, userId, salt, generation }: Named): Promise<IssuedSession> {
  const { accessTokenSec, refreshTokenSec } = await settings(platformSettings).get();
  const now = clock.now();
  return {
    sessionId,
    userId,
    accessTokenSec,
    refreshTokenSec,
    accessToken: signAccess(accessKey(), { userId, sessionId }, now, accessTokenSec),
    refreshToken: refreshToken(refreshKey(), salt, sessionId, generation),
    accessExpiresAt: new Date(now.getTime() + accessTokenSec * 1000),
  };
}

/** Opens a session for a person whose password was right. */
export async function openSession(tx: Tx, userId: number, visitor: Visitor): Promise<IssuedSession> {
  const { refreshTokenSec } = await settings(platformSettings).get();
  const salt = randomBytes(32);
  const sessionId = newId();
  const userAgent = visitor.userAgent.slice(0, 400);
  await records.insert(tx, { id: sessionId, userId, salt, ip: storable(visitor.ip), userAgent, lifetimeSec: refreshTokenSec });
  return issue({ sessionId, userId, salt, generation: 1 });
}

/** Tells every listener and every copy of the cache that sessions are over. */
export async function announceEnded(tx: Tx, request: records.EndRequest, sessionIds: string[]): Promise<void> {
  if (sessionIds.length > 0)
    await announce(tx, platformEvents.sessionsRevoked, { userId: request.userId, sessionIds, reason: request.reason });
  tx.afterCommit(() => forgetSessions(sessionIds));
}

/** Ends sessions of a person and tells how many. */
export async function endSessions(tx: Tx, request: records.EndRequest): Promise<number> {
  const ended = await records.end(tx, request);
  await announceEnded(tx, request, ended);
  return ended.length;
}

/**
 * Renews a session by its refresh token. The token goes up one generation; the one before gets the same successor for
 * 30 s; an older one ends the session, because somebody else may hold it.
 * @returns null when the token is not ours, or the session is over
 */
export async function renewSession(text: string, ip: string): Promise<IssuedSession | null> {
  const token = readRefreshToken(text);
  if (!token) return null;
  const { refreshTokenSec } = await settings(platformSettings).get();
  return inTransaction(async (tx) => {
    const session = await records.lock(tx, token.sessionId);
    if (!session || !isGenuine(refreshKey(), session.salt, token) || !session.accountIsGood) return null;
    const now = clock.now();
    const rotation = rotate(session, token.generation, now);
    if (rotation.outcome === 'ended') return null;
    if (rotation.outcome === 'reuse') {
      await endSessions(tx, { userId: session.userId, reason: 'token-reused', only: token.sessionId });
      return null;
    }
    if (rotation.outcome === 'rotate') {
      const renewal = {
        id: token.sessionId,
        generation: rotation.generation,
        now,
        ip: storable(ip),
        lifetimeSec: refreshTokenSec,
      };
      await records.renew(tx, renewal);
    }
    return issue({ sessionId: token.sessionId, userId: session.userId, salt: session.salt, generation: rotation.generation });
  });
}

/** Whose genuine refresh token this is, good or over; signing out needs no more. */
export async function sessionOfToken(text: string | undefined): Promise<{ sessionId: string; userId: number } | null> {
  const token = readRefreshToken(text ?? '');
  if (!token) return null;
  const session = await records.lock(db(), token.sessionId);
  return session && isGenuine(refreshKey(), session.salt, token) ? { sessionId: token.sessionId, userId: session.userId } : null;
}

/** Open sessions as people read them. */
export async function openSessions(userId: number) {
  const rows = await records.open(userId);
  return rows.map(({ id, ip, userAgent, createdAt, lastSeenAt }) => ({
    id,
    ip,
    device: deviceName(userAgent),
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
  }));
}

/** Ends one session of this person. @throws Refusal when it is another's or over already, the same answer for both */
export async function endOne(request: records.EndRequest & { only: string }): Promise<number> {
  return inTransaction(async (tx) => {
    const ended = await endSessions(tx, request);
    return ended > 0 ? ended : refuse(platformProblems.sessionNotFound);
  });
}
