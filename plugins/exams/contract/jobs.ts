import { defineSchedule } from '@lyceum/core/contract';

/** Submits attempts whose deadline and grace time are over. Reading an overdue attempt does the same, so exams work without jobs [E-12]. */
export const closeOverdueAttempts = defineSchedule({
  name: 'exams.closeOverdueAttempts',
  queue: 'scoring',
  everyMs: 5_000,
  timeoutMs: 30_000,
});

/** Removes recordings that no attempt holds any more, because their person was erased or an upload broke off. */
export const tidyRecordings = defineSchedule({
  name: 'exams.tidyRecordings',
  queue: 'maintenance',
  everyMs: 3_600_000,
  timeoutMs: 300_000,
});
