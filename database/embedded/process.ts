import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process that may be gone: its number and when it began, because numbers are used again. */
export type ProcessMark = { readonly pid: number; readonly startTime: string };

/**
 * When a process began, as text that differs for a later process of the same number; null when there is
 * none. One that ended but was never reaped (a zombie) counts as gone.
 */
export function startTimeOf(pid: number): string | null {
  if (process.platform !== 'linux') return startTimeByPs(pid);
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const state = fields[0];
    return state === 'Z' || state === 'X' ? null : (fields[19] ?? null);
  } catch {
    // No such process.
    return null;
  }
}

function startTimeByPs(pid: number): string | null {
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
    return line === '' || line.startsWith('Z') ? null : line.replace(/^\S+\s+/, '');
  } catch {
    // ps ends with 1 when there is no such process.
    return null;
  }
}

export function markOf(pid: number): ProcessMark | null {
  const startTime = startTimeOf(pid);
  return startTime === null ? null : { pid, startTime };
}

export function isRunning(mark: ProcessMark): boolean {
  return startTimeOf(mark.pid) === mark.startTime;
}

/** The program a process runs, for messages; null when it cannot be told. */
export function nameOf(pid: number): string | null {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
    return (
      execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() ||
      null
    );
  } catch {
    return null;
  }
}

/** Processes whose working folder is `folder`; empty where the system does not tell. */
export function processesIn(folder: string): number[] {
  if (process.platform !== 'linux') return [];
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => workingFolder(pid) === folder && startTimeOf(Number(pid)) !== null).map(Number);
}

function workingFolder(pid: string): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    // Ended meanwhile, or not ours to look at.
    return null;
  }
}

/** Sends a signal; a process that is gone already is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ESRCH')) throw cause;
  }
}

/** Sends one signal after the other until the process is gone; resolves to false when even the last did not end it. */
export async function endProcess(
  mark: ProcessMark,
  steps: readonly { signal: NodeJS.Signals; waitMs: number }[],
): Promise<boolean> {
  for (const step of steps) {
    if (!isRunning(mark)) return true;
    signal(mark.pid, step.signal);
    const until = performance.now() + step.waitMs;
    while (isRunning(mark) && performance.now() < until) await sleep(20);
  }
  return !isRunning(mark);
}
