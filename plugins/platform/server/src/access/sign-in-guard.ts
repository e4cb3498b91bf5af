import { createHash } from 'node:crypto';
import { refuse } from '@lyceum/core/contract';
import { rateLimit } from '@lyceum/core/server';
import { platformProblems } from '../../../contract/problems.ts';
import { addressKey } from '../../../domain/sign-in/address-key.ts';

/** The limits as set by staff. */
export type GuardSettings = {
  readonly signInFailures: number;
  readonly signInFailuresAllAddresses: number;
  readonly addressFailures: number;
  readonly signInWindowSec: number;
  readonly signInBlockSec: number;
};

export type SignInTry = {
  readonly email: string;
  readonly ip: string;
  /** The id in this person's own device cookie, if one came. */
  readonly device: string | null;
  /** True when this person signed in from this address before. */
  readonly isKnownAddress: boolean;
};

type Limit = Parameters<typeof rateLimit>[0];

const hashed = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22);

function limitsOf({ email, ip, device }: SignInTry, settings: GuardSettings): { own: Limit; account: Limit; address: Limit } {
  const time = { perSec: settings.signInWindowSec, blockSec: settings.signInBlockSec };
  const account = hashed(email);
  const place = device === null ? addressKey(ip) : `device-${device}`;
  return {
    own: { key: `sign-in:own:${account}:${place}`, points: settings.signInFailures, ...time },
    account: { key: `sign-in:account:${account}`, points: settings.signInFailuresAllAddresses, ...time },
    address: { key: `sign-in:address:${addressKey(ip)}`, points: settings.addressFailures, ...time },
  };
}

const wait = (retryAfterSec: number) => refuse(platformProblems.tooManySignIns, { params: { retryAfterSec } });

/**
 * Three counters stand in front of the password check [X-18, A9]:
 * - this account from this address (or from the owner's own device): a few tries, then that address waits;
 * - this account from everywhere: many addresses together do not get further, while devices and addresses the owner has
 *   used before are not held up;
 * - this address over all accounts, failures only: stops trying one password on a thousand accounts, and leaves a campus
 *   with three thousand honest learners alone.
 * A try is counted before the password is checked, so that a thousand at once do not slip through together.
 * @throws Refusal `platform/too-many-sign-ins` with the waiting time
 */
export async function enterSignIn(
  attempt: SignInTry,
  settings: GuardSettings,
): Promise<{ failed(): Promise<void>; succeeded(): Promise<void> }> {
  const { own, account, address } = limitsOf(attempt, settings);
  const isStranger = attempt.device === null && !attempt.isKnownAddress;
  const mine = await rateLimit(own);
  if (!mine.allowed) wait(mine.retryAfterSec);
  if (isStranger) {
    const here = await rateLimit({ ...address, cost: 0 });
    if (!here.allowed) wait(here.retryAfterSec);
    const everywhere = await rateLimit(account);
    if (!everywhere.allowed) wait(everywhere.retryAfterSec);
  }
  return {
    async failed() {
      if (isStranger) await rateLimit(address);
    },
    async succeeded() {
      await rateLimit.reset(own);
      if (isStranger) await rateLimit.reset(account);
    },
  };
}

/** Whether this address may get one more account mail this hour; asked and counted in one. */
export async function mayMail(email: string, mailsPerHour: number): Promise<boolean> {
  return (await rateLimit({ key: `account-mail:${hashed(email)}`, points: mailsPerHour, perSec: 3600 })).allowed;
}

/** The current password is asked again for changes; guesses there are counted as well. */
export async function enterPasswordCheck(userId: number, settings: GuardSettings): Promise<{ succeeded(): Promise<void> }> {
  const limit = {
    key: `password:${userId}`,
    points: settings.signInFailures,
    perSec: settings.signInWindowSec,
    blockSec: settings.signInBlockSec,
  };
  const answer = await rateLimit(limit);
  if (!answer.allowed) wait(answer.retryAfterSec);
  return { succeeded: () => rateLimit.reset(limit) };
}
