import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, createWriteStream, type WriteStream } from 'node:fs';
import path from 'node:path';

/** Where output of an embedded part goes: a file that is appended to, or a function that gets each line. */
export type Log = string | ((line: string) => void);

export type Exit = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

/** An embedded part that runs. `exited` settles when the process ends, whoever ended it. */
export type EmbeddedPart = {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  readonly exited: Promise<Exit>;
  readonly stop: () => Promise<void>;
};

/** The full path of the first of these programs on PATH, or null. */
export function findOnPath(names: readonly string[]): string | null {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin'];
  for (const name of names) {
    for (const folder of folders.filter((each) => each !== '')) {
      const file = path.join(folder, name);
      if (isExecutable(file)) return file;
    }
  }
  return null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Starts a program that ends by itself when we are killed, where the system can do that (`setpriv` of
 * Linux). It gets a process group of its own, so that Ctrl-C in the terminal reaches only us.
 */
export function spawnTied(
  program: string,
  args: readonly string[],
  options: SpawnOptions & { deathSignal: string },
): ChildProcess {
  const { deathSignal, ...rest } = options;
  const setpriv = process.platform === 'linux' ? findOnPath(['setpriv']) : null;
  const [file, ...list] =
    setpriv && supportsDeathSignal(setpriv) ? [setpriv, '--pdeathsig', deathSignal, program, ...args] : [program, ...args];
  return spawn(file ?? program, list, { detached: true, ...rest });
}

let deathSignalWorks: boolean | null = null;
function supportsDeathSignal(setpriv: string): boolean {
  deathSignalWorks ??= spawnSync(setpriv, ['--pdeathsig', 'TERM', 'true'], { stdio: 'ignore' }).status === 0;
  return deathSignalWorks;
}

export function exitOf(child: ChildProcess): Promise<Exit> {
  return new Promise((resolve) => {
    child.once('error', () => resolve({ code: -1, signal: null }));
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
}

/** Sends output to the log and keeps the newest lines for error messages. */
export function follow(child: ChildProcess, log: Log): { lastLines: () => string[] } {
  const last: string[] = [];
  const file: WriteStream | null = typeof log === 'string' ? createWriteStream(log, { flags: 'a' }) : null;
  let rest = '';
  const take = (chunk: Buffer): void => {
    file?.write(chunk);
    const lines = (rest + chunk.toString('utf8')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (typeof log === 'function') log(line);
      last.push(line);
    }
    last.splice(0, Math.max(0, last.length - 20));
  };
  child.stdout?.on('data', take);
  child.stderr?.on('data', take);
  child.once('close', () => file?.end());
  return { lastLines: () => [...last] };
}
