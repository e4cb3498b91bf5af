import { z } from 'zod';
import { address, port, wholeNumber } from './fields.ts';
import { defineSection } from './section.ts';

export const databaseSection = defineSection({
  name: 'database',
  title: 'PostgreSQL',
  schema: z.object({
    DATABASE_URL: address(['postgres', 'postgresql'], 'postgresql://lyceum:password@db.example.org:5432/lyceum')
      .optional()
      .describe('A PostgreSQL of your own, version 15 or newer; without it an embedded one is started in the data folder.'),
    EMBEDDED_PG_PORT: port(54329).describe('Port of the embedded PostgreSQL; the next free one is taken when it is in use.'),
    DATABASE_POOL_MAX: wholeNumber({ min: 2, max: 200, fallback: 10 }).describe(
      'Connections a cms or jobs process may hold for ordinary work.',
    ),
    DATABASE_FAST_POOL_MAX: wholeNumber({ min: 1, max: 200, fallback: 8 }).describe(
      'Connections of its own that a process keeps for exam saves.',
    ),
    DATABASE_STATEMENT_TIMEOUT_MS: wholeNumber({ min: 100, max: 600_000, fallback: 15_000 }).describe(
      'Milliseconds after which one statement of a request is given up.',
    ),
    DATABASE_LOCK_TIMEOUT_MS: wholeNumber({ min: 100, max: 600_000, fallback: 5_000 }).describe(
      'Milliseconds a statement waits for a lock before it is given up.',
    ),
  }),
  shape: (values) => ({
    givenUrl: values.DATABASE_URL ?? null,
    embeddedPort: values.EMBEDDED_PG_PORT,
    poolMax: values.DATABASE_POOL_MAX,
    fastPoolMax: values.DATABASE_FAST_POOL_MAX,
    statementTimeoutMs: values.DATABASE_STATEMENT_TIMEOUT_MS,
    lockTimeoutMs: values.DATABASE_LOCK_TIMEOUT_MS,
  }),
});
