import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const mac = (key: Buffer, text: string) => createHmac('sha256', key).update(`device:${text}`).digest('base64url');

/**
 * Marks a browser from which this person has signed in. An attack on the account then fills other counters than the
 * owner's (OWASP "device cookies"). It opens nothing by itself.
 */
export function newDeviceToken(key: Buffer, userId: number): string {
  const text = `${userId}.${randomBytes(12).toString('base64url')}`;
  return `${text}.${mac(key, text)}`;
}

/** The device's own id when the mark is genuine and this person's, else null. */
export function deviceOf(key: Buffer, token: string | undefined, userId: number): string | null {
  const [user, id, signature] = (token ?? '').split('.');
  if (user !== String(userId) || !id || !signature) return null;
  const expected = Buffer.from(mac(key, `${user}.${id}`));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : null;
}
