import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** What an access cookie says about its bearer. */
export type AccessClaims = { readonly userId: number; readonly sessionId: string; readonly expiresAt: Date };

const ISSUER = 'lyceum';
const AUDIENCE = 'lyceum-site';
/** A token from a clock that runs ahead is taken up to this far in the future. Expiry has no leeway. */
const CLOCK_LEEWAY_SEC = 60;

const Header = z.strictObject({ alg: z.literal('HS256'), typ: z.literal('JWT'), kid: z.string() });
const Payload = z.strictObject({
  iss: z.literal(ISSUER),
  aud: z.literal(AUDIENCE),
  sub: z.string().regex(/^[1-9]\d{0,9}$/),
  sid: z.uuid(),
  iat: z.number().int(),
  exp: z.number().int(),
});

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const signature = (key: Buffer, signed: string) => createHmac('sha256', key).update(signed).digest();
const seconds = (instant: Date) => Math.floor(instant.getTime() / 1000);

/** Names the key without telling it. */
export const keyId = (key: Buffer): string => createHash('sha256').update('kid:').update(key).digest('hex').slice(0, 16);

/** A JWT (RFC 7519) signed with HS256. */
export function signAccess(key: Buffer, claims: Omit<AccessClaims, 'expiresAt'>, now: Date, lifetimeSec: number): string {
  const iat = seconds(now);
  const header = encode({ alg: 'HS256', typ: 'JWT', kid: keyId(key) });
  const payload = encode({
    iss: ISSUER,
    aud: AUDIENCE,
    sub: String(claims.userId),
    sid: claims.sessionId,
    iat,
    exp: iat + lifetimeSec,
  });
  return `${header}.${payload}.${signature(key, `${header}.${payload}`).toString('base64url')}`;
}

function read<T>(schema: z.ZodType<T>, part: string): T | null {
  try {
    return schema.safeParse(JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
}

/**
 * The claims of a token that is ours, whole and in time; null for everything else: another algorithm (`none` too),
 * another key, issuer or audience, a changed byte, an ended or a future one [A6, T5].
 */
export function verifyAccess(key: Buffer, token: string, now: Date): AccessClaims | null {
  if (token.length > 1000) return null;
  const [header, payload, mac, ...rest] = token.split('.');
  if (header === undefined || payload === undefined || mac === undefined || rest.length > 0) return null;
  const expected = signature(key, `${header}.${payload}`);
  const given = Buffer.from(mac, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  if (read(Header, header)?.kid !== keyId(key)) return null;
  const claims = read(Payload, payload);
  if (claims === null || claims.exp <= now.getTime() / 1000 || claims.iat > now.getTime() / 1000 + CLOCK_LEEWAY_SEC) return null;
  return { userId: Number(claims.sub), sessionId: claims.sid, expiresAt: new Date(claims.exp * 1000) };
}
