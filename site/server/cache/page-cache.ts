import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { HINT_HEADER, readHint } from './cache-hint.ts';
import { type CachedPage, type RenderedPage, toCachedPage } from './cached-page.ts';
import { ALL_PAGES, Epochs } from './epochs.ts';
import { MemoryPages } from './memory-pages.ts';
import { RedisPages } from './redis-pages.ts';

/** Without Redis no purge arrives, so a page lives this long. */
const UNSHARED_MAX_AGE_SEC = 30;
const MAX_MEMORY_BYTES = 64 * 1024 * 1024;
/** How long a process waits for another one's render before it makes its own. */
const WAIT_FOR_OTHER_MS = 8_000;
const POLL_MS = 40;

export type Found =
  | { readonly kind: 'page'; readonly page: CachedPage; readonly state: 'hit' | 'stale' | 'miss' }
  /** A page for one reader: to be rendered for this request. */
  | { readonly kind: 'private' }
  /** The render failed and nothing older is kept. */
  | { readonly kind: 'failed'; readonly rendered: RenderedPage };

export type PageCacheOptions = {
  readonly redisUrl: string | null;
  readonly build: string;
  readonly log: Logger;
  /** Renders an address as a visitor without cookies would see it. */
  readonly render: (key: string) => Promise<RenderedPage>;
  readonly maxMemoryBytes?: number;
  readonly now?: () => number;
};

/**
 * Whole pages, in memory in front of Redis. A page is rendered once, however many visitors and processes ask for it at
 * once; a purge reaches every process; without Redis each process keeps pages for half a minute.
 */
export class PageCache {
  readonly #options: PageCacheOptions;
  readonly #now: () => number;
  readonly #memory: MemoryPages;
  readonly #redis: RedisPages | null;
  readonly #epochs = new Epochs();
  readonly #flights = new Map<string, Promise<Found>>();

  constructor(options: PageCacheOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
    this.#memory = new MemoryPages(options.maxMemoryBytes ?? MAX_MEMORY_BYTES);
    const { redisUrl, build, log } = options;
    this.#redis =
      redisUrl === null
        ? null
        : new RedisPages({
            url: redisUrl,
            build,
            log,
            onPurge: (tags) => this.#dropped(tags),
            onConnected: () => this.#memory.clear(),
          });
  }

  get isShared(): boolean {
    return this.#redis?.isConnected ?? false;
  }

  /** The page at once where it is held here, without a promise: nearly every request ends in this call. */
  held(key: string): Found | null {
    const page = this.#memory.get(key);
    if (page === undefined) return this.#memory.isPrivate(key, this.#now()) ? { kind: 'private' } : null;
    const age = this.#ageOf(page);
    if (age === 'fresh') return { kind: 'page', page, state: 'hit' };
    if (age === 'old') return null;
    this.#fly(key).catch((error: unknown) => this.#options.log.error({ err: error }, 'page cache: a refresh failed'));
    return { kind: 'page', page, state: 'stale' };
  }

  async find(key: string): Promise<Found> {
    return this.held(key) ?? this.#fly(key);
  }

  /** Drops the pages of the tags here and in every other process. */
  async purge(tags: readonly string[]): Promise<void> {
    this.#dropped(tags);
    await this.#redis?.publish(tags);
  }

  close(): void {
    this.#redis?.close();
  }

  #fly(key: string): Promise<Found> {
    const running = this.#flights.get(key);
    if (running !== undefined) return running;
    const flight = this.#obtain(key).finally(() => {
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
    });
    this.#flights.set(key, flight);
    return flight;
  }

  async #obtain(key: string): Promise<Found> {
    const redis = this.#redis;
    if (redis === null || !redis.isConnected) return this.#render(key);
    const owner = randomUUID();
    const giveUpAt = performance.now() + WAIT_FOR_OTHER_MS;
    for (;;) {
      const shared = await this.#fromOthers(redis, key);
      if (shared !== null) return shared;
      if (await redis.lock(key, owner)) break;
      if (performance.now() > giveUpAt) break;
      await wait(POLL_MS);
    }
    try {
      // Between the look and the lock another process may have finished.
      return (await this.#fromOthers(redis, key)) ?? (await this.#render(key));
    } finally {
      await redis.unlock(key, owner);
    }
  }

  async #fromOthers(redis: RedisPages, key: string): Promise<Found | null> {
    const mark = this.#epochs.now;
    const found = await redis.read(key);
    if (found === null) return null;
    if (this.#ageOf(found) !== 'fresh' || this.#epochs.wasPurgedSince(mark, found.tags)) return null;
    this.#memory.set(key, found);
    return { kind: 'page', page: found, state: 'hit' };
  }

  async #render(key: string): Promise<Found> {
    const mark = this.#epochs.now;
    const rendered = await this.#options.render(key);
    if (rendered.status >= 500) return this.#afterFailure(key, rendered);
    const page = await toCachedPage(rendered, readHint(headerText(rendered.headers[HINT_HEADER])), this.#now());
    if (page === null) {
      this.#memory.markPrivate(key, this.#now());
      return { kind: 'private' };
    }
    if (!this.#epochs.wasPurgedSince(mark, page.tags)) {
      this.#memory.set(key, page);
      await this.#redis?.write(key, page);
    }
    return { kind: 'page', page, state: 'miss' };
  }

  /** Whatever is still held is better than an error, however old. */
  #afterFailure(key: string, rendered: RenderedPage): Found {
    const page = this.#memory.get(key);
    return page === undefined ? { kind: 'failed', rendered } : { kind: 'page', page, state: 'stale' };
  }

  #ageOf(page: CachedPage): 'fresh' | 'stale' | 'old' {
    const limitSec = this.isShared ? Number.POSITIVE_INFINITY : UNSHARED_MAX_AGE_SEC;
    const ageSec = (this.#now() - page.renderedAt) / 1_000;
    const freshSec = Math.min(page.maxAgeSec, limitSec);
    if (ageSec < freshSec) return 'fresh';
    return ageSec < freshSec + Math.min(page.swrSec, limitSec) ? 'stale' : 'old';
  }

  #dropped(tags: readonly string[]): void {
    this.#epochs.purge(tags);
    // A render that began before the purge is not waited for by those who come after it.
    this.#flights.clear();
    if (tags.includes(ALL_PAGES)) this.#memory.clear();
    else this.#memory.purge(tags);
    void this.#redis?.purge(tags);
  }
}

const headerText = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);
