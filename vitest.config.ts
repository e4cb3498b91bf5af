import { defineConfig } from 'vitest/config';

const UNIT = ['plugins', 'config', 'database', 'scripts', 'jobs', 'site', 'tests'].map(
  (folder) => `${folder}/**/*.test.{ts,tsx,mjs}`,
);
const EXCLUDED = ['**/node_modules/**', '**/dist/**', '**/.astro/**'];

/** unit: rules beside their code · integration: real Strapi, PostgreSQL, Redis, booted once · faults: whole processes that die. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: UNIT,
          exclude: [...EXCLUDED, '**/*.int.test.ts'],
          environment: 'node',
          env: { TZ: 'UTC' },
          isolate: false,
          // Measured in seconds only on a machine that does much else at the same time.
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['plugins/*/server/tests/**/*.int.test.ts', 'database/tests/**/*.int.test.ts', 'scripts/**/*.int.test.ts'],
          exclude: EXCLUDED,
          env: { TZ: 'UTC' },
          globalSetup: ['plugins/core/testing/global-setup.ts'],
          isolate: false,
          maxWorkers: 1,
          fileParallelism: false,
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.fault.ts'],
          exclude: EXCLUDED,
          env: { TZ: 'UTC' },
          isolate: false,
          maxWorkers: 1,
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
