import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endProcess, markOf, nameOf, processesIn, signal } from './process.ts';

/**
 * Ends what a killed run left on this data folder: a database that lives on, processes of one whose head
 * was killed, a lock file of one that is gone. Nothing committed is lost: PostgreSQL replays its log.
 */
export async function clearLeftovers(dataDir: string): Promise<'nothing' | 'stopped' | 'removed-lock'> {
  const lock = path.join(dataDir, 'postmaster.pid');
  const pid = readPid(lock);
  const mark = pid === null ? null : markOf(pid);
  let found: 'nothing' | 'stopped' | 'removed-lock' = 'nothing';

  if (mark !== null && isPostgresOf(mark.pid, dataDir)) {
    found = 'stopped';
    await endProcess(mark, [
      { signal: 'SIGINT', waitMs: 5_000 },
      { signal: 'SIGQUIT', waitMs: 3_000 },
      { signal: 'SIGKILL', waitMs: 2_000 },
    ]);
  }
  await endOrphans(dataDir);
  if (readPid(lock) !== null) {
    rmSync(lock, { force: true });
    if (found === 'nothing') found = 'removed-lock';
  }
  return found;
}

/** Processes of a database whose head was killed end within moments; those that hang on are killed. */
async function endOrphans(dataDir: string): Promise<void> {
  const until = performance.now() + 2_000;
  while (processesIn(dataDir).length > 0 && performance.now() < until) await sleep(50);
  for (const pid of processesIn(dataDir)) signal(pid, 'SIGKILL');
  while (processesIn(dataDir).length > 0) await sleep(20);
}

/** The number may belong to another program by now: only a postgres that works in this folder is ours. */
function isPostgresOf(pid: number, dataDir: string): boolean {
  if (process.platform === 'linux') return processesIn(dataDir).includes(pid);
  return nameOf(pid)?.includes('postgres') === true;
}

function readPid(lock: string): number | null {
  try {
    const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}
