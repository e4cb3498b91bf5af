import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { nextFreePort } from '@lyceum/database/embedded/port.ts';
import { startPostgres } from '@lyceum/database/embedded/postgres.ts';
import { startRedis } from '@lyceum/database/embedded/redis.ts';
import pg from 'pg';

const TEMPLATE = 'lyceum_template';
const CMS = path.resolve(import.meta.dirname, '..', '..', '..', 'cms');

/** One boot of the cms on an empty database: Strapi's sync, our migrations, roles and rights. Every test file gets a copy. */
function buildTemplate(environment: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(import.meta.dirname, 'boot-once.cjs')], {
      cwd: CMS,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString('utf8')).slice(-20_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The test template could not be built:\n${output}`)),
    );
  });
}

const onDatabase = (url: string, name: string) => {
  const at = new URL(url);
  at.pathname = `/${name}`;
  return at.href;
};

/** Vitest's global set-up of the integration project: a private PostgreSQL and Redis, and the template database. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lyceum-test-'));
  // The user PostgreSQL runs as must be able to pass through.
  chmodSync(folder, 0o755);
  const log = path.join(folder, 'embedded.log');
  process.env['TZ'] = 'UTC';
  process.env['LYCEUM_DATA'] = folder;
  process.env['LYCEUM_SECRET'] = 'a-secret-for-tests-only-a-secret-for-tests-only';
  process.env['NODE_ENV'] = 'test';
  process.env['LOG_LEVEL'] = process.env['LOG_LEVEL'] ?? 'silent';
  const redis = await startRedis({
    dir: path.join(folder, 'redis'),
    port: await nextFreePort(21_000 + (process.pid % 3000)),
    log,
  });
  const postgres = await startPostgres({
    dataDir: path.join(folder, 'postgres'),
    port: await nextFreePort(25_000 + (process.pid % 3000)),
    log,
  });
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  process.env['REDIS_URL'] = redis.url;
  process.env['DATABASE_URL'] = onDatabase(postgres.url, TEMPLATE);
  await buildTemplate(process.env);
  await client.query(`CREATE DATABASE lyceum_tests TEMPLATE ${TEMPLATE}`);
  process.env['DATABASE_URL'] = onDatabase(postgres.url, 'lyceum_tests');
  return async () => {
    await client.end();
    await postgres.stop();
    await redis.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
