import { LOCALES } from '@lyceum/core/contract';
import { describe, expect, it } from 'vitest';
import { composeMail, lifetimeWords } from './compose.ts';
import { ACCOUNT_MAILS } from './texts.ts';

const url = 'https://learn.example.org/confirm?token=abc&x=1';

describe.each(LOCALES)('account mails in %s', (locale) => {
  it.each(ACCOUNT_MAILS)('%s has a subject, its link in both forms and nothing missing', (kind) => {
    const { subject, text, html } = composeMail(kind, locale, url, 86_400);
    expect(subject.length).toBeGreaterThan(5);
    expect(text).toContain(url);
    expect(html).toContain('href="https://learn.example.org/confirm?token=abc&#38;x=1"');
    expect(`${text}${html}`).not.toMatch(/undefined|null|NaN/);
    expect(html).toContain(locale === 'ar' ? 'dir="rtl"' : 'dir="ltr"');
  });
});

it('says how long a link works', () => {
  expect(lifetimeWords(86_400, 'en')).toBe('24 hours');
  expect(lifetimeWords(3600, 'tr')).toBe('1 saat');
  expect(lifetimeWords(2700, 'en')).toBe('45 minutes');
});

it('falls back to English for a language it does not have', () => {
  expect(composeMail('reset', 'de', url, 3600).subject).toBe('Set a new password');
});
