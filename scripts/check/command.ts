import { spawn } from 'node:child_process';
import path from 'node:path';
import { exitOf } from '@lyceum/database/embedded/native.ts';

export const REPOSITORY = path.resolve(import.meta.dirname, '..', '..');

export type Outcome = { readonly ok: boolean; readonly words: string };

/** Runs a script with this Node and collects what it says; `live` shows it while it runs. */
export async function runNode(
  args: readonly string[],
  options: { cwd?: string; environment?: NodeJS.ProcessEnv; live?: boolean; abort?: AbortSignal } = {},
): Promise<Outcome> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: options.cwd ?? REPOSITORY,
    env: { ...process.env, FORCE_COLOR: '0', ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const end = (): void => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGTERM');
  };
  options.abort?.addEventListener('abort', end, { once: true });
  const words: string[] = [];
  const take = (chunk: Buffer): void => {
    words.push(chunk.toString());
    if (options.live) process.stdout.write(chunk);
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const exit = await exitOf(child);
  options.abort?.removeEventListener('abort', end);
  return { ok: exit.code === 0, words: words.join('') };
}
