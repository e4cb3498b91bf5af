import { describe, expect, it } from 'vitest';
import { dateText, durationText, minutesText, numberText, percentText, zoneText } from './format.ts';
import { LOCALES } from './locales.ts';

describe('dates', () => {
  const instant = '2026-11-28T21:30:00Z';
  it('are shown in the reader’s zone, over midnight too', () => {
    expect(dateText('en', instant, 'UTC')).toContain('28 November 2026');
    expect(dateText('en', instant, 'Europe/Istanbul')).toContain('29 November 2026');
    expect(dateText('en', instant, 'Europe/Istanbul')).toContain('00:30');
  });
  it('follow the change of clocks in a zone that has one', () => {
    expect(dateText('en', '2026-03-29T00:59:00Z', 'Europe/London', 'time')).toBe('00:59:00');
    expect(dateText('en', '2026-03-29T01:00:00Z', 'Europe/London', 'time')).toBe('02:00:00');
  });
  it.each(LOCALES)('have the figures 0–9 and 24 hours in %s', (locale) => {
    const text = dateText(locale, instant, 'Europe/Istanbul');
    expect(text).toMatch(/2026/);
    expect(text).toMatch(/00:30/);
  });
  it('name the zone', () => {
    expect(zoneText('en', 'Europe/Istanbul', instant)).toMatch(/T(ü|u)rk|Istanbul/);
    expect(zoneText('tr', 'Europe/Istanbul', instant)).toMatch(/Türk/);
  });
});

describe('numbers', () => {
  it('follow the language', () => {
    expect(numberText('en', 1234.5)).toBe('1,234.5');
    expect(numberText('tr', 1234.5)).toBe('1.234,5');
    expect(numberText('ar', 1234)).toMatch(/^1[.,]234$/);
  });
  it('write percent where the language writes it', () => {
    expect(percentText('en', 74)).toBe('74%');
    expect(percentText('tr', 74)).toBe('%74');
    expect(percentText('en', 74.28, 1)).toBe('74.3%');
  });
});

describe('lengths of time', () => {
  it('are said in their two largest units', () => {
    expect(durationText('en', 0, true)).toBe('0 minutes');
    expect(durationText('en', 45, true)).toBe('45 seconds');
    expect(durationText('en', 59 * 60 + 59, true)).toBe('59 minutes 59 seconds');
    expect(durationText('en', 3600, true)).toBe('1 hour');
    expect(durationText('en', 86_400 + 3600 + 60, true)).toBe('1 day 1 hour');
  });
  it('are never negative', () => {
    expect(durationText('en', -5, true)).toBe('0 minutes');
  });
  it('stay minutes for exams', () => {
    expect(minutesText('en', 3600)).toBe('60 minutes');
    expect(minutesText('tr', 5400)).toBe('90 dakika');
    expect(minutesText('en', 90)).toBe('1 minute 30 seconds');
  });
});
