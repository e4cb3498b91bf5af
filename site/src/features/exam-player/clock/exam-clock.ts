/**
 * What the server said about the time, tied to this page's monotonic clock. The day's clock is never asked:
 * a learner who sets it gains and loses nothing [T1].
 */
export type TimeSync = { readonly secondsLeft: number; readonly atMs: number };

/** Seconds left at which the time is announced [ui]. */
export const ANNOUNCED_SEC = [600, 300, 60] as const;

/** From here on seconds are shown and the tone changes. */
export const LATE_SEC = 300;

/**
 * Ties an answer of the server to the middle between asking and answering, where it was most likely made.
 * @param askedAtMs monotonic instant the call left
 * @param answeredAtMs monotonic instant its answer was there
 */
export const syncFrom = (secondsLeft: number, askedAtMs: number, answeredAtMs: number): TimeSync => ({
  secondsLeft,
  atMs: (askedAtMs + answeredAtMs) / 2,
});

/** Seconds left now, never negative; null for an exam without a limit. */
export const secondsLeft = (sync: TimeSync | null, nowMs: number): number | null =>
  sync === null ? null : Math.max(0, sync.secondsLeft - (nowMs - sync.atMs) / 1_000);

/** Two clocks read at one moment. */
export type Reading = { readonly monotonicMs: number; readonly wallMs: number };

/**
 * True when the two clocks disagree by more than two seconds about the time since the last reading: the device slept (some
 * systems stop the monotonic clock meanwhile) or its day's clock was set. Either way the server is asked; neither clock is believed.
 */
export const clocksDisagree = (before: Reading, after: Reading): boolean =>
  Math.abs(after.monotonicMs - before.monotonicMs - (after.wallMs - before.wallMs)) > 2_000;

/** The mark to announce when the time went from `before` to `after`: the latest one passed, so that a page that slept says one thing. */
export function announcementDue(before: number, after: number): number | null {
  const passed = ANNOUNCED_SEC.filter((mark) => before > mark && after <= mark && after > 0);
  return passed.at(-1) ?? null;
}

/** The figures on screen: minutes, and seconds only in the last five. */
export type ShownTime =
  | { readonly kind: 'minutes'; readonly hours: number; readonly minutes: number }
  | { readonly kind: 'seconds'; readonly minutes: number; readonly seconds: number };

/** Full minutes still left, rounded down, so that the screen never promises more than there is. */
export function shownTime(left: number): ShownTime {
  if (left < LATE_SEC) {
    const whole = Math.ceil(left);
    return { kind: 'seconds', minutes: Math.floor(whole / 60), seconds: whole % 60 };
  }
  const minutes = Math.floor(left / 60);
  return { kind: 'minutes', hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}
