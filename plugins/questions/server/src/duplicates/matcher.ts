import { Worker } from 'node:worker_threads';
import type { FromThread, MatcherRow, RowMatches, ThreadTask, ToThread } from './messages.ts';

const THREAD = new URL('./thread.ts', import.meta.url);
/** Heap of the thread; what it remembers lies in typed arrays beside it, at most 120 MB for 100,000 questions. */
const HEAP_MB = 96;

export const startThread = (task: ThreadTask): Worker =>
  new Worker(THREAD, { workerData: task, resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });

/** Compares rows with the bank and with the rows before them, in a thread, so that whoever asks works on meanwhile. */
export type Matcher = {
  /** Reads the bank; gives the number of questions. Call it once, before the first `match`. */
  load(): Promise<number>;
  /**
   * For each row what it is like, the most similar first, at most 20; then the rows are added. Give document ids or codes as ids:
   * the question that has this code, or this document id, is passed over. Text as `nearText` of the domain gives it.
   */
  match(rows: readonly MatcherRow[]): Promise<readonly RowMatches[]>;
  /** Ends the thread and gives its memory back. */
  close(): Promise<void>;
};

/**
 * Starts the thread. Its memory is its own: it runs inside a child with a small heap as well.
 * @param threshold least similarity that counts, 0–1
 */
export function createMatcher({ database, threshold, withoutBatch }: Omit<ThreadTask, 'task'>): Matcher {
  const thread = startThread({ task: 'match', database, threshold, ...(withoutBatch ? { withoutBatch } : {}) });
  // Questions are answered in their order.
  const waiting: { resolve(message: FromThread): void; reject(error: Error): void }[] = [];
  let ended: Error | null = null;
  const end = (error: Error) => {
    ended ??= error;
    for (const one of waiting.splice(0)) one.reject(ended);
  };
  thread.on('message', (message: FromThread) => {
    const next = waiting.shift();
    if (message.kind === 'failed') next?.reject(new Error(`The comparison failed: ${message.message}`));
    else next?.resolve(message);
  });
  thread.on('error', (error) => end(error instanceof Error ? error : new Error(String(error))));
  thread.on('exit', () => end(new Error('The comparison has ended')));

  const ask = (message: ToThread): Promise<FromThread> =>
    new Promise((resolve, reject) => {
      if (ended) return reject(ended);
      waiting.push({ resolve, reject });
      return thread.postMessage(message);
    });

  return {
    async load() {
      const answer = await ask({ kind: 'load' });
      return answer.kind === 'loaded' ? answer.count : 0;
    },
    async match(rows) {
      if (rows.length === 0) return [];
      const answer = await ask({ kind: 'match', rows });
      return answer.kind === 'matched' ? answer.found : [];
    },
    async close() {
      await thread.terminate();
    },
  };
}
