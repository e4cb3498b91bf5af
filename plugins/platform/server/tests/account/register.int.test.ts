import { beforeAll, describe, expect, it } from 'vitest';
import {
  confirmEmail,
  forgotPassword,
  registerAccount,
  resendConfirmation,
  resetPassword,
  signIn,
} from '../../../contract/accounts.ts';
import { getMe } from '../../../contract/me.ts';
import { type Browser, browser, latestToken, mailsTo, PASSWORD, signedIn, testKit, uniqueEmail } from '../support.ts';

type Kit = Awaited<ReturnType<typeof testKit>>;
let kit: Kit;
let visitor: Browser;

const form = (email: string) => ({
  email,
  password: PASSWORD,
  displayName: 'Zeynep Yılmaz',
  locale: 'tr',
  timeZone: 'Europe/Istanbul',
});

beforeAll(async () => {
  kit = await testKit();
  visitor = browser(kit);
});

describe('registering', () => {
  it('registers, confirms by the mail and signs in [X-01]', async () => {
    const email = uniqueEmail();
    const registered = await visitor.call(registerAccount, { body: form(email) });
    expect(registered.status).toBe(200);
    expect(registered.body).toEqual({ answer: 'look-into-your-mail' });
    const early = await visitor.call(signIn, { body: { email, password: PASSWORD } });
    expect(early.status).toBe(403);
    expect(early.body.code).toBe('platform/email-not-confirmed');

    const [mail] = await mailsTo(kit, email);
    expect(mail?.subject).toBe('E-posta adresinizi onaylayın');
    expect(mail?.body_text).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/tr\/confirm\?token=/m);
    const confirmed = await visitor.call(confirmEmail, { body: { token: await latestToken(kit, email) } });
    expect(confirmed.status).toBe(200);

    const person = browser(kit);
    expect((await person.call(signIn, { body: { email, password: PASSWORD } })).status).toBe(200);
    const me = await person.call(getMe);
    expect(me.body).toMatchObject({
      email,
      displayName: 'Zeynep Yılmaz',
      locale: 'tr',
      timeZone: 'Europe/Istanbul',
      roles: [{ role: 'learner', scopeType: 'site', scopeId: null }],
    });
  });

  it('confirms once: the second use of a link is refused [X-01, A10]', async () => {
    const email = uniqueEmail();
    await visitor.call(registerAccount, { body: form(email) });
    const token = await latestToken(kit, email);
    const both = await Promise.all([
      visitor.call(confirmEmail, { body: { token } }),
      visitor.call(confirmEmail, { body: { token } }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
    expect((await visitor.call(confirmEmail, { body: { token } })).body.code).toBe('platform/link-invalid');
  });

  it('answers the same for a new, a waiting and a known address, and mails each what is true [X-01]', async () => {
    const fresh = uniqueEmail();
    const known = (await signedIn(kit)).email;
    const first = await visitor.call(registerAccount, { body: form(fresh) });
    const waiting = await visitor.call(registerAccount, { body: form(fresh) });
    const taken = await visitor.call(registerAccount, { body: form(known) });
    const shape = ({ status, text }: { status: number; text: string }) => ({ status, text });
    expect(shape(waiting)).toEqual(shape(first));
    expect(shape(taken)).toEqual(shape(first));
    expect((await mailsTo(kit, known))[0]?.subject).toBe('You already have an account');
    expect(await mailsTo(kit, fresh)).toHaveLength(2);
  });

  it('makes true what the confirmed link was sent for, not what a stranger registered before', async () => {
    const email = uniqueEmail();
    await visitor.call(registerAccount, { body: { ...form(email), password: 'sifre of a stranger', displayName: 'Stranger' } });
    await visitor.call(registerAccount, { body: form(email) });
    const [latest, first] = await mailsTo(kit, email);
    const tokenOf = (text: string | undefined) => /token=(\S+)/.exec(text ?? '')?.[1];
    await visitor.call(confirmEmail, { body: { token: tokenOf(latest?.body_text) } });
    expect((await visitor.call(confirmEmail, { body: { token: tokenOf(first?.body_text) } })).status).toBe(410);
    expect((await visitor.call(signIn, { body: { email, password: 'sifre of a stranger' } })).status).toBe(401);
    expect((await visitor.call(signIn, { body: { email, password: PASSWORD } })).status).toBe(200);
  });

  it('keeps one account when the same address registers twice at once', async () => {
    const email = uniqueEmail();
    const replies = await Promise.all([1, 2, 3].map(() => visitor.call(registerAccount, { body: form(email) })));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    const { rows } = await kit.strapi.db.connection.raw('SELECT count(*)::int AS count FROM up_users WHERE email = ?', [email]);
    expect(rows[0].count).toBe(1);
  });

  it('takes an address in any case for the same account', async () => {
    const email = uniqueEmail();
    await visitor.call(registerAccount, { body: form(`  ${email.toUpperCase()} `) });
    expect(await mailsTo(kit, email)).toHaveLength(1);
  });

  it.each([
    'role',
    'roles',
    'confirmed',
    'blocked',
    'id',
    'provider',
    'resetPasswordToken',
    'confirmationToken',
    'username',
    'documentId',
  ])('refuses the private field %s and names it [A4, X-19]', async (field) => {
    const reply = await visitor.call<{ errors: { path: string }[] }>(registerAccount, {
      body: { ...form(uniqueEmail()), [field]: 'x' },
    });
    expect(reply.status).toBe(400);
    expect(reply.body.errors.map(({ path }) => path)).toEqual([`body.${field}`]);
  });

  it('names every field that is wrong [X-19]', async () => {
    const body = { email: 'no address', password: PASSWORD, displayName: ' ', locale: 'de', timeZone: 'Mars/Olympus' };
    const reply = await visitor.call<{ errors: { path: string }[] }>(registerAccount, { body });
    expect(reply.body.errors.map(({ path }) => path).sort()).toEqual([
      'body.displayName',
      'body.email',
      'body.locale',
      'body.timeZone',
    ]);
  });

  it('refuses names that deceive or break a mail [I1, I16]', async () => {
    for (const displayName of ['Ada\r\nBcc: x@y.org', 'Ada\u202eadmin', 'A\u200bda']) {
      expect((await visitor.call(registerAccount, { body: { ...form(uniqueEmail()), displayName } })).status).toBe(400);
    }
    const injected = await visitor.call(registerAccount, { body: form('a@lyceum.test\r\nBcc: b@lyceum.test') });
    expect(injected.status).toBe(400);
  });

  it.each([
    ['short one', 'platform/password-too-short'],
    ['password12345', 'platform/password-too-common'],
    ['x1'.repeat(5), 'platform/password-too-common'],
    ['Zeynep Yılmaz!', 'platform/password-like-account'],
    ['uzun '.repeat(20), 'platform/password-too-long'],
  ])('refuses the password %j with %s', async (password, code) => {
    const reply = await visitor.call(registerAccount, { body: { ...form(uniqueEmail()), password } });
    expect(reply.status).toBe(400);
    expect(reply.body).toMatchObject({ code, errors: [{ path: 'body.password' }], params: { minLength: 10 } });
  });

  it('sends at most five mails an hour to one address, without a word [A9]', async () => {
    const email = uniqueEmail();
    for (let turn = 0; turn < 8; turn += 1) {
      expect((await visitor.call(registerAccount, { body: form(email) })).body).toEqual({ answer: 'look-into-your-mail' });
    }
    expect(await mailsTo(kit, email)).toHaveLength(5);
  });
});

describe('the confirmation link', () => {
  it('ends after 24 h [X-01]', async () => {
    const email = uniqueEmail();
    await visitor.call(registerAccount, { body: form(email) });
    const token = await latestToken(kit, email);
    await kit.strapi.db.connection.raw(
      "UPDATE activity.platform_links SET expires_at = expires_at - interval '24 hours' WHERE user_id = (SELECT id FROM up_users WHERE email = ?)",
      [email],
    );
    expect((await visitor.call(confirmEmail, { body: { token } })).status).toBe(410);
  });

  it('comes again when asked for, with the same answer for an address nobody has', async () => {
    const email = uniqueEmail();
    await visitor.call(registerAccount, { body: form(email) });
    const again = await visitor.call(resendConfirmation, { body: { email } });
    const nobody = await visitor.call(resendConfirmation, { body: { email: uniqueEmail() } });
    expect([again.status, again.text]).toEqual([nobody.status, nobody.text]);
    expect(await mailsTo(kit, email)).toHaveLength(2);
    expect((await visitor.call(confirmEmail, { body: { token: await latestToken(kit, email) } })).status).toBe(200);
    expect((await visitor.call(signIn, { body: { email, password: PASSWORD } })).status).toBe(200);
  });

  it('is stored as a hash only [X-02]', async () => {
    const email = uniqueEmail();
    await visitor.call(registerAccount, { body: form(email) });
    const token = await latestToken(kit, email);
    const { rows } = await kit.strapi.db.connection.raw('SELECT l::text AS row FROM activity.platform_links l');
    expect(rows.some(({ row }: { row: string }) => row.includes(token))).toBe(false);
  });
});

describe('a new password by mail', () => {
  it('sets it once, confirms the address and ends every session [X-01, A10]', async () => {
    const { email, person } = await signedIn(kit);
    await visitor.call(forgotPassword, { body: { email } });
    const token = await latestToken(kit, email);
    const changed = await visitor.call(resetPassword, { body: { token, password: 'dokuz yeşil kuş' } });
    expect(changed.status).toBe(200);
    expect((await visitor.call(resetPassword, { body: { token, password: 'on kirmizi balik' } })).status).toBe(410);
    expect((await person.call(getMe)).status).toBe(401);
    expect((await browser(kit).call(signIn, { body: { email, password: PASSWORD } })).status).toBe(401);
    expect((await browser(kit).call(signIn, { body: { email, password: 'dokuz yeşil kuş' } })).status).toBe(200);
    expect((await mailsTo(kit, email))[0]?.subject).toBe('Your password was changed');
  });

  it('works for the account it was sent to and no other [A10]', async () => {
    const [mine, other] = [await signedIn(kit), await signedIn(kit)];
    await visitor.call(forgotPassword, { body: { email: mine.email } });
    const token = await latestToken(kit, mine.email);
    expect((await visitor.call(resetPassword, { body: { token, password: 'dokuz yeşil kuş', email: other.email } })).status).toBe(
      400,
    );
    expect((await visitor.call(resetPassword, { body: { token, password: 'dokuz yeşil kuş' } })).status).toBe(200);
    expect((await other.person.call(getMe)).status).toBe(200);
    expect((await visitor.call(confirmEmail, { body: { token } })).status).toBe(410);
  });

  it('ends after 1 h and says nothing about addresses [X-01]', async () => {
    const { email } = await signedIn(kit);
    const there = await visitor.call(forgotPassword, { body: { email } });
    const nowhere = await visitor.call(forgotPassword, { body: { email: uniqueEmail() } });
    expect([there.status, there.text]).toEqual([nowhere.status, nowhere.text]);
    const { rows } = await kit.strapi.db.connection.raw(
      "SELECT round(extract(epoch FROM expires_at - created_at))::int AS sec FROM activity.platform_links WHERE kind = 'reset' ORDER BY created_at DESC LIMIT 1",
    );
    expect(rows[0].sec).toBe(3600);
  });

  it('builds its link from the public address, whatever the request calls its host [A10]', async () => {
    const { email } = await signedIn(kit);
    const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };
    await visitor.call(forgotPassword, { body: { email }, headers });
    const [mail] = await mailsTo(kit, email);
    expect(mail?.body_text).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/reset-password\?token=/m);
    expect(`${mail?.body_text}${mail?.body_html}`).not.toContain('evil.example');
  });

  it('keeps the link when the new password is refused', async () => {
    const { email } = await signedIn(kit);
    await visitor.call(forgotPassword, { body: { email } });
    const token = await latestToken(kit, email);
    expect((await visitor.call(resetPassword, { body: { token, password: 'short' } })).status).toBe(400);
    expect((await visitor.call(resetPassword, { body: { token, password: 'dokuz yeşil kuş' } })).status).toBe(200);
  });
});
