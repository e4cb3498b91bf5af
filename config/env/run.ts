import { z } from 'zod';
import { wholeNumber } from './fields.ts';
import { defineSection } from './section.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export const runSection = defineSection({
  name: 'run',
  title: 'Running',
  schema: z.object({
    NODE_ENV: z
      .enum(['production', 'development', 'test'], { error: 'must be production, development or test' })
      .default('production')
      .describe('Set by the start scripts; production unless you develop or test.'),
    LOG_LEVEL: z
      .enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` })
      .default('info')
      .describe('Least serious message that is written to the logs.'),
    LYCEUM_SEED: z
      .enum(['demo', 'none'], { error: 'must be demo or none' })
      .optional()
      .describe('Content the first start writes: demo or none; demo is only possible while PUBLIC_URL is this machine.'),
    LYCEUM_MAX_DEATHS: wholeNumber({ min: 1, max: 1000, fallback: 5 }).describe(
      'Deaths of one process within a minute that end the start.',
    ),
    LYCEUM_FAULT: z.string().optional().describe('Fault point at which a process exits; for tests only.'),
  }),
  shape: (values) => ({
    mode: values.NODE_ENV,
    logLevel: values.LOG_LEVEL,
    seed: values.LYCEUM_SEED ?? null,
    maxDeathsPerMinute: values.LYCEUM_MAX_DEATHS,
    fault: values.LYCEUM_FAULT ?? null,
  }),
});
