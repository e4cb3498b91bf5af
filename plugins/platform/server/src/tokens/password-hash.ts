import { hash, verify } from '@node-rs/bcrypt';
import { canonicalPassword, MAX_PASSWORD_BYTES } from '../../../domain/password/check-password.ts';

const bytes = (typed: string) => Buffer.from(canonicalPassword(typed), 'utf8');

/** bcrypt in a thread of its own, off the event loop. */
export async function hashPassword(typed: string, cost: number): Promise<string> {
  return hash(bytes(typed), { cost, rejectLongPasswords: true });
}

const dummies = new Map<number, Promise<string>>();

/** A hash no password has; made once a cost. */
async function dummyHash(cost: number): Promise<string> {
  const known =
    dummies.get(cost) ?? hash(Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url'), { cost });
  dummies.set(cost, known);
  return known;
}

/**
 * Whether the password is right. The same work is done where there is no account, so that the time does not tell
 * which addresses have one.
 */
export async function isPassword(typed: string, stored: string | null, cost: number): Promise<boolean> {
  const given = bytes(typed);
  const fits = given.length <= MAX_PASSWORD_BYTES;
  const matches = await verify(fits ? given : given.subarray(0, MAX_PASSWORD_BYTES), stored ?? (await dummyHash(cost)));
  return matches && fits && stored !== null;
}
