import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { dataFolder } from '@lyceum/core/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureFirstAdmin } from '../../src/services/first-admin.ts';
import { testKit } from '../support.ts';

let kit: Awaited<ReturnType<typeof testKit>>;
const OUTSIDE = 'https://learn.example.org';
const file = () => path.join(dataFolder(), 'first-admin.txt');
const staffCount = async () =>
  Number((await kit.strapi.db.connection.raw('SELECT count(*) AS count FROM admin_users')).rows[0].count);

const post = (address: string, body: object) =>
  fetch(`${kit.url}${address}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

beforeAll(async () => {
  kit = await testKit();
  await kit.strapi.db.connection.raw('DELETE FROM admin_users');
});

describe('the first super admin of an installation that strangers can reach', () => {
  it('is not given to whoever comes first', async () => {
    const body = { email: 'stranger@lyceum.test', password: 'Sekiz-mavi-kedi-1', firstname: 'Stranger' };
    expect([404, 405]).toContain((await post('/admin/register-admin', body)).status);
    expect(await staffCount()).toBe(0);
  });

  it('is made on this machine by the seed and not by a link', async () => {
    await ensureFirstAdmin('http://127.0.0.1:4321', true);
    expect(await staffCount()).toBe(0);
    expect(existsSync(file())).toBe(false);
  });

  it('is made by a link on this machine too when nobody wants demo content', async () => {
    await ensureFirstAdmin('http://127.0.0.1:4321', false);
    expect(readFileSync(file(), 'utf8')).toContain('http://127.0.0.1:4321/cms/admin/auth/register?registrationToken=');
    await kit.strapi.db.connection.raw('DELETE FROM admin_users');
    rmSync(file());
  });

  it('is made by a link in a file of the data folder that only its owner reads; the link works once', async () => {
    await ensureFirstAdmin(OUTSIDE);
    await ensureFirstAdmin(OUTSIDE);
    expect(await staffCount()).toBe(1);
    expect(statSync(file()).mode & 0o077).toBe(0);
    const link = /^https:\/\/learn\.example\.org\/cms\/admin\/auth\/register\?registrationToken=([0-9a-f]{64})$/m.exec(
      readFileSync(file(), 'utf8'),
    );
    const registrationToken = link?.[1] ?? '';
    const info = await fetch(`${kit.url}/admin/registration-info?registrationToken=${registrationToken}`);
    expect(await info.json()).toMatchObject({ data: { email: 'owner@learn.example.org' } });
    const use = () =>
      post('/admin/register', {
        registrationToken,
        deviceId: crypto.randomUUID(),
        userInfo: { firstname: 'Nur', lastname: 'Owner', password: 'Sekiz-mavi-kedi-1' },
      });
    expect((await use()).status).toBe(200);
    expect((await use()).status).toBe(400);
  });

  it('takes the file away once the link was used', async () => {
    await ensureFirstAdmin(OUTSIDE);
    expect(existsSync(file())).toBe(false);
    expect(await staffCount()).toBe(1);
  });
});
