import { relayAll } from '@lyceum/core/server';
import type { Person } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { registerAccount, signIn } from '../../../contract/accounts.ts';
import { getMe, listMySessions } from '../../../contract/me.ts';
import {
  assignRoles,
  blockUser,
  confirmUserEmail,
  endUserSession,
  getUser,
  listUsers,
  signOutUser,
  USERS_MANAGE,
  USERS_READ,
  USERS_ROLES,
  unblockUser,
} from '../../../contract/users.ts';
import { accountsService, browser, PASSWORD, signedIn, staffWith, testKit, uniqueEmail } from '../support.ts';

type Kit = Awaited<ReturnType<typeof testKit>>;
type Row = { id: string; email: string; state: string; roles: { role: string }[]; openSessions: number };
type List = { rows: Row[]; next: string | null; total: number };
let kit: Kit;
let superAdmin: Person;

const site = (role: string) => ({ role, scopeType: 'site', scopeId: null });
const reason = 'asked by the learner';

const auditOf = async (userId: string) => {
  const { rows } = await kit.strapi.db.connection.raw(
    'SELECT actor, action, after FROM activity.core_audit_log WHERE object = ? ORDER BY id',
    [`user:${userId}`],
  );
  return rows as { actor: string; action: string }[];
};

beforeAll(async () => {
  kit = await testKit();
  superAdmin = await kit.staff();
});

describe('the list of accounts', () => {
  it('finds by part of name or address, by state and by role [X-05]', async () => {
    const { email, documentId } = await signedIn(kit);
    const found = await kit.call<List>(listUsers, { as: superAdmin, query: { search: email.slice(0, 12).toUpperCase() } });
    expect(found.body.rows).toHaveLength(1);
    expect(found.body).toMatchObject({
      total: 1,
      next: null,
      rows: [{ id: documentId, email, state: 'active', openSessions: 1 }],
    });
    const none = await kit.call<List>(listUsers, { as: superAdmin, query: { search: email, state: 'disabled' } });
    expect(none.body.rows).toEqual([]);
    const learners = await kit.call<List>(listUsers, { as: superAdmin, query: { search: email, role: 'learner' } });
    expect(learners.body.rows).toHaveLength(1);
  });

  it('pages through everybody once', async () => {
    const mark = uniqueEmail().slice(7, 19);
    for (let at = 0; at < 5; at += 1) {
      await accountsService(kit.strapi).ensureLearner({
        email: `page-${at}-${mark}@lyceum.test`,
        password: PASSWORD,
        displayName: `Page ${mark}`,
      });
    }
    for (const sort of ['createdAt', '-createdAt', 'email', '-displayName']) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await kit.call<List>(listUsers, { as: superAdmin, query: { search: mark, sort, pageSize: 2, cursor } });
        seen.push(...page.body.rows.map(({ email }) => email));
        cursor = page.body.next ?? undefined;
      } while (cursor);
      expect(new Set(seen).size).toBe(5);
      expect(seen).toHaveLength(5);
    }
  });

  it('takes the signs of patterns as letters [I14]', async () => {
    for (const search of ['%', '_', '\\', "'"])
      expect((await kit.call<List>(listUsers, { as: superAdmin, query: { search } })).status).toBe(200);
    expect((await kit.call<List>(listUsers, { as: superAdmin, query: { search: '100%_\\' } })).body.rows).toEqual([]);
  });

  it('shows no hash, salt or token of anybody', async () => {
    const { documentId } = await signedIn(kit);
    const reply = await kit.call(getUser, { as: superAdmin, params: { userId: documentId } });
    expect(reply.status).toBe(200);
    expect(reply.text).not.toMatch(/\$2[aby]\$|salt|passwordHash|token|password/i);
  });
});

describe('who may [X-03]', () => {
  it('asks for the right of each action', async () => {
    const { documentId: userId } = await signedIn(kit);
    const reader = await kit.staff([USERS_READ]);
    expect((await kit.call(getUser, { as: reader, params: { userId } })).status).toBe(200);
    for (const endpoint of [blockUser, unblockUser, confirmUserEmail]) {
      expect((await kit.call(endpoint, { as: reader, params: { userId }, body: { reason } })).status).toBe(403);
    }
    expect((await kit.call(signOutUser, { as: reader, params: { userId } })).status).toBe(403);
    expect((await kit.call(assignRoles, { as: reader, params: { userId }, body: { roles: [site('learner')] } })).status).toBe(
      403,
    );
    expect((await kit.call(listUsers, {})).status).toBe(401);
  });

  it('lets a learner’s session open no staff route', async () => {
    const { person } = await signedIn(kit);
    expect((await person.call(listUsers)).status).toBe(401);
    const headers = { authorization: `Bearer ${person.cookies.get('lyceum_access')}` };
    expect((await kit.call(listUsers, { headers })).status).toBe(401);
  });

  it('a right alone does not let a hand-made role touch accounts', async () => {
    const { documentId: userId } = await signedIn(kit);
    const odd = await kit.staff([USERS_READ, USERS_MANAGE, USERS_ROLES]);
    const reply = await kit.call<{ error: { name: string } }>(blockUser, { as: odd, params: { userId }, body: { reason } });
    expect(reply.status).toBe(403);
    expect(reply.body.error.name).toBe('platform/role-not-allowed');
  });

  it('answers 404 for an account that is not there', async () => {
    const params = { userId: 'aaaaaaaaaaaaaaaaaaaaaaaa' };
    expect((await kit.call(getUser, { as: superAdmin, params })).status).toBe(404);
    expect((await kit.call(blockUser, { as: superAdmin, params, body: { reason } })).status).toBe(404);
  });

  it.each(['teacher', 'content-editor'] as const)('keeps a %s out of the accounts', async (role) => {
    const { person } = await staffWith(kit, role);
    expect((await kit.call(listUsers, { as: person })).status).toBe(403);
  });
});

