import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning, markOf, type ProcessMark } from '@lyceum/database/embedded/process.ts';

/** Runs `work` while no other start or test of this repository builds; one that died does not count. */
export async function withBuildLock<T>(repository: string, work: () => Promise<T>): Promise<T> {
  const file = path.join(repository, 'node_modules', '.cache', 'lyceum-build.lock');
  mkdirSync(path.dirname(file), { recursive: true });
  while (!take(file)) {
    const holder = readHolder(file);
    if (holder === null || !isRunning(holder)) rmSync(file, { force: true });
    else await sleep(500);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, JSON.stringify(markOf(process.pid)), { flag: 'wx' });
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false;
    throw cause;
  }
}

function readHolder(file: string): ProcessMark | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
