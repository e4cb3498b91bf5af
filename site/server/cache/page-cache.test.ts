import { PAGE_PURGE_CHANNEL } from '@lyceum/core/contract';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type TestRedis, testRedis, until } from '../tests/redis.ts';
import { HINT_HEADER, writeHint } from './cache-hint.ts';
import type { RenderedPage } from './cached-page.ts';
import { type Found, PageCache } from './page-cache.ts';

const log = pino({ level: 'silent' });
const open: PageCache[] = [];
afterEach(() => {
  for (const cache of open.splice(0)) cache.close();
});

type Settings = {
  redisUrl?: string;
  tags?: string[];
  maxAgeSec?: number;
  swrSec?: number;
  build?: string;
  now?: () => number;
  maxMemoryBytes?: number;
};

/** A cache over a site whose pages say how often they were rendered. */
function cacheOf(
  content: { text: string; status?: number; delayMs?: number; hint?: boolean; cookie?: string },
  settings: Settings = {},
) {
  const renders: string[] = [];
  const render = async (key: string): Promise<RenderedPage> => {
    renders.push(key);
    const body = Buffer.from(`<p>${key} ${content.text}</p>`);
    const hint = {
      [HINT_HEADER]: writeHint({
        maxAgeSec: settings.maxAgeSec ?? 3600,
        swrSec: settings.swrSec ?? 3600,
        tags: settings.tags ?? ['exams'],
      }),
    };
    await new Promise((resolve) => setTimeout(resolve, content.delayMs ?? 20));
    return {
      status: content.status ?? 200,
      headers: {
        'content-type': 'text/html',
        ...(content.hint === false ? {} : hint),
        ...(content.cookie === undefined ? {} : { 'set-cookie': [content.cookie] }),
      },
      body,
    };
  };
  const { redisUrl = null, build = 'b1', ...rest } = settings;
  const cache = new PageCache({ redisUrl, build, log, render, ...rest });
  open.push(cache);
  return { cache, renders };
}

