import { defineJob, defineSchedule } from '@lyceum/core/contract';
import { z } from 'zod';

/** Runs one import, dry or real, in a child process. Goes on behind the last finished chunk when it is taken up again. */
export const runImport = defineJob({
  name: 'questions.runImport',
  queue: 'import',
  payload: z.object({ batchId: z.uuid(), run: z.number().int() }),
  key: ({ batchId, run }) => `${batchId}:${run}`,
  attempts: 4,
  backoffMs: 2_000,
  timeoutMs: 2 * 60 * 60_000,
});

/** Removes files of imports that nobody touched for 30 days and never ran. */
export const tidyImports = defineSchedule({
  name: 'questions.tidyImports',
  queue: 'maintenance',
  pattern: '20 3 * * *',
  timeZone: 'UTC',
});
