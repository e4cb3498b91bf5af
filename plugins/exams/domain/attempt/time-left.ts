/** Whole time of an exam in seconds: its own limit, else the sum of its sections when each has one, else null (untimed). */
export function wholeTimeSec(exam: {
  readonly timeLimitSec: number | null;
  readonly sections: readonly { readonly timeLimitSec: number | null }[];
}): number | null {
  if (exam.timeLimitSec !== null) return exam.timeLimitSec;
  if (exam.sections.length === 0 || exam.sections.some((section) => section.timeLimitSec === null)) return null;
  return exam.sections.reduce((sum, section) => sum + (section.timeLimitSec ?? 0), 0);
}

/**
 * When an attempt ends: start plus whole time, but not after the exam closes. Null when neither is set.
 * @param startedAt by the database's clock
 */
export function deadlineOf(startedAt: Date, wholeSec: number | null, closesAt: Date | null): Date | null {
  const byTime = wholeSec === null ? null : new Date(startedAt.getTime() + wholeSec * 1000);
  if (!byTime || !closesAt) return byTime ?? closesAt;
  return byTime < closesAt ? byTime : closesAt;
}

/** Whole seconds until the deadline, rounded up and never negative; null when untimed. */
export function secondsLeft(deadlineAt: Date | null, now: Date): number | null {
  if (!deadlineAt) return null;
  return Math.max(0, Math.ceil((deadlineAt.getTime() - now.getTime()) / 1000));
}

/**
 * True when deadline and grace time are over: nothing is saved any more and the attempt is to be closed [E-12].
 * The last instant of the grace time still counts.
 * @param graceSec seconds an answer may be on its way
 */
export function isOver(deadlineAt: Date | null, graceSec: number, now: Date): boolean {
  return deadlineAt !== null && now.getTime() > deadlineAt.getTime() + graceSec * 1000;
}

/** Seconds between start and end, for the result page. */
export function secondsUsed(startedAt: Date, endedAt: Date): number {
  return Math.max(0, Math.round((endedAt.getTime() - startedAt.getTime()) / 1000));
}
