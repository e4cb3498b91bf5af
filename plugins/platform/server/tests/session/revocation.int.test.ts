import { createHmac } from 'node:crypto';
import { secret } from '@lyceum/core/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { refreshSession, signIn } from '../../../contract/accounts.ts';
import { changePassword, endMyOtherSessions, endMySession, getMe, listMySessions } from '../../../contract/me.ts';
import { FRESH_MS } from '../../src/access/session-facts.ts';
import { keyId, signAccess } from '../../src/tokens/access-token.ts';
import { accountsService, type Browser, browser, PASSWORD, signedIn, testKit } from '../support.ts';

type Kit = Awaited<ReturnType<typeof testKit>>;
type Sessions = { sessions: { id: string; current: boolean; device: string; ip: string }[] };
let kit: Kit;

beforeAll(async () => {
  kit = await testKit();
});

const sessionIdOf = (person: Browser) => (person.cookies.get('lyceum_refresh') ?? '').split('.')[0] ?? '';
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('tokens that are not ours [A6]', () => {
  it('opens nothing for alg none, another algorithm, another key, key id, issuer or audience', async () => {
    const { person, id } = await signedIn(kit);
    const key = secret('platform.access-token');
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: 'lyceum', aud: 'lyceum-site', sub: String(id), sid: sessionIdOf(person), iat: now, exp: now + 900 };
    const header = { alg: 'HS256', typ: 'JWT', kid: keyId(key) };
    const forge = (head: object, body: object, by: Buffer = key, hash = 'sha256') => {
      const signed = `${encode(head)}.${encode(body)}`;
      return `${signed}.${createHmac(hash, by).update(signed).digest('base64url')}`;
    };
    const call = (token: string) => kit.call(getMe, { headers: { cookie: `lyceum_access=${token}` } });
    expect((await call(forge(header, claims))).status).toBe(200);
    const tokens = [
      `${encode({ ...header, alg: 'none' })}.${encode(claims)}.`,
      forge({ ...header, alg: 'none' }, claims),
      forge({ ...header, alg: 'HS512' }, claims, key, 'sha512'),
      forge({ ...header, kid: 'another' }, claims),
      forge(header, claims, secret('some-other-service')),
      forge(header, { ...claims, aud: 'another-service' }),
      forge(header, { ...claims, iss: 'another-issuer' }),
      forge(header, { ...claims, exp: now - 1 }),
      forge(header, { ...claims, iat: now + 120, exp: now + 900 }),
      signAccess(key, { userId: id + 1, sessionId: sessionIdOf(person) }, new Date(), 900),
      signAccess(key, { userId: id, sessionId: crypto.randomUUID() }, new Date(), 900),
    ];
    for (const token of tokens) expect((await call(token)).status).toBe(401);
  });

  it('takes no token of the Strapi admin for a learner’s [A6]', async () => {
    const staff = await kit.staff();
    expect((await kit.call(getMe, { headers: staff.headers })).status).toBe(401);
  });
});

describe('own sessions', () => {
  it('shows each with device and address, and which one asks [X-09]', async () => {
    const { email, person } = await signedIn(kit, { address: '198.51.100.21' });
    const phone = browser(kit, '198.51.100.22');
    await phone.call(signIn, { body: { email, password: PASSWORD } });
    const reply = await person.call<Sessions>(listMySessions);
    expect(reply.body.sessions.map(({ current, ip, device }) => ({ current, ip, device }))).toEqual(
      expect.arrayContaining([
        { current: true, ip: '198.51.100.21', device: 'Firefox · Linux' },
        { current: false, ip: '198.51.100.22', device: 'Firefox · Linux' },
      ]),
    );
  });

  it('ends one of one’s own at once [X-08, A6]', async () => {
    const { email, person } = await signedIn(kit);
    const phone = browser(kit);
    await phone.call(signIn, { body: { email, password: PASSWORD } });
    expect((await phone.call(getMe)).status).toBe(200);
    expect((await person.call(endMySession, { params: { sessionId: sessionIdOf(phone) } })).body).toEqual({ endedSessions: 1 });
    expect((await phone.call(getMe)).status).toBe(401);
    expect((await phone.call(refreshSession)).status).toBe(401);
    expect((await person.call(getMe)).status).toBe(200);
  });

  it('gives another person’s session the same answer as one that does not exist [A1]', async () => {
    const [mine, other] = [await signedIn(kit), await signedIn(kit)];
    const theirs = await mine.person.call(endMySession, { params: { sessionId: sessionIdOf(other.person) } });
    const none = await mine.person.call(endMySession, { params: { sessionId: crypto.randomUUID() } });
    expect({ ...theirs.body, requestId: null, status: theirs.status }).toEqual({
      ...none.body,
      requestId: null,
      status: none.status,
    });
    expect(theirs.status).toBe(404);
    expect((await other.person.call(getMe)).status).toBe(200);
  });

  it('ends all but the one that asks [X-08]', async () => {
    const { email, person } = await signedIn(kit);
    const others = [browser(kit), browser(kit)];
    for (const other of others) await other.call(signIn, { body: { email, password: PASSWORD } });
    expect((await person.call(endMyOtherSessions)).body).toEqual({ endedSessions: 2 });
    for (const other of others) expect((await other.call(getMe)).status).toBe(401);
    expect((await person.call(getMe)).status).toBe(200);
  });
});

describe('what ends a session [A6]', () => {
  it('a new password ends every other session and keeps this one', async () => {
    const { email, person } = await signedIn(kit);
    const phone = browser(kit);
    await phone.call(signIn, { body: { email, password: PASSWORD } });
    const wrong = await person.call(changePassword, {
      body: { currentPassword: 'not this one', newPassword: 'dokuz yeşil kuş' },
    });
    expect(wrong.body.code).toBe('platform/current-password-wrong');
    const changed = await person.call(changePassword, { body: { currentPassword: PASSWORD, newPassword: 'dokuz yeşil kuş' } });
    expect(changed.body).toEqual({ changed: true, endedSessions: 1 });
    expect((await phone.call(getMe)).status).toBe(401);
    expect((await phone.call(refreshSession)).status).toBe(401);
    expect((await person.call(getMe)).status).toBe(200);
    accountsService(kit.strapi).forgetAllSessions();
    expect((await person.call(getMe)).status).toBe(200);
  });

  it('changes made by another process hold within 15 s: block, sign-out and a password set in the database', async () => {
    expect(FRESH_MS).toBeLessThanOrEqual(15_000);
    const changes = [
      'UPDATE up_users SET blocked = true WHERE id = ?',
      "UPDATE up_users SET password = 'another hash' WHERE id = ?",
      "UPDATE activity.platform_sessions SET ended_at = now(), end_reason = 'signed-out' WHERE user_id = ?",
    ];
    for (const change of changes) {
      const { person, id } = await signedIn(kit);
      expect((await person.call(getMe)).status).toBe(200);
      await kit.strapi.db.connection.raw(change, [id]);
      accountsService(kit.strapi).forgetAllSessions();
      expect((await person.call(getMe)).status).toBe(401);
      person.cookies.delete('lyceum_access');
      expect((await person.call(refreshSession)).status).toBe(401);
    }
  });
});