const textOf = (found: Found | null) => (found?.kind === 'page' ? found.page.identity.toString() : (found?.kind ?? 'none'));
const pass = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('pages in the memory of one process', () => {
  it('renders a page once for fifty who ask at once [X-34]', async () => {
    const { cache, renders } = cacheOf({ text: 'v1' });
    const found = await Promise.all(Array.from({ length: 50 }, () => cache.find('/exams')));
    expect(renders).toEqual(['/exams']);
    expect(new Set(found.map(textOf))).toEqual(new Set(['<p>/exams v1</p>']));
    expect(cache.held('/exams')).toMatchObject({ kind: 'page', state: 'hit' });
  });

  it('shows an old page while one new one is made, and the new one afterwards', async () => {
    let now = 1_000_000;
    const content = { text: 'v1' };
    const { cache, renders } = cacheOf(content, { maxAgeSec: 10, swrSec: 20, now: () => now });
    await cache.find('/');
    content.text = 'v2';
    now += 15_000;
    expect(Array.from({ length: 10 }, () => textOf(cache.held('/')))).toEqual(Array.from({ length: 10 }, () => '<p>/ v1</p>'));
    await until('the refresh', () => textOf(cache.held('/')) === '<p>/ v2</p>');
    expect(renders).toHaveLength(2);
    now += 31_000;
    expect(cache.held('/')).toBeNull();
  });

  it('keeps no page whose tag was purged while it was rendered', async () => {
    const content = { text: 'old', delayMs: 60 };
    const { cache, renders } = cacheOf(content);
    const early = cache.find('/exams');
    await pass(20);
    content.text = 'new';
    await cache.purge(['exams']);
    const late = cache.find('/exams');
    expect(textOf(await early)).toBe('<p>/exams old</p>');
    expect(textOf(await late)).toBe('<p>/exams new</p>');
    expect(textOf(cache.held('/exams'))).toBe('<p>/exams new</p>');
    expect(renders).toHaveLength(2);
  });

  it('drops the pages of a tag and no others', async () => {
    const exams = cacheOf({ text: 'x' }, { tags: ['exams'] });
    await exams.cache.find('/exams');
    await exams.cache.purge(['home']);
    expect(exams.cache.held('/exams')).not.toBeNull();
    await exams.cache.purge(['exams']);
    expect(exams.cache.held('/exams')).toBeNull();
    await exams.cache.find('/exams');
    await exams.cache.purge(['*']);
    expect(exams.cache.held('/exams')).toBeNull();
  });

  it('remembers a page for one reader as such and keeps none of it', async () => {
    for (const content of [
      { text: 'mine', hint: false },
      { text: 'mine', cookie: 'a=b' },
    ]) {
      const { cache, renders } = cacheOf(content);
      expect(await cache.find('/today')).toEqual({ kind: 'private' });
      expect(await cache.find('/today')).toEqual({ kind: 'private' });
      expect(renders).toHaveLength(1);
    }
  });

  it('shows the last page it has when a new one cannot be made', async () => {
    let now = 0;
    const content = { text: 'v1', status: 200 };
    const { cache } = cacheOf(content, { maxAgeSec: 1, swrSec: 1, now: () => now });
    await cache.find('/');
    content.status = 503;
    now += 3_600_000;
    expect(await cache.find('/')).toMatchObject({ kind: 'page', state: 'stale' });
    expect(await cache.find('/never-seen')).toMatchObject({ kind: 'failed', rendered: { status: 503 } });
  });

  it('keeps a page half a minute at most where no purge can reach it', async () => {
    let now = 0;
    const { cache } = cacheOf({ text: 'v1' }, { maxAgeSec: 3600, swrSec: 0, now: () => now });
    await cache.find('/');
    now += 29_000;
    expect(cache.held('/')).not.toBeNull();
    now += 2_000;
    expect(cache.held('/')).toBeNull();
  });

  it('never holds more bytes than it may, and lets the page go that was asked for longest ago', async () => {
    const { cache } = cacheOf({ text: 'x'.repeat(10_000) }, { maxMemoryBytes: 40_000 });
    for (const key of ['/a', '/b', '/c']) await cache.find(key);
    cache.held('/a');
    await cache.find('/d');
    expect([cache.held('/a'), cache.held('/b'), cache.held('/d')].map((found) => found !== null)).toEqual([true, false, true]);
  });
});

