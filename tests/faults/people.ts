import { createRequire } from 'node:module';
import path from 'node:path';
import { createClient, isApiProblem } from '@lyceum/core/client';
import { signIn } from '@lyceum/platform/contract';
import type { World } from './world.ts';

const PASSWORD = 'a-learner-in-the-storm-2026';

/** The hash library of the platform. Cost 4 is the least bcrypt has: here we hurt exams, not log-ins. */
const bcrypt: { hash(password: string, options: { cost: number }): Promise<string> } = createRequire(
  path.resolve(import.meta.dirname, '../../plugins/platform/package.json'),
)('@node-rs/bcrypt');

/** So many confirmed learners straight in the database. */
export async function makeLearners(world: World, count: number, prefix: string): Promise<{ id: number; email: string }[]> {
  const hash = await bcrypt.hash(PASSWORD, { cost: 4 });
  return world.query(
    `INSERT INTO up_users (document_id, username, email, provider, password, confirmed, blocked, display_name, language, time_zone, created_at, updated_at)
     SELECT substr(md5(random()::text || n), 1, 24), $1 || n || '@lyceum.test', $1 || n || '@lyceum.test', 'local', $2, true, false, 'Learner ' || n, 'en', 'UTC', now(), now()
     FROM generate_series(1, $3::int) AS n RETURNING id, email`,
    [prefix, hash, count],
  );
}

export type Visitor = { readonly email: string; cookies: string };

/** Signs in like a browser and keeps the cookies. */
export async function signInAs(world: World, email: string): Promise<Visitor> {
  let cookies = '';
  const { call } = createClient({
    baseUrl: world.publicUrl,
    headers: { origin: world.publicUrl },
    onResponse: (response) => {
      const set = response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
      if (set.length > 0) cookies = set.join('; ');
    },
  });
  await call(signIn, { body: { email, password: PASSWORD } });
  return { email, cookies };
}

/** A client that carries the visitor's session. */
export const clientOf = (world: World, visitor: Visitor) =>
  createClient({ baseUrl: world.publicUrl, headers: { origin: world.publicUrl, cookie: visitor.cookies }, timeoutMs: 8_000 });

/** True when trying again is right: nobody answered, or the answer says "not now". */
export const isPassing = (error: unknown): boolean =>
  !isApiProblem(error) || error.status === 0 || error.status >= 500 || error.status === 429;