describe('blocking and signing out', () => {
  it('ends every session at once, refuses the next sign-in, and is noted [X-05, X-08, A6]', async () => {
    const { documentId: userId, email, person } = await signedIn(kit);
    const blocked = await kit.call(blockUser, { as: superAdmin, params: { userId }, body: { reason } });
    expect(blocked.body).toEqual({ state: 'disabled', endedSessions: 1 });
    expect((await person.call(getMe)).status).toBe(401);
    const again = await browser(kit).call(signIn, { body: { email, password: PASSWORD } });
    expect([again.status, again.body.code]).toEqual([403, 'platform/account-blocked']);
    expect((await browser(kit).call(signIn, { body: { email, password: 'wrong one' } })).body.code).toBe(
      'platform/wrong-credentials',
    );
    const back = await kit.call(unblockUser, { as: superAdmin, params: { userId }, body: { reason } });
    expect(back.body).toEqual({ state: 'active', endedSessions: 0 });
    expect((await browser(kit).call(signIn, { body: { email, password: PASSWORD } })).status).toBe(200);
    expect((await auditOf(userId)).map(({ actor, action }) => [actor, action])).toEqual([
      [`staff:${superAdmin.id}`, 'platform.blockUser'],
      [`staff:${superAdmin.id}`, 'platform.unblockUser'],
    ]);
  });

  it('ends one session or all [X-08]', async () => {
    const { documentId: userId, email, person } = await signedIn(kit);
    const phone = browser(kit);
    await phone.call(signIn, { body: { email, password: PASSWORD } });
    const sessions = await phone.call<{ sessions: { id: string; current: boolean }[] }>(listMySessions);
    const sessionId = sessions.body.sessions.find(({ current }) => current)?.id ?? '';
    expect((await kit.call(endUserSession, { as: superAdmin, params: { userId, sessionId } })).status).toBe(200);
    expect((await phone.call(getMe)).status).toBe(401);
    expect((await person.call(getMe)).status).toBe(200);
    expect((await kit.call(endUserSession, { as: superAdmin, params: { userId, sessionId } })).status).toBe(404);
    expect((await kit.call(signOutUser, { as: superAdmin, params: { userId } })).body).toEqual({
      state: 'active',
      endedSessions: 1,
    });
    expect((await person.call(getMe)).status).toBe(401);
  });

  it('asks for a reason', async () => {
    const { documentId: userId } = await signedIn(kit);
    expect((await kit.call(blockUser, { as: superAdmin, params: { userId }, body: {} })).status).toBe(400);
  });

  it('confirms an address by hand', async () => {
    const email = uniqueEmail();
    await browser(kit).call(registerAccount, {
      body: { email, password: PASSWORD, displayName: 'Ada', locale: 'en', timeZone: 'UTC' },
    });
    const list = await kit.call<List>(listUsers, { as: superAdmin, query: { search: email, state: 'unverified' } });
    const userId = list.body.rows[0]?.id ?? '';
    expect((await kit.call(confirmUserEmail, { as: superAdmin, params: { userId }, body: { reason } })).body).toEqual({
      state: 'active',
      endedSessions: 0,
    });
    expect((await browser(kit).call(signIn, { body: { email, password: PASSWORD } })).status).toBe(200);
  });
});

