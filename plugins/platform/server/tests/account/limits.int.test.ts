import { randomBytes } from 'node:crypto';
import { isRefusal } from '@lyceum/core/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../../../contract/accounts.ts';
import { platformSettings } from '../../../contract/settings.ts';
import { enterSignIn, type SignInTry } from '../../src/access/sign-in-guard.ts';
import { browser, PASSWORD, signedIn, testKit, uniqueEmail } from '../support.ts';

type Kit = Awaited<ReturnType<typeof testKit>>;
let kit: Kit;
const limits = platformSettings.schema.parse({});

beforeAll(async () => {
  kit = await testKit();
});

const address = () => `2001:db8:${randomBytes(2).toString('hex')}:${randomBytes(2).toString('hex')}::1`;
const stranger = (email: string, ip: string): SignInTry => ({ email, ip, device: null, isKnownAddress: false });

/** One guess; true when the password was looked at. */
async function guess(attempt: SignInTry): Promise<boolean> {
  try {
    const guard = await enterSignIn(attempt, limits);
    await guard.failed();
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

const count = (list: boolean[]) => list.filter(Boolean).length;

describe('guesses of passwords [A9]', () => {
  it('10,000 guesses at one account from one address get ten looks', async () => {
    const [email, ip] = [uniqueEmail(), address()];
    const looks = await Promise.all(Array.from({ length: 10_000 }, () => guess(stranger(email, ip))));
    expect(count(looks)).toBe(10);
  });

  it('10,000 guesses at one account from 10,000 addresses get fifty looks, and its owner still comes in', async () => {
    const email = uniqueEmail();
    const looks = await Promise.all(Array.from({ length: 10_000 }, () => guess(stranger(email, address()))));
    expect(count(looks)).toBe(50);
    expect(await guess({ email, ip: address(), device: 'own-device', isKnownAddress: false })).toBe(true);
    expect(await guess({ email, ip: address(), device: null, isKnownAddress: true })).toBe(true);
  });

  it('10,000 guesses from one address at 10,000 accounts get a thousand looks', async () => {
    const ip = address();
    let looks = 0;
    for (let turn = 0; turn < 100; turn += 1) {
      looks += count(await Promise.all(Array.from({ length: 100 }, () => guess(stranger(uniqueEmail(), ip)))));
    }
    expect(looks).toBeGreaterThanOrEqual(1000);
    expect(looks).toBeLessThan(1100);
  });

  it('does not lock out 3,000 honest learners of one campus address, every fourth of whom mistypes once', async () => {
    const ip = address();
    for (let group = 0; group < 30; group += 1) {
      const honest = Array.from({ length: 100 }, async (_, at) => {
        const attempt = stranger(uniqueEmail(), ip);
        if (at % 4 === 0 && !(await guess(attempt))) return false;
        const guard = await enterSignIn(attempt, limits);
        await guard.succeeded();
        return true;
      });
      expect(count(await Promise.all(honest))).toBe(100);
    }
  });

  it('counts an IPv6 network as one address', async () => {
    const email = uniqueEmail();
    const network = `2001:db8:${randomBytes(2).toString('hex')}:1`;
    const looks = await Promise.all(Array.from({ length: 100 }, (_, at) => guess(stranger(email, `${network}::${at + 1}`))));
    expect(count(looks)).toBe(10);
  });
});

describe('the endpoint under guesses', () => {
  it('answers 429 with the waiting time after ten wrong passwords, and lets the owner in from elsewhere [X-18, A9]', async () => {
    const { email, person } = await signedIn(kit);
    const thief = browser(kit, '203.0.113.50');
    for (let turn = 0; turn < 10; turn += 1) {
      expect((await thief.call(signIn, { body: { email, password: `guess number ${turn}` } })).status).toBe(401);
    }
    const refused = await thief.call<{ code: string; params: { retryAfterSec: number } }>(signIn, {
      body: { email, password: PASSWORD },
    });
    expect(refused.status).toBe(429);
    expect(refused.body.code).toBe('platform/too-many-sign-ins');
    expect(Number(refused.headers.get('retry-after'))).toBe(refused.body.params.retryAfterSec);
    expect(refused.body.params.retryAfterSec).toBeGreaterThan(800);
    expect(refused.body.params.retryAfterSec).toBeLessThanOrEqual(900);
    expect((await browser(kit, '203.0.113.51').call(signIn, { body: { email, password: PASSWORD } })).status).toBe(200);

    const sameRoom = browser(kit, '203.0.113.50');
    sameRoom.cookies.set('lyceum_device', person.cookies.get('lyceum_device') ?? '');
    expect((await sameRoom.call(signIn, { body: { email, password: PASSWORD } })).status).toBe(200);
  });

  it('limits guesses at an address without an account just the same [X-01]', async () => {
    const [email, thief] = [uniqueEmail(), browser(kit, '203.0.113.60')];
    const statuses: number[] = [];
    for (let turn = 0; turn < 12; turn += 1)
      statuses.push((await thief.call(signIn, { body: { email, password: 'guess' } })).status);
    expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
  });

  it('forgets an honest person’s slips after the right password', async () => {
    const { email } = await signedIn(kit);
    const person = browser(kit, '203.0.113.70');
    for (let round = 0; round < 3; round += 1) {
      for (let turn = 0; turn < 5; turn += 1) await person.call(signIn, { body: { email, password: 'slip of the finger' } });
      expect((await person.call(signIn, { body: { email, password: PASSWORD } })).status).toBe(200);
    }
  });
});
