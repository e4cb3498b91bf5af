/** A change waits this long for its neighbours, such as the next letter of a word. */
export const GATHER_MS = 1_000;

const RETRY_FIRST_MS = 1_000;
const RETRY_MOST_MS = 20_000;

/**
 * Milliseconds until the next save: changes gather for a second, calls keep `everyMs` apart, and no change waits
 * longer than that.
 * @param everyMs shortest time between two calls and the longest wait of a change; 5,000 by the exam's setting
 * @param changedAtMs instant of the oldest unsent change
 * @param sentAtMs instant the last call left, null before the first
 */
export function saveDelay(everyMs: number, nowMs: number, changedAtMs: number, sentAtMs: number | null): number {
  const gathered = changedAtMs + GATHER_MS;
  const apart = sentAtMs === null ? gathered : sentAtMs + everyMs;
  const due = Math.min(Math.max(gathered, apart), changedAtMs + everyMs);
  return Math.max(0, due - nowMs);
}

/**
 * Milliseconds until the next try after failures in a row: doubled each time up to 20 s, spread over its upper half so that
 * a hall of learners does not come back in one instant, and never sooner than the server asked.
 * @param random a number from 0 up to 1
 */
export function retryDelay(failures: number, random: number, retryAfterSec: number = 0): number {
  const full = Math.min(RETRY_MOST_MS, RETRY_FIRST_MS * 2 ** Math.max(0, failures - 1));
  return Math.max(full * (0.5 + random / 2), retryAfterSec * 1_000 * (1 + random / 4));
}
