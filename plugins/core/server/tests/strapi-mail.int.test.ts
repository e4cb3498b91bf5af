import { beforeAll, expect, it } from 'vitest';
import { type TestKit, testKit } from '../../testing/index.ts';
import { db, publicUrl, sql } from '../src/public.ts';

let kit: TestKit;
beforeAll(async () => {
  kit = await testKit();
});

it('a member of staff who forgot the password gets a link on the public address, through the same tray as every mail', async () => {
  const person = await kit.staff();
  const reply = await fetch(`${kit.url}/admin/forgot-password`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: person.email }),
  });
  expect(reply.status).toBe(204);
  const newest = () =>
    db().maybeOne<{ body_text: string; state: string }>(
      sql`SELECT body_text, state FROM activity.core_mails WHERE recipient = ${person.email}`,
    );
  await expect.poll(newest).toBeTruthy();
  await kit.work();
  const mail = await newest();
  expect(mail?.state).toBe('tray');
  expect(mail?.body_text).toContain(`${publicUrl()}/cms/admin/auth/reset-password?code=`);
});
