import type { z } from 'zod';
import type { JobDefinition, Queue, ScheduleDefinition } from '../../../contract/index.ts';
import { shared } from '../state.ts';

export type JobContext = {
  /** Aborted when the time is up or the process stops: finish the step and give the job back. */
  readonly signal: AbortSignal;
  /** 1 on the first try. */
  readonly attempt: number;
  readonly jobId: string;
  /** Tells people who wait how far it is, 0–1, with a few figures. */
  progress(ratio: number, figures?: Record<string, number | string>): Promise<void>;
};

export type JobHandler = { readonly job: JobDefinition; readonly run: (payload: unknown, context: JobContext) => Promise<void> };
export type ScheduleHandler = {
  readonly schedule: ScheduleDefinition;
  readonly run: (context: { signal: AbortSignal }) => Promise<void>;
};

const jobs = () => shared('job-handlers', () => new Map<string, JobHandler>());
const schedules = () => shared('schedule-handlers', () => new Map<string, ScheduleHandler>());

/** The code that does a job; it may run twice for one job, so it claims, works, records. Runs in the jobs process only. */
export function handleJob<S extends z.ZodType>(
  job: JobDefinition<S>,
  run: (payload: z.output<S>, context: JobContext) => Promise<void>,
): void {
  jobs().set(job.name, { job, run: (payload, context) => run(job.payload.parse(payload), context) });
}

/** The code of a schedule; fires once over all workers. */
export function onSchedule(schedule: ScheduleDefinition, run: ScheduleHandler['run']): void {
  schedules().set(schedule.name, { schedule, run });
}

export const jobHandler = (name: string): JobHandler | undefined => jobs().get(name);
export const scheduleHandler = (name: string): ScheduleHandler | undefined => schedules().get(name);
export const scheduleHandlersOf = (queue: Queue): readonly ScheduleHandler[] =>
  [...schedules().values()].filter(({ schedule }) => schedule.queue === queue);
