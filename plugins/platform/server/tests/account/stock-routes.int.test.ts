import { beforeAll, describe, expect, it } from 'vitest';
import { testKit } from '../support.ts';

let kit: Awaited<ReturnType<typeof testKit>>;

beforeAll(async () => {
  kit = await testKit();
});

const STOCK: readonly (readonly [method: string, path: string])[] = [
  ['POST', '/api/auth/local'],
  ['POST', '/api/AUTH/local'],
  ['POST', '/api/auth/local/register'],
  ['POST', '/api/auth/forgot-password'],
  ['POST', '/api/auth/reset-password'],
  ['POST', '/api/auth/change-password'],
  ['POST', '/api/auth/send-email-confirmation'],
  ['GET', '/api/auth/email-confirmation'],
  ['POST', '/api/auth/refresh'],
  ['POST', '/api/auth/logout'],
  ['GET', '/api/auth/sessions'],
  ['GET', '/api/connect/google'],
  ['GET', '/api/auth/google/callback'],
  ['GET', '/api/users'],
  ['GET', '/api/users/me'],
  ['GET', '/api/users/1'],
  ['GET', '/api/users/count'],
  ['POST', '/api/users'],
  ['PUT', '/api/users/1'],
  ['DELETE', '/api/users/1'],
  ['GET', '/api/users-permissions/roles'],
  ['POST', '/api/users-permissions/roles'],
  ['GET', '/api/users-permissions/permissions'],
  ['POST', '/admin/register-admin'],
];

describe('Strapi’s own account routes', () => {
  it.each(STOCK)('%s %s is closed', async (method, path) => {
    const reply = await fetch(`${kit.url}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(method === 'GET' || method === 'DELETE'
        ? {}
        : { body: JSON.stringify({ identifier: 'a@b.co', email: 'a@b.co', password: 'Sekiz-mavi-kedi1', firstname: 'A' }) }),
    });
    expect([404, 405]).toContain(reply.status);
  });

  it('leave no right behind for anybody', async () => {
    const { rows } = await kit.strapi.db.connection.raw('SELECT count(*)::int AS count FROM up_permissions');
    expect(rows[0].count).toBe(0);
  });
});
