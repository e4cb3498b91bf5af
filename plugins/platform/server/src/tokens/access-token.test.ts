import { createHmac, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { keyId, signAccess, verifyAccess } from './access-token.ts';

const key = randomBytes(32);
const now = new Date('2026-05-01T10:00:00Z');
const after = (sec: number) => new Date(now.getTime() + sec * 1000);
const claims = { userId: 7, sessionId: '01975b1c-0000-7000-8000-000000000001' };
const token = signAccess(key, claims, now, 900);
const payload = {
  iss: 'lyceum',
  aud: 'lyceum-site',
  sub: '7',
  sid: claims.sessionId,
  iat: now.getTime() / 1000,
  exp: now.getTime() / 1000 + 900,
};

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const forge = (header: object, body: object, secret: Buffer = key) => {
  const signed = `${encode(header)}.${encode(body)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
};
const good = { alg: 'HS256', typ: 'JWT', kid: keyId(key) };

describe('access token [A6]', () => {
  it('tells who signed in', () => {
    expect(verifyAccess(key, token, now)).toEqual({ ...claims, expiresAt: after(900) });
    expect(verifyAccess(key, forge(good, payload), now)).not.toBeNull();
  });

  it('is good one second before its end and not at its end [T5]', () => {
    expect(verifyAccess(key, token, after(899))).not.toBeNull();
    expect(verifyAccess(key, token, after(900))).toBeNull();
    expect(verifyAccess(key, token, after(901))).toBeNull();
  });

  it('may come from a clock 60 s ahead, not from one 61 s ahead [T5]', () => {
    expect(verifyAccess(key, token, after(-60))).not.toBeNull();
    expect(verifyAccess(key, token, after(-61))).toBeNull();
  });

  it('is refused without an algorithm', () => {
    expect(verifyAccess(key, `${encode({ ...good, alg: 'none' })}.${encode(payload)}.`, now)).toBeNull();
    expect(verifyAccess(key, forge({ ...good, alg: 'none' }, payload), now)).toBeNull();
  });

  it('is refused with another algorithm, an RSA signature included', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const signed = `${encode({ ...good, alg: 'RS256' })}.${encode(payload)}`;
    expect(
      verifyAccess(key, `${signed}.${sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`, now),
    ).toBeNull();
    expect(verifyAccess(key, forge({ ...good, alg: 'HS512' }, payload), now)).toBeNull();
  });

  it('is refused with another key, another key id, another issuer or another audience', () => {
    const other = randomBytes(32);
    expect(verifyAccess(key, signAccess(other, claims, now, 900), now)).toBeNull();
    expect(verifyAccess(key, forge(good, payload, other), now)).toBeNull();
    expect(verifyAccess(key, forge({ ...good, kid: 'other' }, payload), now)).toBeNull();
    expect(verifyAccess(key, forge(good, { ...payload, iss: 'strapi' }), now)).toBeNull();
    expect(verifyAccess(key, forge(good, { ...payload, aud: 'lyceum-admin' }), now)).toBeNull();
  });

  it('is refused when a byte changed, a part is missing or it is no token at all', () => {
    const [header, , mac] = token.split('.');
    expect(verifyAccess(key, `${header}.${encode({ ...payload, sub: '8' })}.${mac}`, now)).toBeNull();
    for (const text of ['', '.', '..', 'a.b', 'a.b.c', 'a.b.c.d', `${token}.x`, 'x'.repeat(5000)])
      expect(verifyAccess(key, text, now)).toBeNull();
  });
});
