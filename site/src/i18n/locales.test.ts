import { describe, expect, it } from 'vitest';
import { alternatesOf, directionOf, localeOf, localePath, withoutLocale } from './locales.ts';

describe('addresses', () => {
  it('carry no prefix in English', () => {
    expect(localePath('en', '/exams')).toBe('/exams');
    expect(localeOf('/exams')).toBe('en');
  });
  it('carry the language in front otherwise', () => {
    expect(localePath('tr', '/')).toBe('/tr');
    expect(localePath('ar', '/exams?kind=practice')).toBe('/ar/exams?kind=practice');
    expect(localeOf('/ar/exams/x')).toBe('ar');
    expect(withoutLocale('/ar/exams/x')).toBe('/exams/x');
    expect(withoutLocale('/tr')).toBe('/');
  });
  it('are not taken for a language by their beginning', () => {
    expect(localeOf('/training')).toBe('en');
    expect(withoutLocale('/arabic-test')).toBe('/arabic-test');
  });
  it('name the page in every language', () => {
    expect(alternatesOf(new URL('https://x.example/tr/exams/a')).map((one) => one.path)).toEqual([
      '/exams/a',
      '/tr/exams/a',
      '/ar/exams/a',
    ]);
  });
  it('turn the page round in Arabic only', () => {
    expect([directionOf('en'), directionOf('tr'), directionOf('ar')]).toEqual(['ltr', 'ltr', 'rtl']);
  });
});