describe('pages shared by Redis', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await testRedis();
  });
  afterAll(() => redis.remove());

  async function two(content: Parameters<typeof cacheOf>[0], settings: Settings = {}) {
    const build = `b${Math.random()}`;
    const pair = [
      cacheOf(content, { redisUrl: redis.url, build, ...settings }),
      cacheOf(content, { redisUrl: redis.url, build, ...settings }),
    ] as const;
    await until('the connection', () => pair.every(({ cache }) => cache.isShared));
    return pair;
  }

  it('renders a page once for fifty who ask two processes at once [X-34]', async () => {
    const [one, other] = await two({ text: 'v1', delayMs: 100 });
    const found = await Promise.all(
      Array.from({ length: 50 }, (_, index) => (index % 2 === 0 ? one : other).cache.find('/exams')),
    );
    expect(one.renders.length + other.renders.length).toBe(1);
    expect(new Set(found.map(textOf))).toEqual(new Set(['<p>/exams v1</p>']));
  });

  it('drops a purged page in every process, whoever said the purge [X-34]', async () => {
    const content = { text: 'v1' };
    const [one, other] = await two(content);
    await Promise.all([one.cache.find('/exams'), other.cache.find('/exams')]);
    content.text = 'v2';
    const publisher = new Redis(redis.url);
    await publisher.publish(PAGE_PURGE_CHANNEL, JSON.stringify({ tags: ['exams'] }));
    publisher.disconnect();
    await until('the purge', () => one.cache.held('/exams') === null && other.cache.held('/exams') === null);
    expect(textOf(await one.cache.find('/exams'))).toBe('<p>/exams v2</p>');
    expect(textOf(await other.cache.find('/exams'))).toBe('<p>/exams v2</p>');
    content.text = 'v3';
    await one.cache.purge(['exams']);
    await until('the purge', () => other.cache.held('/exams') === null);
    expect(textOf(await other.cache.find('/exams'))).toBe('<p>/exams v3</p>');
  });

  it('leaves no old page in Redis by a purge during a render', async () => {
    const content = { text: 'old', delayMs: 80 };
    const [one, other] = await two(content);
    const early = one.cache.find('/exams');
    await pass(30);
    content.text = 'new';
    await other.cache.purge(['exams']);
    await early;
    await pass(30);
    expect(textOf(await other.cache.find('/exams'))).toBe('<p>/exams new</p>');
    expect(textOf(await one.cache.find('/exams'))).toBe('<p>/exams new</p>');
  });

  it('trusts no page that was kept while nobody listened for purges', async () => {
    const content = { text: 'v1' };
    const first = cacheOf(content, { redisUrl: redis.url, build: 'restart' });
    await until('the connection', () => first.cache.isShared);
    await first.cache.find('/exams');
    first.cache.close();
    content.text = 'v2';
    const admin = new Redis(redis.url);
    await until(
      'that nobody listens',
      async () => ((await admin.pubsub('NUMSUB', PAGE_PURGE_CHANNEL)) as [string, number])[1] === 0,
    );
    await admin.publish(PAGE_PURGE_CHANNEL, JSON.stringify({ tags: ['exams'] }));
    // Processes that start within five seconds share a generation; this one starts later.
    await admin.set('lyceum:page-generation', String(Date.now() - 60_000));
    admin.disconnect();
    const second = cacheOf(content, { redisUrl: redis.url, build: 'restart' });
    await until('the connection', () => second.cache.isShared);
    expect(textOf(await second.cache.find('/exams'))).toBe('<p>/exams v2</p>');
  });

  it('drops everything for a purge that cannot be read', async () => {
    const [one] = await two({ text: 'v1' });
    await one.cache.find('/exams');
    const publisher = new Redis(redis.url);
    await publisher.publish(PAGE_PURGE_CHANNEL, '{');
    publisher.disconnect();
    await until('the purge', () => one.cache.held('/exams') === null);
  });

  it('keeps made-up addresses out of Redis', async () => {
    const [one] = await two({ text: 'v1', status: 404 }, { tags: ['made-up'] });
    await one.cache.find('/exams/made-up');
    const [two_] = await two({ text: 'v1' }, { tags: ['made-up'] });
    await two_.cache.find('/exams?kind=made-up');
    const admin = new Redis(redis.url);
    expect((await admin.keys('*made-up*')).filter((key) => !key.includes('lock'))).toEqual([]);
    admin.disconnect();
  });

  it('answers without Redis while it is frozen or dead, and shares again when it is back [C6]', async () => {
    const [one] = await two({ text: 'v1', delayMs: 1 });
    redis.freeze();
    const started = performance.now();
    expect(textOf(await one.cache.find('/frozen'))).toBe('<p>/frozen v1</p>');
    // Read, lock, second read, write and unlock: a quarter of a second each at most.
    expect(performance.now() - started).toBeLessThan(2_500);
    redis.thaw();
    await redis.kill();
    await until('the loss', () => !one.cache.isShared);
    const dead = performance.now();
    expect(textOf(await one.cache.find('/dead'))).toBe('<p>/dead v1</p>');
    expect(performance.now() - dead).toBeLessThan(300);
    await redis.start();
    await until('the return', () => one.cache.isShared);
    expect(one.cache.held('/dead')).toBeNull();
  });
});
