import { z } from 'zod';
import { commaList, port, wholeNumber } from './fields.ts';
import { defineSection } from './section.ts';

export const jobsSection = defineSection({
  name: 'jobs',
  title: 'Jobs',
  schema: z.object({
    JOBS_PORT: port(4322).describe('Port on which the jobs process tells its health.'),
    JOBS_QUEUES: commaList()
      .default([])
      .describe('Queues this process works on, separated by commas; all of them when not given.'),
    JOBS_CONCURRENCY: wholeNumber({ min: 1, max: 64, fallback: 4 }).describe(
      'Jobs of one queue that a process works on at the same time.',
    ),
  }),
  shape: (values) => ({ healthPort: values.JOBS_PORT, queues: values.JOBS_QUEUES, concurrency: values.JOBS_CONCURRENCY }),
});
