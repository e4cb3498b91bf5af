import { z } from 'zod';

/** How many tests passed and failed; skipped ones are told apart. */
export type Count = { readonly passed: number; readonly failed: number; readonly skipped: number };

export const NOTHING: Count = { passed: 0, failed: 0, skipped: 0 };

export function add(a: Count, b: Count): Count {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

const Vitest = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

/** Reads the json report of vitest; a file that failed before its first test counts as one failure. */
export function countVitest(text: string): Count {
  const report = Vitest.parse(JSON.parse(text));
  const brokenFiles = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles, skipped: report.numPendingTests };
}

const Playwright = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()).default([]),
});

/** Reads the json report of Playwright; a flaky test counts as failed, because it is not to be relied on. */
export function countPlaywright(text: string): Count {
  const { stats, errors } = Playwright.parse(JSON.parse(text));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
}

/** The closing line of a run. */
export function closingLine(count: Count): string {
  return `${count.passed} passed, ${count.failed} failed`;
}
