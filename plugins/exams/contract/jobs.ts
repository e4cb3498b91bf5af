import { defineSchedule } from '@lyceum/core/contract';

/** Submits attempts whose deadline and grace time are over. Reading an overdue attempt does the same, so exams work without jobs [E-12]. */
export const closeOverdueAttempts = defineSchedule({
  name: 'exams.closeOverdueAttempts',
  queue: 'scoring',
  everyMs: 5_000,
  timeoutMs: 30_000,
});
