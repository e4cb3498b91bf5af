/** Time on the question in front, counted while the page is visible and the attempt can be worked on. */
export type Stopwatch = { readonly runningSinceMs: number | null; readonly carriedMs: number };

export const stopped: Stopwatch = { runningSinceMs: null, carriedMs: 0 };

/** A page that says nothing for longer than this slept; that time was not spent on the question. */
const MOST_AT_ONCE_MS = 120_000;

export const startWatch = (watch: Stopwatch, nowMs: number): Stopwatch =>
  watch.runningSinceMs === null ? { ...watch, runningSinceMs: nowMs } : watch;

export const pauseWatch = (watch: Stopwatch, nowMs: number): Stopwatch => ({
  runningSinceMs: null,
  carriedMs: watch.carriedMs + elapsed(watch, nowMs),
});

/** Takes the whole seconds out; the rest of a second is carried on, so that nothing is lost over many short visits. */
export function readWatch(watch: Stopwatch, nowMs: number): { watch: Stopwatch; seconds: number } {
  const total = watch.carriedMs + elapsed(watch, nowMs);
  const seconds = Math.floor(total / 1_000);
  return { seconds, watch: { runningSinceMs: watch.runningSinceMs === null ? null : nowMs, carriedMs: total - seconds * 1_000 } };
}

const elapsed = (watch: Stopwatch, nowMs: number): number =>
  watch.runningSinceMs === null ? 0 : Math.min(MOST_AT_ONCE_MS, Math.max(0, nowMs - watch.runningSinceMs));
