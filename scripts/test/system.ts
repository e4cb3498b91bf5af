import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Exit, exitOf } from '@lyceum/database/embedded/native.ts';
import { nextFreePort } from '@lyceum/database/embedded/port.ts';
import { type Run, readRun } from '../start/run-file.ts';

const MAIN = path.resolve(import.meta.dirname, '..', 'start', 'main.ts');

/** A whole Lyceum that runs on ports and a data folder of its own, as `npm start` brings it up. */
export type System = {
  readonly publicUrl: string;
  readonly dataDir: string;
  readonly ports: Readonly<Record<'site' | 'cms' | 'jobs' | 'postgres' | 'redis', number>>;
  /** What the start knows now, with the marks of its processes; null when it ended. */
  readonly run: () => Run | null;
  /** Everything the start printed so far. */
  readonly output: () => string;
  readonly exited: Promise<Exit>;
  readonly stop: () => Promise<Exit>;
};

export type SystemOptions = {
  readonly dataDir: string;
  /** First port to look at; five free ones from here are taken. */
  readonly fromPort: number;
  readonly environment?: NodeJS.ProcessEnv;
  /** Arguments of the start, e.g. `['--reset', '--yes']`. */
  readonly args?: readonly string[];
  readonly readyWithinMs?: number;
};

/** Starts a system and resolves when it is ready; rejects with its output when it ended or took too long. */
export async function startSystem(options: SystemOptions): Promise<System> {
  mkdirSync(options.dataDir, { recursive: true });
  const ports = await freePorts(options.fromPort);
  const publicUrl = `http://127.0.0.1:${ports.site}`;
  const printed = `${options.dataDir}.start.log`;
  const log = openSync(printed, 'w');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, ...(options.args ?? [])], {
    env: {
      ...withoutRunner(process.env),
      LYCEUM_DATA: options.dataDir,
      PUBLIC_URL: publicUrl,
      SITE_PORT: String(ports.site),
      CMS_PORT: String(ports.cms),
      JOBS_PORT: String(ports.jobs),
      EMBEDDED_PG_PORT: String(ports.postgres),
      EMBEDDED_REDIS_PORT: String(ports.redis),
      TZ: 'UTC',
      ...options.environment,
    },
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  const exited = exitOf(child);
  const output = (): string => readFileSync(printed, 'utf8');
  const stop = async (): Promise<Exit> => {
    child.kill('SIGTERM');
    return exited;
  };

  const until = performance.now() + (options.readyWithinMs ?? 300_000);
  while (readRun(options.dataDir)?.state !== 'ready') {
    const ended = await Promise.race([exited, sleep(200)]);
    if (ended !== undefined) throw new Error(`The start ended with code ${ended.code}:\n${output()}`);
    if (performance.now() > until) {
      await stop();
      throw new Error(`The start was not ready in time:\n${output()}`);
    }
  }
  return { publicUrl, dataDir: options.dataDir, ports, run: () => readRun(options.dataDir), output, exited, stop };
}

async function freePorts(from: number): Promise<System['ports']> {
  const site = await nextFreePort(from);
  const cms = await nextFreePort(site + 1);
  const jobs = await nextFreePort(cms + 1);
  const postgres = await nextFreePort(jobs + 1);
  const redis = await nextFreePort(postgres + 1);
  return { site, cms, jobs, postgres, redis };
}

/** The environment without what a test runner or an outer start added for itself. */
function withoutRunner(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(environment).filter(
      ([name]) =>
        !/^(VITEST|NODE_ENV$|NODE_OPTIONS$|NODE_CHANNEL|PLAYWRIGHT_|DATABASE_URL$|REDIS_URL$|PUBLIC_URL$|TEST_)/.test(name),
    ),
  );
}
