import { PAGE_PURGE_CHANNEL } from '@lyceum/core/contract';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { type CachedPage, pack, unpack } from './cached-page.ts';
import { ALL_PAGES } from './epochs.ts';

const GENERATION_KEY = 'lyceum:page-generation';
const LOCK_FOR_MS = 15_000;
const MAX_KEPT_MS = 30 * 86_400_000;
/** Processes that start together share one generation. */
const GENERATION_FRESH_MS = 5_000;

/** Deletes every page of the tags, and the tags, with nothing in between. */
const PURGE_SCRIPT = `
for _, tagKey in ipairs(KEYS) do
  for _, page in ipairs(redis.call('SMEMBERS', tagKey)) do redis.call('UNLINK', page) end
  redis.call('UNLINK', tagKey)
end`;

/** When nobody listened, purges may have been missed: whatever is kept belongs to an older generation. */
const GENERATION_SCRIPT = `
local current = redis.call('GET', KEYS[1])
if current and (tonumber(ARGV[2]) > 0 or tonumber(ARGV[1]) - tonumber(current) < tonumber(ARGV[3])) then return current end
redis.call('SET', KEYS[1], ARGV[1])
return ARGV[1]`;

/** Deletes the lock only while it is still ours. */
const UNLOCK_SCRIPT = `if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end`;

export type RedisPagesOptions = {
  readonly url: string;
  /** Name of the build: pages of another build load other scripts. */
  readonly build: string;
  readonly log: Logger;
  readonly onPurge: (tags: readonly string[]) => void;
  /** Purges may have been missed: what the process holds is no longer sure. */
  readonly onConnected: () => void;
};

/**
 * The pages all processes share. Every call ends within a quarter of a second, whatever Redis does, and gives the answer of
 * an empty cache when it failed: a page may cost a render, never a wait.
 */
export class RedisPages {
  readonly #commands: Redis;
  readonly #listener: Redis;
  readonly #options: RedisPagesOptions;
  #generation: string | null = null;

  constructor(options: RedisPagesOptions) {
    this.#options = options;
    const settings = {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      commandTimeout: 250,
      connectTimeout: 1_000,
      retryStrategy: (times: number) => Math.min(times * 200, 2_000),
    };
    this.#commands = new Redis(options.url, settings);
    this.#listener = new Redis(options.url, { ...settings, autoResubscribe: false });
    for (const client of [this.#commands, this.#listener]) {
      client.on('error', (error: Error) => options.log.debug({ err: error.message }, 'page cache: redis'));
      client.on('close', () => this.#lost());
      client.on('ready', () => void this.#join());
    }
    this.#listener.on('message', (_channel: string, message: string) => this.#heard(message));
  }

  /** True while purges reach this process; otherwise its pages must age quickly. */
  get isConnected(): boolean {
    return this.#generation !== null && this.#commands.status === 'ready' && this.#listener.status === 'ready';
  }

  async read(key: string): Promise<CachedPage | null> {
    return this.#try(null, async () => {
      const bytes = await this.#commands.getBuffer(this.#pageKey(key));
      return bytes === null ? null : unpack(bytes);
    });
  }

  /**
   * Keeps a page for the others. Only a page that exists, under an address without a query: of those there are as many as
   * entries, while anybody can make up endless others and would fill the Redis that also holds the queues.
   */
  async write(key: string, page: CachedPage): Promise<void> {
    if (page.status !== 200 || key.includes('?')) return;
    const keptMs = Math.min(MAX_KEPT_MS, (page.maxAgeSec + page.swrSec) * 1_000);
    if (keptMs <= 0) return;
    await this.#try(undefined, async () => {
      const steps = this.#commands.multi().set(this.#pageKey(key), pack(page), 'PX', keptMs);
      for (const tag of [...page.tags, ALL_PAGES])
        steps.sadd(this.#tagKey(tag), this.#pageKey(key)).pexpire(this.#tagKey(tag), MAX_KEPT_MS);
      await steps.exec();
    });
  }

  /** @returns whether this caller renders the page; true as well when Redis does not answer */
  async lock(key: string, owner: string): Promise<boolean> {
    return this.#try(true, async () => (await this.#commands.set(this.#lockKey(key), owner, 'PX', LOCK_FOR_MS, 'NX')) === 'OK');
  }

  async unlock(key: string, owner: string): Promise<void> {
    await this.#try(undefined, async () => {
      await this.#commands.eval(UNLOCK_SCRIPT, 1, this.#lockKey(key), owner);
    });
  }

  async purge(tags: readonly string[]): Promise<void> {
    if (tags.length === 0) return;
    const keys = tags.map((tag) => this.#tagKey(tag));
    await this.#try(undefined, async () => {
      await this.#commands.eval(PURGE_SCRIPT, keys.length, ...keys);
    });
  }

  async publish(tags: readonly string[]): Promise<void> {
    await this.#try(undefined, async () => {
      await this.#commands.publish(PAGE_PURGE_CHANNEL, JSON.stringify({ tags }));
    });
  }

  close(): void {
    for (const client of [this.#commands, this.#listener]) client.disconnect();
  }

  async #join(): Promise<void> {
    if (this.#commands.status !== 'ready' || this.#listener.status !== 'ready') return;
    try {
      const [, listeners] = (await this.#commands.pubsub('NUMSUB', PAGE_PURGE_CHANNEL)) as [string, number];
      await this.#listener.subscribe(PAGE_PURGE_CHANNEL);
      const generation = await this.#commands.eval(
        GENERATION_SCRIPT,
        1,
        GENERATION_KEY,
        Date.now(),
        listeners,
        GENERATION_FRESH_MS,
      );
      this.#options.onConnected();
      this.#generation = String(generation);
      this.#options.log.info('page cache: shared by redis');
    } catch (error) {
      this.#options.log.warn(
        { err: error instanceof Error ? error.message : String(error) },
        'page cache: redis did not answer; trying again',
      );
      this.#listener.disconnect(true);
    }
  }

  #lost(): void {
    if (this.#generation === null) return;
    this.#generation = null;
    this.#options.log.warn('page cache: redis is gone; pages are kept in memory for 30 s at most');
  }

  #heard(message: string): void {
    const tags = tagsOf(message);
    if (tags === null) {
      this.#options.log.warn('page cache: a purge that could not be read; dropping every page');
      this.#options.onPurge([ALL_PAGES]);
    } else this.#options.onPurge(tags);
  }

  async #try<T>(otherwise: T, work: () => Promise<T>): Promise<T> {
    if (!this.isConnected) return otherwise;
    try {
      return await work();
    } catch (error) {
      this.#options.log.debug({ err: error instanceof Error ? error.message : String(error) }, 'page cache: redis');
      return otherwise;
    }
  }

  #pageKey = (key: string) => `lyceum:page:${this.#generation}:${this.#options.build}:${key}`;
  #tagKey = (tag: string) => `lyceum:page-tag:${this.#generation}:${tag}`;
  #lockKey = (key: string) => `lyceum:page-lock:${this.#options.build}:${key}`;
}

function tagsOf(message: string): string[] | null {
  try {
    const said: unknown = JSON.parse(message);
    const tags = typeof said === 'object' && said !== null && 'tags' in said ? said.tags : null;
    return Array.isArray(tags) && tags.every((tag) => typeof tag === 'string') ? tags : null;
  } catch {
    return null;
  }
}
