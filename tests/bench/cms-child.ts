import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { db, inTransaction, sql } from '@lyceum/core/server';
import type { Core } from '@strapi/types';
import { exam } from '../../plugins/exams/server/tests/room.ts';
import { openSession } from '../../plugins/platform/server/src/services/sessions.ts';

/** The cms of the bench: the real one, with a published exam of 30 items and learners who are signed in. */
const CMS = path.resolve(import.meta.dirname, '..', '..', 'cms');
const LEARNERS = Number(process.env.BENCH_LEARNERS ?? 3000);

async function boot(): Promise<Core.Strapi> {
  process.chdir(CMS);
  const { createStrapi } = createRequire(path.join(CMS, 'package.json'))('@strapi/strapi');
  const strapi: Core.Strapi = await createStrapi({ appDir: CMS, distDir: CMS, autoReload: false, serveAdminPanel: false }).load();
  strapi.server.mount();
  await new Promise<void>((resolve) => {
    strapi.server.httpServer.listen(0, '127.0.0.1', () => resolve());
  });
  return strapi;
}

async function signedInLearners(): Promise<{ id: number; token: string }[]> {
  const rows = await db().many<{ id: number }>(sql`
    INSERT INTO up_users (document_id, username, email, provider, password, confirmed, blocked, created_at, updated_at)
    SELECT 'bench' || lpad(n::text, 19, '0'), 'bench' || n, 'bench' || n || '@lyceum.test', 'local', 'x', true, false, now(), now()
    FROM generate_series(1, ${LEARNERS}::int) n RETURNING id`);
  return inTransaction(async (tx) => {
    const people: { id: number; token: string }[] = [];
    for (const { id } of rows)
      people.push({ id, token: (await openSession(tx, id, { ip: '127.0.0.1', userAgent: 'bench' })).accessToken });
    return people;
  });
}

const strapi = await boot();
const { slug, examId } = await exam({ strapi }, {}, { count: 30, pool: 60 });
const { id: formId } = await db().one<{ id: number }>(sql`SELECT id FROM activity.exams_forms WHERE exam_id = ${examId}`);
const learners = await signedInLearners();
const editor = { email: 'editor@bench.test', password: 'Sekiz-mavi-kedi-1' };
await strapi
  .plugin('platform')
  .service('accounts')
  .ensureStaff({ ...editor, role: 'content-editor' });
process.send?.({ port: (strapi.server.httpServer.address() as AddressInfo).port, slug, examId, formId, learners, editor });
