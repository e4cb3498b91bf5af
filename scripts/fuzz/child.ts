import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { ImportFormat } from '../../plugins/questions/contract/index.ts';

/** Heap of the child, in megabytes. */
const HEAP_MB = 300;
/** Longest time one file may take, in milliseconds; a start under load counts too. */
const TIME_LIMIT_MS = 30_000;

export type Answer = { readonly kind: 'read' | 'refused' | 'crashed' | 'hung' | 'died'; readonly detail: string };

/** A child that reads files; after one that kills it, the next file gets a new child. */
export function readingChild() {
  let child: ChildProcess | null = null;
  const answer = (from: ChildProcess, limitMs: number): Promise<Answer> =>
    new Promise((resolve) => {
      const done = (found: Answer) => {
        clearTimeout(timer);
        from.removeAllListeners('message').removeAllListeners('exit');
        resolve(found);
      };
      const timer = setTimeout(() => {
        from.kill('SIGKILL');
        child = null;
        done({ kind: 'hung', detail: `no answer in ${limitMs / 1_000} s` });
      }, limitMs);
      from.once('message', (found: Answer) => done(found));
      from.once('exit', (code, signal) => {
        child = null;
        done({ kind: 'died', detail: `exit ${code ?? signal}` });
      });
    });
  return {
    async read(file: string, format: ImportFormat): Promise<Answer> {
      if (child === null || !child.connected) {
        child = fork(path.join(import.meta.dirname, 'reader/main.ts'), {
          execArgv: [`--max-old-space-size=${HEAP_MB}`],
          stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        });
        await answer(child, TIME_LIMIT_MS);
        if (child === null) return { kind: 'died', detail: 'the child does not start' };
      }
      child.send({ path: file, format });
      return answer(child, TIME_LIMIT_MS);
    },
    close: (): void => void child?.kill('SIGKILL'),
  };
}
