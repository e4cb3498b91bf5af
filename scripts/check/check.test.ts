import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { closingLine, countPlaywright, countVitest } from './counts.ts';
import { environmentTables, withTables } from './environment-tables.ts';

describe('counts', () => {
  it('reads the report of vitest; a file that broke before its first test is one failure', () => {
    const report = {
      numPassedTests: 7,
      numFailedTests: 1,
      numPendingTests: 2,
      testResults: [{ status: 'failed', assertionResults: [] }],
    };
    expect(countVitest(JSON.stringify(report))).toEqual({ passed: 7, failed: 2, skipped: 2 });
  });

  it('reads the report of Playwright; a flaky test is a failure', () => {
    const report = { stats: { expected: 5, unexpected: 1, flaky: 2, skipped: 0 }, errors: [] };
    expect(countPlaywright(JSON.stringify(report))).toEqual({ passed: 5, failed: 3, skipped: 0 });
  });

  it('ends with the line that is asked for', () => {
    expect(closingLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
  });
});

describe('the table of environment variables', () => {
  const section = { title: 'Ports', schema: z.object({ SITE_PORT: z.number().default(4321).describe('Port of the site.') }) };

  it('has name, default and sentence', () => {
    expect(environmentTables([section])).toBe(
      '**Ports**\n\n| variable | default | meaning |\n| --- | --- | --- |\n| `SITE_PORT` | `4321` | Port of the site. |',
    );
  });

  it('replaces the marked block only, the same when done twice', () => {
    const readme = 'before\n<!-- environment:begin -->\nold\n<!-- environment:end -->\nafter';
    const once = withTables(readme, 'new');
    expect(once).toBe('before\n<!-- environment:begin -->\n\nnew\n\n<!-- environment:end -->\nafter');
    expect(withTables(once ?? '', 'new')).toBe(once);
    expect(withTables('no marks', 'new')).toBeNull();
  });
});
