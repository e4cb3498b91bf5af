import { clock } from '@lyceum/core/server';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { refreshSession, signIn, signOut } from '../../../contract/accounts.ts';
import { getMe } from '../../../contract/me.ts';
import { browser, PASSWORD, signedIn, testKit, uniqueEmail } from '../support.ts';

type Kit = Awaited<ReturnType<typeof testKit>>;
let kit: Kit;

beforeAll(async () => {
  kit = await testKit();
});
afterEach(() => clock.moveBy(0));

const cookieOf = (cookies: ReadonlyMap<string, string>, name: string) => cookies.get(name) ?? '';

describe('signing in', () => {
  it('puts both tokens into httpOnly, SameSite=Lax cookies and neither into the body [X-02, A7]', async () => {
    const { email } = await signedIn(kit);
    const person = browser(kit);
    const reply = await person.call(signIn, { body: { email, password: PASSWORD, next: '/exams/technician' } });
    const lineOf = (name: string) => person.setCookies.find((line) => line.startsWith(`${name}=`)) ?? '';
    for (const name of ['lyceum_access', 'lyceum_refresh']) {
      expect(lineOf(name)).toMatch(/; HttpOnly/);
      expect(lineOf(name)).toMatch(/; SameSite=Lax/);
      expect(lineOf(name)).toMatch(/; Path=\/(;|$)/);
      expect(lineOf(name)).not.toMatch(/; Secure/);
      expect(reply.text).not.toContain(cookieOf(person.cookies, name));
    }
    expect(lineOf('lyceum_signed_in')).toMatch(/^lyceum_signed_in=1;(?!.*HttpOnly)/);
    expect(reply.body).toMatchObject({ user: { email }, next: '/exams/technician' });
    expect(reply.headers.get('cache-control')).toBe('no-store');
  });

  it('follows no link to another site [X-20]', async () => {
    const { email } = await signedIn(kit);
    for (const next of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      const reply = await browser(kit).call(signIn, { body: { email, password: PASSWORD, next } });
      expect(reply.body.next).toBe('/');
    }
  });

  it('gives a wrong password and an unknown address the same answer [X-01]', async () => {
    const { email } = await signedIn(kit);
    const wrong = await browser(kit).call(signIn, { body: { email, password: 'not this one' } });
    const unknown = await browser(kit).call(signIn, { body: { email: uniqueEmail(), password: 'not this one' } });
    const shape = ({ status, body }: { status: number; body: Record<string, unknown> }) => ({ status, ...body, requestId: null });
    expect(shape(wrong)).toEqual(shape(unknown));
    expect(wrong.status).toBe(401);
  });

  it('refuses a form that another site sent [A8]', async () => {
    const { email, person } = await signedIn(kit);
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    expect((await browser(kit).call(signIn, { body: { email, password: PASSWORD }, headers: foreign })).status).toBe(403);
    expect((await person.call(signOut, { headers: foreign })).body.code).toBe('core/cross-site');
    expect((await person.call(getMe)).status).toBe(200);
  });

  it('takes the access token as a bearer header too', async () => {
    const { person, email } = await signedIn(kit);
    const reply = await kit.call(getMe, { headers: { authorization: `Bearer ${cookieOf(person.cookies, 'lyceum_access')}` } });
    expect(reply.body.email).toBe(email);
  });
});

