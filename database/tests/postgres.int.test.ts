import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { nextFreePort } from '../embedded/port.ts';
import { startPostgres } from '../embedded/postgres.ts';
import { realPostgresDir } from '../embedded/postgres-user.ts';
import { processesIn, signal } from '../embedded/process.ts';

type Database = Awaited<ReturnType<typeof startPostgres>>;

let root = '';
let dataDir = '';
let port = 0;
let running: Database | null = null;

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'lyceum-pg-'));
  spawnSync('chmod', ['755', root]);
  dataDir = path.join(root, 'cluster');
  port = await nextFreePort(40_000 + (process.pid % 10_000));
});
afterEach(async () => {
  await running?.stop();
  running = null;
});
afterAll(() => {
  rmSync(realPostgresDir(dataDir), { recursive: true, force: true });
  rmSync(root, { recursive: true, force: true });
});

async function start(): Promise<Database> {
  running = await startPostgres({ dataDir, port, log: path.join(root, 'log'), password: 'secret word' });
  return running;
}

async function query<R extends pg.QueryResultRow>(url: string, text: string): Promise<R[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<R>(text)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  it('makes its cluster on the first start, listens on this machine only and keeps UTC', async () => {
    const { url, version } = await start();
    const [settings] = await query(
      url,
      `SELECT current_setting('listen_addresses') AS addresses, current_setting('unix_socket_directories') AS sockets, current_setting('timezone') AS zone`,
    );
    expect(settings).toEqual({ addresses: '127.0.0.1', sockets: '', zone: 'UTC' });
    expect(version).toMatch(/^18\./);
    await query(url, 'CREATE TABLE kept (id int PRIMARY KEY)');
  });

  it('refuses a wrong password', async () => {
    const { url } = await start();
    await expect(query(url.replace('secret%20word', 'guess'), 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('has every committed row after its head is killed, and clears the orphans away [C5]', async () => {
    const first = await start();
    await query(first.url, 'INSERT INTO kept VALUES (1)');
    const client = new pg.Client({ connectionString: first.url });
    client.on('error', () => undefined);
    await client.connect();
    signal(first.pid, 'SIGKILL');
    expect((await first.exited).signal).toBe('SIGKILL');
    const second = await start();
    expect(await query(second.url, 'SELECT id FROM kept')).toEqual([{ id: 1 }]);
    await client.end().catch(() => undefined);
  });

  it('has every committed row after all of its processes are killed [C5]', async () => {
    const first = await start();
    await query(first.url, 'INSERT INTO kept VALUES (2)');
    const all = processesIn(realPostgresDir(dataDir));
    for (const pid of [first.pid, ...all]) signal(pid, 'SIGKILL');
    await first.exited;
    const second = await start();
    expect(await query(second.url, 'SELECT count(*)::int AS rows FROM kept')).toEqual([{ rows: 2 }]);
  });

  it('ends a database that a killed run left alive and starts anew on the same folder', async () => {
    const left = await start();
    running = null;
    const next = await start();
    expect((await left.exited).code).toBe(0);
    expect(next.pid).not.toBe(left.pid);
  });

  it('is not stopped by the lock file of a process that is gone, or of a stranger', async () => {
    await (await start()).stop();
    const lock = path.join(realPostgresDir(dataDir), 'postmaster.pid');
    writeFileSync(lock, `${process.pid}\n`);
    await start();
    expect(existsSync(lock)).toBe(true);
  });

  it('names the process that has its port', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    await expect(start()).rejects.toThrow(`Port ${port} is taken by`);
    await new Promise((resolve) => server.close(resolve));
  });
});

describe('a cluster that a kill left half made', () => {
  it('is made anew', async () => {
    const half = path.join(root, 'half');
    const made = await startPostgres({ dataDir: half, port, log: path.join(root, 'log') });
    await made.stop();
    rmSync(path.join(realPostgresDir(half), 'lyceum-cluster-complete'));
    rmSync(path.join(realPostgresDir(half), 'global'), { recursive: true });
    const again = await startPostgres({ dataDir: half, port, log: path.join(root, 'log') });
    expect(await query(again.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await again.stop();
    rmSync(realPostgresDir(half), { recursive: true, force: true });
  });
});
