import { createHash, randomBytes } from 'node:crypto';

/** The secret of a one-time link: 256 random bits. Only its hash is stored. */
export function newLinkToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: linkHash(token) };
}

export const linkHash = (token: string): Buffer => createHash('sha256').update(token).digest();
