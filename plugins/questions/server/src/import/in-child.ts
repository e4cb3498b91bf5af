import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { refuse } from '@lyceum/core/contract';
import { dataFolder } from '@lyceum/core/server';
import { questionsProblems } from '../../../contract/index.ts';
import type { ChildMessage, Task, TaskResults } from './tasks.ts';

const ENTRY = fileURLToPath(new URL('./child/main.ts', import.meta.url));
/**
 * Heap of the child; above it the child ends and the server lives [I4]. The thread that looks for near-duplicates has its own
 * beside it, and both together stay below 300 MB above an idle process.
 */
const HEAP_MB = 160;
/** Most of what a row needs dies with it: a larger young generation takes a sixth off the whole and keeps the process smaller. */
export const CHILD_FLAGS = [`--max-old-space-size=${HEAP_MB}`, '--max-semi-space-size=32'];

export type ChildOptions = {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (read: number) => void;
};

/** The refusal a child named, raised again here. */
function refuseAs({ code, params }: Extract<ChildMessage, { kind: 'refused' }>): never {
  const problem = Object.values(questionsProblems).find((known) => known.code === code);
  if (!problem) throw new Error(`The import was refused with ${code}`);
  return refuse(problem, { params });
}

/** V8 ends itself by SIGABRT when the heap is full. */
const ranOutOfMemory = (exitCode: number | null, signal: NodeJS.Signals | null): boolean =>
  signal === 'SIGABRT' || exitCode === 134;

/**
 * Does a task with somebody's file in a process of its own: capped memory, a time limit, killed on abort.
 * Refusals come back as refusals; a child that died is an ordinary error, so that the job is tried again.
 */
export function inChild<T extends Task>(
  task: T,
  { timeoutMs, signal, onProgress }: ChildOptions,
): Promise<TaskResults[T['task']]> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const child = fork(ENTRY, [], {
      execArgv: [...CHILD_FLAGS, '--disable-warning=ExperimentalWarning'],
      env: { ...process.env, TZ: 'UTC', NODE_COMPILE_CACHE: dataFolder('cache', 'compiled') },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    let last: ChildMessage | null = null;
    let timedOut = false;
    const kill = () => child.kill('SIGKILL');
    const timer = setTimeout(() => {
      timedOut = true;
      kill();
    }, timeoutMs);
    signal?.addEventListener('abort', kill, { once: true });
    child.on('message', (message: ChildMessage) => {
      if (message.kind === 'progress') onProgress?.(message.read);
      else last = message;
    });
    child.on('error', reject);
    child.on('exit', (exitCode, exitSignal) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', kill);
      const end = (work: () => TaskResults[T['task']]) => {
        try {
          resolve(work());
        } catch (error) {
          reject(error);
        }
      };
      end(() => {
        signal?.throwIfAborted();
        if (last?.kind === 'done') return last.result as TaskResults[T['task']];
        if (last?.kind === 'refused') return refuseAs(last);
        if (timedOut)
          return refuse(questionsProblems.importTooLarge, { params: { limit: 'seconds', max: Math.round(timeoutMs / 1_000) } });
        if (ranOutOfMemory(exitCode, exitSignal))
          return refuse(questionsProblems.importTooLarge, { params: { limit: 'memoryMb', max: HEAP_MB } });
        throw new Error(last?.kind === 'failed' ? last.message : `The import process ended with ${exitSignal ?? exitCode}`);
      });
    });
    child.send(task);
  });
}
