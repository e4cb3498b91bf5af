import { describe, expect, it } from 'vitest';
import { localDay, startOfLocalDay } from './local-day.ts';

describe('local days', () => {
  it('knows that one instant is two days in two zones', () => {
    const instant = new Date('2026-03-01T22:30:00Z');
    expect(localDay(instant, 'UTC')).toBe('2026-03-01');
    expect(localDay(instant, 'Europe/Istanbul')).toBe('2026-03-02');
    expect(localDay(instant, 'America/Los_Angeles')).toBe('2026-03-01');
    expect(localDay(instant, 'Pacific/Kiritimati')).toBe('2026-03-02');
  });

  it('starts the day after a skipped midnight at the first instant that exists', () => {
    expect(startOfLocalDay('2018-11-04', 'America/Sao_Paulo').toISOString()).toBe('2018-11-04T03:00:00.000Z');
  });

  it('keeps days of 23 and 25 hours whole', () => {
    const hours = (day: string, next: string) =>
      (startOfLocalDay(next, 'Europe/Berlin').getTime() - startOfLocalDay(day, 'Europe/Berlin').getTime()) / 3_600_000;
    expect(hours('2026-03-29', '2026-03-30')).toBe(23);
    expect(hours('2026-10-25', '2026-10-26')).toBe(25);
  });
});
