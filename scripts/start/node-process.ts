import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Exit, exitOf } from '@lyceum/database/embedded/native.ts';
import { isPortFree, portSentence } from '@lyceum/database/embedded/port.ts';
import { endProcess, markOf, signal } from '@lyceum/database/embedded/process.ts';
import type { LogFile } from './log-file.ts';
import type { Running, Service } from './service.ts';

export type NodeProcess = {
  readonly name: string;
  readonly cwd: string;
  /** Script and its arguments. */
  readonly args: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly port: number;
  /** Path that answers 2xx when the process can serve. */
  readonly healthPath: string;
  readonly healthyWithinMs: number;
  /** How long SIGTERM may take before SIGKILL. */
  readonly stopWithinMs: number;
  readonly log: LogFile;
};

const PRELOAD = path.join(import.meta.dirname, 'child.ts');

/**
 * A Node process of ours as a service. It leads its own process group (Ctrl-C in the terminal must not
 * reach it) and ends by itself when we vanish (see child.ts).
 */
export function nodeService(process_: NodeProcess): Service {
  return { name: process_.name, log: process_.log, start: (abort) => start(process_, abort) };
}

async function start(options: NodeProcess, abort: AbortSignal): Promise<Running> {
  await waitForPort(options.port);
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', PRELOAD, ...options.args], {
    cwd: options.cwd,
    env: options.environment,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  child.stdout?.on('data', options.log.write);
  child.stderr?.on('data', options.log.write);
  const exited = exitOf(child);
  const pid = child.pid ?? -1;
  const mark = markOf(pid);

  const stop = async (): Promise<void> => {
    if (mark === null) return;
    await endProcess(mark, [
      { signal: 'SIGTERM', waitMs: options.stopWithinMs },
      { signal: 'SIGKILL', waitMs: 1_000 },
    ]);
    // What it started itself (an import child) shares its group.
    endGroup(pid);
  };

  const outcome = await Promise.race([waitUntilHealthy(options, abort), exited]);
  if (outcome === 'healthy') return { pid, exited, stop };
  await stop();
  throw new Error(
    outcome === 'unhealthy' ? `did not become healthy within ${options.healthyWithinMs / 1000} s` : endSentence(outcome),
  );
}

function endSentence(exit: Exit): string {
  return exit.signal ? `was ended by ${exit.signal} before it was healthy` : `ended with code ${exit.code} before it was healthy`;
}

function endGroup(pid: number): void {
  if (pid > 1) signal(-pid, 'SIGKILL');
}

/** After a kill the port may need a moment. */
async function waitForPort(port: number): Promise<void> {
  const until = performance.now() + 3_000;
  while (!(await isPortFree(port))) {
    if (performance.now() > until) throw new Error(portSentence(port));
    await sleep(50);
  }
}

async function waitUntilHealthy(options: NodeProcess, abort: AbortSignal): Promise<'healthy' | 'unhealthy'> {
  const until = performance.now() + options.healthyWithinMs;
  const url = `http://127.0.0.1:${options.port}${options.healthPath}`;
  while (performance.now() < until && !abort.aborted) {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000), redirect: 'manual' }).catch(() => null);
    await response?.body?.cancel();
    if (response?.ok) return 'healthy';
    await sleep(60);
  }
  return 'unhealthy';
}
