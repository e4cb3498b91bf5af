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

/** Carries out a bulk action over more questions than one request takes; goes on behind the last finished rows when it is taken up again. */
export const runBulk = defineJob({
  name: 'questions.runBulk',
  queue: 'import',
  payload: z.object({ runId: z.uuid() }),
  key: ({ runId }) => runId,
  attempts: 4,
  backoffMs: 2_000,
  timeoutMs: 60 * 60_000,
});

/** Counts how often each question was given to learners. */
export const refreshUsage = defineSchedule({
  name: 'questions.refreshUsage',
  queue: 'maintenance',
  pattern: '40 2 * * *',
  timeZone: 'UTC',
  timeoutMs: 30 * 60_000,
});

/** Forgets bulk actions that nobody can undo any more. */
export const tidyBulk = defineSchedule({
  name: 'questions.tidyBulk',
  queue: 'maintenance',
  pattern: '50 3 * * *',
  timeZone: 'UTC',
});

/** Takes a whole batch back, part by part. */
export const undoBatch = defineJob({
  name: 'questions.undoBatch',
  queue: 'import',
  payload: z.object({ batchId: z.uuid() }),
  key: ({ batchId }) => batchId,
  attempts: 4,
  timeoutMs: 60 * 60_000,
});

/** Writes a file of many questions. */
export const runExport = defineJob({
  name: 'questions.runExport',
  queue: 'reports',
  payload: z.object({ exportId: z.uuid() }),
  key: ({ exportId }) => exportId,
  attempts: 3,
  timeoutMs: 60 * 60_000,
});

/** Removes files of imports that nobody touched for 30 days and never ran. */
export const tidyImports = defineSchedule({
  name: 'questions.tidyImports',
  queue: 'maintenance',
  pattern: '20 3 * * *',
  timeZone: 'UTC',
});

/** Compares the whole bank and fills the queue of suspected duplicates. */
export const scanDuplicates = defineJob({
  name: 'questions.scanDuplicates',
  queue: 'import',
  payload: z.object({}),
  key: () => 'bank',
  attempts: 3,
  timeoutMs: 30 * 60_000,
});

/** Notes which stored images and audio no question shows any more. */
export const findUnusedMedia = defineSchedule({
  name: 'questions.findUnusedMedia',
  queue: 'maintenance',
  pattern: '50 3 * * *',
  timeZone: 'UTC',
});

/** Asks for the scan every night. */
export const nightlyScan = defineSchedule({
  name: 'questions.nightlyScan',
  queue: 'maintenance',
  pattern: '40 2 * * *',
  timeZone: 'UTC',
});

/** Counts the figures of all versions from the attempts there are. */
export const countFigures = defineJob({
  name: 'questions.countFigures',
  queue: 'reports',
  payload: z.object({ at: z.number() }),
  key: () => 'all',
  attempts: 3,
  timeoutMs: 60 * 60_000,
});

/** Counts them every night. */
export const nightlyFigures = defineSchedule({
  name: 'questions.nightlyFigures',
  queue: 'reports',
  pattern: '10 2 * * *',
  timeZone: 'UTC',
});
