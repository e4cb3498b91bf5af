import { columnsWithoutRule, erasePerson, exportPerson, inTransaction } from '@lyceum/core/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { changeMe, changePassword, getMe } from '../../../contract/me.ts';
import { browser, mailsTo, PASSWORD, signedIn, testKit } from '../support.ts';

let kit: Awaited<ReturnType<typeof testKit>>;

beforeAll(async () => {
  kit = await testKit();
});

describe('own data', () => {
  it('changes name, language and time zone, each alone [X-16]', async () => {
    const { person, email } = await signedIn(kit);
    expect((await person.call(changeMe, { body: { locale: 'ar' } })).body).toMatchObject({
      locale: 'ar',
      displayName: 'Ada Test',
      timeZone: 'Europe/Istanbul',
    });
    await person.call(changeMe, { body: { displayName: 'ليلى' } });
    await person.call(changeMe, { body: { timeZone: 'Asia/Kolkata' } });
    expect((await person.call(getMe)).body).toMatchObject({ email, displayName: 'ليلى', locale: 'ar', timeZone: 'Asia/Kolkata' });
  });

  it.each([
    ['roles', []],
    ['email', 'other@lyceum.test'],
    ['confirmed', true],
    ['blocked', false],
    ['password', 'x'],
    ['id', 1],
  ])('refuses to change %s this way and names the field [A2, X-19]', async (field, value) => {
    const { person } = await signedIn(kit);
    const before = (await person.call(getMe)).body;
    const reply = await person.call(changeMe, { body: { displayName: 'New', [field]: value } });
    expect(reply.status).toBe(400);
    expect(reply.body).toMatchObject({ errors: [{ path: `body.${field}` }] });
    expect((await person.call(getMe)).body).toEqual(before);
  });

  it('asks for a session', async () => {
    expect((await browser(kit).call(getMe)).status).toBe(401);
    expect((await browser(kit).call(changeMe, { body: { displayName: 'X' } })).status).toBe(401);
  });

  it('checks a new password by the same rule and tells by mail that it changed [X-16]', async () => {
    const { person, email } = await signedIn(kit);
    const weak = await person.call(changePassword, { body: { currentPassword: PASSWORD, newPassword: 'password1234' } });
    expect(weak.body).toMatchObject({ code: 'platform/password-too-common', errors: [{ path: 'body.newPassword' }] });
    await person.call(changePassword, { body: { currentPassword: PASSWORD, newPassword: 'dokuz yeşil kuş' } });
    expect((await mailsTo(kit, email))[0]?.subject).toBe('Your password was changed');
  });

  it('limits guesses at the current password [A9]', async () => {
    const { person } = await signedIn(kit);
    const statuses: number[] = [];
    for (let turn = 0; turn < 12; turn += 1) {
      statuses.push(
        (await person.call(changePassword, { body: { currentPassword: `guess ${turn}`, newPassword: 'dokuz yeşil kuş' } }))
          .status,
      );
    }
    expect(statuses).toEqual([...Array(10).fill(400), 429, 429]);
  });
});

describe('personal data', () => {
  it('has a rule for every column that points to a person [G5]', async () => {
    expect((await columnsWithoutRule()).filter((column) => column.includes('platform_'))).toEqual([]);
  });

  it('exports sessions and roles without secrets, and erases them twice without harm [G5, G6]', async () => {
    const { id } = await signedIn(kit);
    const lists = await exportPerson(id);
    expect(lists.sessions).toHaveLength(1);
    expect(lists.roles).toMatchObject([{ role: 'learner' }]);
    expect(Object.keys(Object(lists.sessions?.[0]))).not.toEqual(expect.arrayContaining(['salt']));
    expect(JSON.stringify(lists)).not.toMatch(/salt|password_mark|token_hash/);
    await inTransaction((tx) => erasePerson(tx, id));
    await inTransaction((tx) => erasePerson(tx, id));
    const after = await exportPerson(id);
    expect([after.sessions, after.roles, after['account-links']]).toEqual([[], [], []]);
  });
});
