import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { type EmbeddedPart, exitOf, findOnPath, follow, type Log, spawnTied } from './native.ts';
import { isPortFree, portSentence } from './port.ts';
import { endProcess, isRunning, markOf, type ProcessMark, signal } from './process.ts';

export type RedisOptions = {
  /** Folder of the append-only file; made on the first start. */
  readonly dir: string;
  readonly port: number;
  readonly log?: Log;
  readonly password?: string;
};

/** The program on this machine that can serve as Redis, or null. */
export function findRedis(): string | null {
  return findOnPath(['valkey-server', 'redis-server']);
}

/**
 * Starts a Redis or Valkey of our own on 127.0.0.1, append-only file on, nothing evicted. What a killed
 * run left behind is ended first; an append-only file that cannot be read is laid aside, because nothing
 * in Redis is the only copy.
 */
export async function startRedis(options: RedisOptions): Promise<EmbeddedPart> {
  const program = findRedis();
  if (program === null) throw new Error('Neither valkey-server nor redis-server is on PATH.');
  mkdirSync(options.dir, { recursive: true, mode: 0o700 });
  const dir = realpathSync(options.dir);
  await endLeftover(dir);
  if (!(await isPortFree(options.port))) throw new Error(portSentence(options.port));

  try {
    return await run(program, dir, options);
  } catch (cause) {
    if (!(cause instanceof UnreadableFile)) throw cause;
    renameSync(path.join(dir, 'appendonlydir'), path.join(dir, `unreadable-${Date.now()}`));
    return run(program, dir, options);
  }
}

class UnreadableFile extends Error {}

async function run(program: string, dir: string, options: RedisOptions): Promise<EmbeddedPart> {
  const child = spawnTied(program, ['-'], { cwd: dir, stdio: ['pipe', 'pipe', 'pipe'], deathSignal: 'TERM' });
  const exited = exitOf(child);
  const output = follow(child, options.log ?? path.join(dir, 'redis.log'));
  // Settings travel by standard input, so that the password stands in no list of processes.
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(configuration(dir, options));
  const pid = child.pid ?? -1;
  const mark = markOf(pid);
  if (mark) writeFileSync(path.join(dir, 'run.json'), JSON.stringify(mark));

  const auth = options.password === undefined ? '' : `:${encodeURIComponent(options.password)}@`;
  const url = `redis://${auth}127.0.0.1:${options.port}`;
  const ready = await Promise.race([waitUntilReady(url), exited.then(() => 'ended' as const)]);
  if (ready !== 'ready') {
    signal(pid, 'SIGKILL');
    const words = output.lastLines().join('\n');
    if (/bad file format|unexpected end of file|aof.*(corrupt|missing|not exist)/i.test(words)) throw new UnreadableFile(words);
    throw new Error(`Redis did not start. Its last words:\n${words}`);
  }

  const stop = async (): Promise<void> => {
    signal(pid, 'SIGTERM');
    if ((await Promise.race([exited, sleep(2_500)])) === undefined) signal(pid, 'SIGKILL');
    await exited;
    rmSync(path.join(dir, 'run.json'), { force: true });
  };
  return { url, port: options.port, pid, exited, stop };
}

function configuration(dir: string, options: RedisOptions): string {
  const lines = [
    'bind 127.0.0.1',
    `port ${options.port}`,
    `dir "${dir}"`,
    'daemonize no',
    'save ""',
    'appendonly yes',
    'appendfsync everysec',
    'aof-load-truncated yes',
    'maxmemory-policy noeviction',
  ];
  if (options.password !== undefined) lines.push(`requirepass ${options.password}`);
  return `${lines.join('\n')}\n`;
}

async function endLeftover(dir: string): Promise<void> {
  const mark = readMark(path.join(dir, 'run.json'));
  if (mark === null || !isRunning(mark)) return;
  await endProcess(mark, [
    { signal: 'SIGTERM', waitMs: 3_000 },
    { signal: 'SIGKILL', waitMs: 2_000 },
  ]);
}

function readMark(file: string): ProcessMark | null {
  try {
    const mark: Partial<ProcessMark> = JSON.parse(readFileSync(file, 'utf8'));
    return typeof mark.pid === 'number' && typeof mark.startTime === 'string'
      ? { pid: mark.pid, startTime: mark.startTime }
      : null;
  } catch {
    return null;
  }
}

async function waitUntilReady(url: string): Promise<'ready' | 'no answer'> {
  const until = performance.now() + 60_000;
  const client = new Redis(url, {
    lazyConnect: true,
    retryStrategy: () => 30,
    maxRetriesPerRequest: null,
    enableReadyCheck: true,
  });
  client.on('error', () => undefined);
  try {
    await Promise.race([client.connect().catch(() => undefined), sleep(100)]);
    while (performance.now() < until) {
      const answer = await Promise.race([client.ping().catch(() => null), sleep(1_000)]);
      if (answer === 'PONG') return 'ready';
      await sleep(20);
    }
    return 'no answer';
  } finally {
    client.disconnect();
  }
}

/** The version line of the program, for people. */
export function redisVersion(program: string): string {
  const text = spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout ?? '';
  return /v=([\d.]+)/.exec(text)?.[1] ?? 'of unknown version';
}
