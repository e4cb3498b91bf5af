import type { z } from 'zod';

/** One queue per kind of urgency; a full one does not slow the others. Workers choose by `JOBS_QUEUES`. */
export const QUEUES = ['scoring', 'mail', 'import', 'reports', 'maintenance'] as const;
export type Queue = (typeof QUEUES)[number];

export type JobDefinition<S extends z.ZodType = z.ZodType> = {
  /** `<plugin>.<verbNoun>`, for example `questions.runImport`. */
  readonly name: string;
  readonly queue: Queue;
  /** Ids and plain values, no people. Add fields as optional: old jobs may be in flight. */
  readonly payload: S;
  /** A second job with the same key is not queued while one waits or runs. */
  readonly key?: (payload: z.output<S>) => string;
  /** Attempts in all before it goes to the dead list. Default 5. */
  readonly attempts?: number;
  /** First delay before a retry in ms; doubles each time. Default 2,000. */
  readonly backoffMs?: number;
  /** The work is cut off after this time. Default 60,000 ms. */
  readonly timeoutMs?: number;
};

export function defineJob<S extends z.ZodType>(definition: JobDefinition<S>): JobDefinition<S> {
  return Object.freeze(definition);
}

/** A job that comes by itself. `everyMs` or a cron `pattern` in `timeZone`; fires once over all workers. */
export type ScheduleDefinition = {
  readonly name: string;
  readonly queue: Queue;
  readonly everyMs?: number;
  readonly pattern?: string;
  readonly timeZone?: string;
  readonly timeoutMs?: number;
};

export function defineSchedule(definition: ScheduleDefinition): ScheduleDefinition {
  return Object.freeze(definition);
}
