import { env } from '@lyceum/config/env';
import { Redis } from 'ioredis';
import { shared } from '../state.ts';
import { log } from './log.ts';

const clients = () => shared('redis', () => ({ cache: null as Redis | null, open: [] as Redis[] }));

const quiet = (redis: Redis): Redis => {
  let told = false;
  redis.on('error', (error) => {
    if (!told) log().warn({ err: error.message }, 'Redis does not answer');
    told = true;
  });
  redis.on('ready', () => {
    told = false;
  });
  clients().open.push(redis);
  return redis;
};

/**
 * The client for what may be lost: limits, caches, purges. A dead Redis answers with an error at once instead of waiting.
 * Null when no Redis is configured.
 */
export function cacheRedis(): Redis | null {
  const url = env().redis.url;
  if (!url) return null;
  clients().cache ??= quiet(
    new Redis(url, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      commandTimeout: 250,
      retryStrategy: (times) => Math.min(times * 100, 2000),
    }),
  );
  return clients().cache;
}

/** A client as BullMQ needs it. */
export function queueRedis(): Redis {
  const url = env().redis.url;
  if (!url) throw new Error('REDIS_URL is not set');
  return quiet(new Redis(url, { maxRetriesPerRequest: null, retryStrategy: (times) => Math.min(times * 100, 2000) }));
}

export async function closeRedis(): Promise<void> {
  const { open } = clients();
  for (const redis of open.splice(0)) redis.disconnect();
  clients().cache = null;
}
