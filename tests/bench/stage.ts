import { type ChildProcess, fork, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { nextFreePort } from '@lyceum/database/embedded/port.ts';
import { startPostgres } from '@lyceum/database/embedded/postgres.ts';
import { startRedis } from '@lyceum/database/embedded/redis.ts';
import pg from 'pg';

const HERE = import.meta.dirname;
const CMS = path.resolve(HERE, '..', '..', 'cms');

export type Learner = { readonly id: number; readonly token: string };

/** What every measure works on: a private database, the cms and the bare server beside it. */
export type Stage = {
  readonly database: pg.Pool;
  readonly cms: {
    port: number;
    slug: string;
    examId: string;
    formId: number;
    learners: readonly Learner[];
    editor: { email: string; password: string };
  };
  readonly bare: { port: number };
  /** Environment of further processes that a measure starts. */
  readonly environment: NodeJS.ProcessEnv;
};

function told<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as T));
    child.once('exit', (code) => reject(new Error(`A process of the bench ended with ${code}`)));
  });
}

function run(file: string, environment: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file], { cwd: CMS, env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${path.basename(file)} ended with ${code}`))));
  });
}

/** Brings everything up, runs the work and takes everything down again, whatever happens. */
export async function onStage<Result>(work: (stage: Stage) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lyceum-bench-'));
  const log = path.join(folder, 'embedded.log');
  const started: { stop(): Promise<void> | void }[] = [];
  try {
    const redis = await startRedis({
      dir: path.join(folder, 'redis'),
      port: await nextFreePort(31_000 + (process.pid % 2000)),
      log,
    });
    started.unshift(redis);
    const postgres = await startPostgres({
      dataDir: path.join(folder, 'postgres'),
      port: await nextFreePort(34_000 + (process.pid % 2000)),
      log,
    });
    started.unshift(postgres);
    const environment: NodeJS.ProcessEnv = {
      ...process.env,
      TZ: 'UTC',
      LYCEUM_DATA: folder,
      LYCEUM_SECRET: 'a-secret-for-the-bench-only-a-secret-for-the-bench-only',
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      STRAPI_TELEMETRY_DISABLED: 'true',
      DATABASE_URL: postgres.url,
      REDIS_URL: redis.url,
      BROWSER: 'none',
    };
    await run(path.resolve(HERE, '..', '..', 'plugins/core/testing/boot-once.cjs'), environment);
    const children = ['cms-child.ts', 'bare-server.ts'].map((file) =>
      fork(path.join(HERE, file), { env: environment, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }),
    );
    started.unshift({ stop: () => void children.map((child) => child.kill('SIGKILL')) });
    const [cms, bare] = children;
    if (!cms || !bare) throw new Error('The bench has no processes');
    const database = new pg.Pool({ connectionString: postgres.url, max: 4 });
    started.unshift({ stop: () => database.end() });
    return await work({ database, cms: await told(cms), bare: await told(bare), environment });
  } finally {
    for (const one of started) await one.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
