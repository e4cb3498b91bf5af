import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';

const ROTATE_AT_BYTES = 20 * 1024 * 1024;
const KEPT_LINES = 30;

/** The log of one process on disk: turned over at 20 MB, one old file kept; remembers the newest lines. */
export function openLog(folder: string, name: string) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, `${name}.log`);
  let handle = openSync(file, 'a', 0o600);
  let size = fstatSync(handle).size;
  let rest = '';
  const newest: string[] = [];

  const write = (chunk: Buffer | string): void => {
    const text = chunk.toString();
    if (size > ROTATE_AT_BYTES) {
      closeSync(handle);
      renameSync(file, `${file}.1`);
      handle = openSync(file, 'a', 0o600);
      size = 0;
    }
    try {
      size += writeSync(handle, text);
    } catch {
      // A full disk must not end the processes that still serve readers.
    }
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    newest.push(...lines);
    newest.splice(0, Math.max(0, newest.length - KEPT_LINES));
  };
  return { file, write, lastLines: (): string[] => [...newest, ...(rest === '' ? [] : [rest])] };
}

export type LogFile = ReturnType<typeof openLog>;
