import path from 'node:path';
import type { Env } from '@lyceum/config/env';
import { isPortFree, nextFreePort } from '@lyceum/database/embedded/port.ts';
import { startPostgres } from '@lyceum/database/embedded/postgres.ts';
import { startRedis } from '@lyceum/database/embedded/redis.ts';
import { Redis } from 'ioredis';
import pg from 'pg';
import { openLog } from './log-file.ts';
import { ensureRedisProgram } from './redis-program.ts';
import type { Service } from './service.ts';
import { Trouble } from './trouble.ts';

/** Where the two stores answer, and the services to keep alive for those that are embedded. */
export type Stores = {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly ports: Record<string, number>;
  readonly services: Service[];
};

/** Prepares both stores: embedded ones get a port and a service, given ones are asked whether they will do. */
export async function prepareStores(env: Env): Promise<Stores> {
  const database = env.database.givenUrl === null ? await embeddedPostgres(env) : await givenPostgres(env.database.givenUrl);
  const redis = env.redis.givenUrl === null ? await embeddedRedis(env) : await givenRedis(env.redis.givenUrl);
  return {
    databaseUrl: database.url,
    redisUrl: redis.url,
    ports: { ...(database.port ? { postgres: database.port } : {}), ...(redis.port ? { redis: redis.port } : {}) },
    services: [...(database.service ? [database.service] : []), ...(redis.service ? [redis.service] : [])],
  };
}

type Store = { readonly url: string; readonly port: number | null; readonly service: Service | null };

async function embeddedPostgres(env: Env): Promise<Store> {
  const { dataDir } = env.server;
  const port = await portFor(env.database.embeddedPort);
  const password = env.secrets.databasePassword;
  const log = openLog(path.join(dataDir, 'logs'), 'postgres');
  const start = () =>
    startPostgres({ dataDir: path.join(dataDir, 'postgres'), port, password, log: (text) => log.write(`${text}\n`) });
  return { url: `postgresql://lyceum:${password}@127.0.0.1:${port}/lyceum`, port, service: { name: 'postgres', log, start } };
}

async function embeddedRedis(env: Env): Promise<Store> {
  await ensureRedisProgram();
  const { dataDir } = env.server;
  const port = await portFor(env.redis.embeddedPort);
  const password = env.secrets.redisPassword;
  const log = openLog(path.join(dataDir, 'logs'), 'redis');
  const start = () => startRedis({ dir: path.join(dataDir, 'redis'), port, password, log: (text) => log.write(`${text}\n`) });
  return { url: `redis://:${password}@127.0.0.1:${port}`, port, service: { name: 'redis', log, start } };
}

/** These ports are private, so a taken one is no reason to stop: the next free one does as well. */
async function portFor(wanted: number): Promise<number> {
  return (await isPortFree(wanted)) ? wanted : nextFreePort(wanted + 1);
}

async function givenPostgres(url: string): Promise<Store> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ number: string }>("SELECT current_setting('server_version_num') AS number");
    const major = Math.floor(Number(rows[0]?.number ?? 0) / 10_000);
    if (major < 15) throw new Trouble(`The PostgreSQL of DATABASE_URL is version ${major}; Lyceum needs 15 or newer.`);
  } catch (cause) {
    if (cause instanceof Trouble) throw cause;
    throw new Trouble(
      `The PostgreSQL of DATABASE_URL does not answer: ${messageOf(cause)}. Start it, correct DATABASE_URL, or leave it out for the embedded one.`,
      { cause },
    );
  } finally {
    await client.end().catch(() => undefined);
  }
  return { url, port: null, service: null };
}

async function givenRedis(url: string): Promise<Store> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null, connectTimeout: 5_000, maxRetriesPerRequest: 0 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.ping();
  } catch (cause) {
    throw new Trouble(
      `The Redis of REDIS_URL does not answer: ${messageOf(cause)}. Start it, correct REDIS_URL, or leave it out for the embedded one.`,
      { cause },
    );
  } finally {
    client.disconnect();
  }
  return { url, port: null, service: null };
}

function messageOf(cause: unknown): string {
  if (cause instanceof AggregateError) return messageOf(cause.errors[0]);
  return cause instanceof Error ? cause.message : String(cause);
}