describe('roles', () => {
  it('hold on the next request and are announced [X-03, A6]', async () => {
    const { documentId: userId, person } = await signedIn(kit);
    const roles = [site('learner'), { role: 'teacher', scopeType: 'course', scopeId: 'abcdefghijklmnopqrstuvwx' }];
    const reply = await kit.call(assignRoles, { as: superAdmin, params: { userId }, body: { roles } });
    expect(reply.body).toEqual({ roles });
    expect((await person.call(getMe)).body.roles).toEqual(roles);
    const resolved = await accountsService(kit.strapi).resolve({
      headers: {},
      cookies: Object.fromEntries(person.cookies),
      ip: '198.51.100.1',
      setCookie: () => undefined,
    });
    expect(resolved).toMatchObject({
      kind: 'learner',
      roles: [
        { role: 'learner', scope: null },
        { role: 'teacher', scope: 'course:abcdefghijklmnopqrstuvwx' },
      ],
    });
    expect(await relayAll()).toBeGreaterThanOrEqual(0);
  });

  it('refuses a role that is none and a scope without its id', async () => {
    const { documentId: userId } = await signedIn(kit);
    for (const roles of [
      [],
      [site('owner')],
      [{ role: 'teacher', scopeType: 'course', scopeId: null }],
      [{ role: 'teacher', scopeType: 'site', scopeId: 'x' }],
    ]) {
      expect((await kit.call(assignRoles, { as: superAdmin, params: { userId }, body: { roles } })).status).toBe(400);
    }
  });

  it('an admin gives teacher and editor, never admin, and touches no super admin [X-03]', async () => {
    const admin = await staffWith(kit, 'admin');
    const boss = await staffWith(kit, 'super-admin');
    const { documentId: userId } = await signedIn(kit);
    const give = (role: string, to = userId) =>
      kit.call(assignRoles, { as: admin.person, params: { userId: to }, body: { roles: [site('learner'), site(role)] } });
    expect((await give('teacher')).status).toBe(200);
    expect((await give('admin')).status).toBe(403);
    expect((await give('super-admin')).status).toBe(403);
    expect((await give('teacher', boss.userDocumentId)).status).toBe(403);
    expect(
      (await kit.call(blockUser, { as: admin.person, params: { userId: boss.userDocumentId }, body: { reason } })).status,
    ).toBe(403);
    expect(
      (await kit.call(blockUser, { as: admin.person, params: { userId: admin.userDocumentId }, body: { reason } })).status,
    ).toBe(409);
    expect(
      (
        await kit.call(assignRoles, {
          as: boss.person,
          params: { userId: boss.userDocumentId },
          body: { roles: [site('learner')] },
        })
      ).status,
    ).toBe(409);
  });
});

describe('staff', () => {
  it('is an account of the Strapi admin linked to a site user by confirmed address [X-03]', async () => {
    const editor = await staffWith(kit, 'content-editor');
    const user = await kit.call(getUser, { as: superAdmin, params: { userId: editor.userDocumentId } });
    expect(user.body).toMatchObject({ email: editor.email, staffAccount: { id: editor.adminUserId, active: true } });
    expect((await browser(kit).call(signIn, { body: { email: editor.email, password: editor.password } })).status).toBe(200);
    const again = await accountsService(kit.strapi).ensureStaff({
      email: editor.email,
      password: editor.password,
      role: 'content-editor',
    });
    expect(again).toEqual({ adminUserId: editor.adminUserId, userId: editor.userId });
  });

  it('is linked when the site user confirms the address later, and not before', async () => {
    const email = uniqueEmail();
    const [role] = await kit.strapi.db.query('admin::role').findMany({ where: { code: 'lyceum-teacher' } });
    await kit.strapi.service('admin::user').create({
      email,
      firstname: 'T',
      password: 'Sekiz-mavi-kedi-1',
      isActive: true,
      registrationToken: null,
      roles: [role.id],
    });
    await browser(kit).call(registerAccount, {
      body: { email, password: PASSWORD, displayName: 'T', locale: 'en', timeZone: 'UTC' },
    });
    const find = async () =>
      (await kit.call<List>(listUsers, { as: superAdmin, query: { search: email } })).body.rows[0]?.id ?? '';
    const userId = await find();
    expect((await kit.call(getUser, { as: superAdmin, params: { userId } })).body.staffAccount).toBeNull();
    await kit.call(confirmUserEmail, { as: superAdmin, params: { userId }, body: { reason } });
    expect((await kit.call(getUser, { as: superAdmin, params: { userId } })).body.staffAccount).toMatchObject({
      active: true,
    });
  });

  it('loses the admin with the role, and with a block [X-05]', async () => {
    const admin = await staffWith(kit, 'admin');
    expect((await kit.call(listUsers, { as: admin.person })).status).toBe(200);
    await kit.call(assignRoles, {
      as: superAdmin,
      params: { userId: admin.userDocumentId },
      body: { roles: [site('learner'), site('teacher')] },
    });
    expect((await kit.call(listUsers, { as: admin.person })).status).toBe(403);
    await kit.call(blockUser, { as: superAdmin, params: { userId: admin.userDocumentId }, body: { reason } });
    expect((await kit.call(listUsers, { as: admin.person })).status).toBe(401);
    expect((await admin.signInAgain()).status).toBe(400);
  });

  it('has its own roles from the first start, and they survive the next', async () => {
    const codes = async () =>
      (await kit.strapi.db.query('admin::role').findMany({ orderBy: 'code' })).map((role: { code: string }) => role.code);
    const before = await codes();
    expect(before).toEqual(expect.arrayContaining(['lyceum-admin', 'lyceum-editor', 'lyceum-teacher', 'strapi-super-admin']));
    await accountsService(kit.strapi).afterStart();
    expect(await codes()).toEqual(before);
  });
});
