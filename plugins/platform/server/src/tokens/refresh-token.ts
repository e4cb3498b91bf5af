import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a refresh cookie names; whether it is genuine only `isGenuine` tells. */
export type RefreshToken = { readonly sessionId: string; readonly generation: number; readonly mac: Buffer };

const mac = (key: Buffer, salt: Buffer, sessionId: string, generation: number) =>
  createHmac('sha256', key).update(salt).update(`refresh:${sessionId}:${generation}`).digest();

const TOKEN = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.([1-9]\d{0,8})\.([A-Za-z0-9_-]{43})$/;

/**
 * The refresh token of a generation. It is worked out of the installation's key and the session's salt, so that the same
 * successor can be given twice without being stored, and neither the database nor the key alone is enough to make one.
 */
export function refreshToken(key: Buffer, salt: Buffer, sessionId: string, generation: number): string {
  return `${sessionId}.${generation}.${mac(key, salt, sessionId, generation).toString('base64url')}`;
}

/** The parts of a token of our form, else null. */
export function readRefreshToken(text: string): RefreshToken | null {
  const [, sessionId, generation, signature] = TOKEN.exec(text) ?? [];
  if (sessionId === undefined || generation === undefined || signature === undefined) return null;
  return { sessionId, generation: Number(generation), mac: Buffer.from(signature, 'base64url') };
}

/** Whether this installation made the token for the session with this salt. */
export function isGenuine(key: Buffer, salt: Buffer, token: RefreshToken): boolean {
  const expected = mac(key, salt, token.sessionId, token.generation);
  return token.mac.length === expected.length && timingSafeEqual(token.mac, expected);
}