describe('renewing a session', () => {
  it('gives a new pair and lets the old refresh token come once more for 30 s: two tabs at once [X-02]', async () => {
    const { person } = await signedIn(kit);
    const old = cookieOf(person.cookies, 'lyceum_refresh');
    const tabs = [browser(kit), browser(kit), browser(kit)];
    for (const tab of tabs) tab.cookies.set('lyceum_refresh', old);
    const replies = await Promise.all(tabs.map((tab) => tab.call(refreshSession)));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    const successors = new Set(tabs.map((tab) => cookieOf(tab.cookies, 'lyceum_refresh')));
    expect(successors.size).toBe(1);
    expect(successors.has(old)).toBe(false);
    for (const tab of tabs) expect((await tab.call(getMe)).status).toBe(200);
  });

  it('gives the same successor when the reply got lost and the browser asks again 29 s later [X-02]', async () => {
    const { person } = await signedIn(kit);
    const [first, second] = [browser(kit), browser(kit)];
    for (const one of [first, second]) one.cookies.set('lyceum_refresh', cookieOf(person.cookies, 'lyceum_refresh'));
    await first.call(refreshSession);
    clock.moveBy(29_000);
    expect((await second.call(refreshSession)).status).toBe(200);
    expect(cookieOf(second.cookies, 'lyceum_refresh')).toBe(cookieOf(first.cookies, 'lyceum_refresh'));
  });

  it('ends the whole family when a used token comes after 30 s [A6]', async () => {
    const { person } = await signedIn(kit);
    const thief = browser(kit);
    thief.cookies.set('lyceum_refresh', cookieOf(person.cookies, 'lyceum_refresh'));
    await person.call(refreshSession);
    clock.moveBy(31_000);
    const reuse = await thief.call(refreshSession);
    expect(reuse.status).toBe(401);
    expect(reuse.body.code).toBe('platform/session-ended');
    expect((await person.call(getMe)).status).toBe(401);
    expect((await person.call(refreshSession)).status).toBe(401);
    const { rows } = await kit.strapi.db.connection.raw(
      "SELECT count(*)::int AS count FROM activity.platform_sessions WHERE end_reason = 'token-reused'",
    );
    expect(rows[0].count).toBe(1);
  });

  it('happens by the way when the access cookie ran out, on a plain GET as well [X-02]', async () => {
    const { person, email } = await signedIn(kit);
    const old = cookieOf(person.cookies, 'lyceum_refresh');
    clock.moveBy(901_000);
    const reply = await person.call(getMe);
    expect(reply.body.email).toBe(email);
    expect(cookieOf(person.cookies, 'lyceum_refresh')).not.toBe(old);
    expect((await person.call(getMe)).status).toBe(200);
    expect(person.setCookies).toEqual([]);
  });

  it('refuses forged, foreign and mangled refresh tokens and clears the cookies [A6]', async () => {
    const { person } = await signedIn(kit);
    const [id = '', generation = '', mac = ''] = cookieOf(person.cookies, 'lyceum_refresh').split('.');
    for (const forged of [
      '',
      'x',
      `${id}.${Number(generation) + 1}.${mac}`,
      `${id}.${generation}.${'A'.repeat(43)}`,
      `${crypto.randomUUID()}.${generation}.${mac}`,
    ]) {
      const thief = browser(kit);
      thief.cookies.set('lyceum_refresh', forged);
      thief.cookies.set('lyceum_signed_in', '1');
      expect((await thief.call(refreshSession)).status).toBe(401);
      expect(thief.cookies.has('lyceum_signed_in')).toBe(false);
    }
    expect((await person.call(getMe)).status).toBe(200);
  });
});

describe('signing out', () => {
  it('ends the session for a stolen copy of both cookies at once [X-01, A6]', async () => {
    const { person } = await signedIn(kit);
    const thief = browser(kit);
    for (const [name, value] of person.cookies) thief.cookies.set(name, value);
    expect((await thief.call(getMe)).status).toBe(200);
    expect((await person.call(signOut)).status).toBe(200);
    expect([...person.cookies.keys()]).toEqual(['lyceum_device']);
    expect((await thief.call(getMe)).status).toBe(401);
    expect((await thief.call(refreshSession)).status).toBe(401);
  });

  it('works with an access cookie that ran out, and without any cookie', async () => {
    const { person } = await signedIn(kit);
    const copy = cookieOf(person.cookies, 'lyceum_refresh');
    person.cookies.delete('lyceum_access');
    await person.call(signOut);
    person.cookies.set('lyceum_refresh', copy);
    expect((await person.call(refreshSession)).status).toBe(401);
    expect((await browser(kit).call(signOut)).status).toBe(200);
  });
});

it('answers within a second for twenty requests of one page whose access cookie just ran out', async () => {
  const { person } = await signedIn(kit);
  clock.moveBy(901_000);
  const started = performance.now();
  const replies = await Promise.all(Array.from({ length: 20 }, () => person.call(getMe)));
  expect(replies.every(({ status }) => status === 200)).toBe(true);
  expect(performance.now() - started).toBeLessThan(1000);
});
