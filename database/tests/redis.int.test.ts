import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { nextFreePort } from '../embedded/port.ts';
import { signal } from '../embedded/process.ts';
import { startRedis } from '../embedded/redis.ts';

let dir = '';
let port = 0;
let running: Awaited<ReturnType<typeof startRedis>> | null = null;

beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'lyceum-redis-'));
  port = await nextFreePort(50_000 + (process.pid % 5_000));
});
afterEach(async () => {
  await running?.stop();
  running = null;
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function start() {
  running = await startRedis({ dir, port, password: 'word' });
  return running;
}

async function ask<T>(url: string, question: (client: Redis) => Promise<T>): Promise<T> {
  const client = new Redis(url);
  client.on('error', () => undefined);
  try {
    return await question(client);
  } finally {
    client.disconnect();
  }
}

describe('the private Redis', () => {
  it('keeps an append-only file, evicts nothing and asks for its password', async () => {
    const { url } = await start();
    expect(await ask(url, (client) => client.config('GET', 'appendonly'))).toEqual(['appendonly', 'yes']);
    expect(await ask(url, (client) => client.config('GET', 'maxmemory-policy'))).toEqual(['maxmemory-policy', 'noeviction']);
    await expect(ask(url.replace(':word@', ''), (client) => client.ping())).rejects.toThrow(/NOAUTH/);
  });

  it('has what it wrote a second before it was killed [C6]', async () => {
    const first = await start();
    await ask(first.url, (client) => client.set('queue', 'full'));
    await sleep(1_200);
    signal(first.pid, 'SIGKILL');
    await first.exited;
    const second = await start();
    expect(await ask(second.url, (client) => client.get('queue'))).toBe('full');
  });

  it('starts empty when its file cannot be read, and keeps that file aside [C7]', async () => {
    const first = await start();
    await ask(first.url, (client) => client.set('queue', 'full'));
    await first.stop();
    const folder = path.join(dir, 'appendonlydir');
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.aof')))
      writeFileSync(path.join(folder, name), 'not what Redis writes\r\n'.repeat(9));
    const second = await start();
    expect(await ask(second.url, (client) => client.dbsize())).toBe(0);
    expect(readdirSync(dir).some((name) => name.startsWith('unreadable-'))).toBe(true);
  });

  it('ends the one a killed run left alive and starts anew', async () => {
    const left = await start();
    running = null;
    await start();
    expect((await left.exited).code).toBe(0);
  });
});
