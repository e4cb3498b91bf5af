import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readEnv } from '@lyceum/config/env';
import pg from 'pg';
import { type System, startSystem } from '../../scripts/test/system.ts';

export type PartName = 'cms' | 'jobs' | 'site' | 'postgres' | 'redis';

/** A whole Lyceum with demo content, to be hurt. */
export type World = System & {
  /** A fresh connection to its database, also after the database was killed. */
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  /** SIGKILL without warning; PostgreSQL with all its children, as a power cut would. */
  kill(part: PartName): void;
  pidOf(part: PartName): number;
  /** Waits until the part answers again under another process id. */
  isBack(part: PartName, oldPid: number, withinMs: number): Promise<void>;
};

/** A data folder of this run; the environment's when the test command gave one. */
export function folderFor(name: string): string {
  const given = process.env['LYCEUM_DATA'];
  return given ? path.join(given, name) : path.join(mkdtempSync(path.join(tmpdir(), 'lyceum-faults-')), name);
}

const childrenOf = (pid: number): number[] => {
  try {
    return execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map(Number);
  } catch {
    return [];
  }
};

const end = (pid: number) => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It was gone already.
  }
};

const HEALTH: Record<'cms' | 'jobs' | 'site', string> = { cms: '/_health', jobs: '/health', site: '/health' };

/** @param dataDir may be one that an earlier world left, to go on with its data */
export async function startWorld(dataDir: string, environment: NodeJS.ProcessEnv = {}): Promise<World> {
  const system = await startSystem({
    dataDir,
    fromPort: 31_000 + (process.pid % 4000),
    environment: { LYCEUM_MAX_DEATHS: '1000', LOG_LEVEL: 'warn', ...environment },
  });
  const source = { LYCEUM_DATA: dataDir, PUBLIC_URL: system.publicUrl };

  const pidOf = (part: PartName): number => {
    if (part === 'postgres') {
      const file = path.join(dataDir, 'postgres', 'postmaster.pid');
      if (existsSync(file)) return Number(readFileSync(file, 'utf8').split('\n')[0]);
    }
    const mark = system.run()?.processes[part];
    if (!mark) throw new Error(`${part} does not run`);
    return mark.pid;
  };

  return {
    ...system,
    pidOf,
    async query<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) {
      const client = new pg.Client({ connectionString: readEnv(source).database.url });
      client.on('error', () => undefined);
      await client.connect();
      try {
        return (await client.query<Row>(text, values)).rows;
      } finally {
        await client.end();
      }
    },
    kill(part) {
      const pid = pidOf(part);
      const children = part === 'postgres' ? childrenOf(pid) : [];
      end(pid);
      for (const child of children) end(child);
    },
    async isBack(part, oldPid, withinMs) {
      const until = performance.now() + withinMs;
      while (performance.now() < until) {
        await sleep(100);
        const mark = system.run()?.processes[part];
        if (!mark || mark.pid === oldPid) continue;
        if (part === 'postgres' || part === 'redis') return;
        const answer = await fetch(`http://127.0.0.1:${system.ports[part]}${HEALTH[part]}`).catch(() => null);
        if (answer?.ok) return;
      }
      throw new Error(`${part} was not back within ${withinMs} ms`);
    },
  };
}
