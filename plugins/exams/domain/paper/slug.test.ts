import { describe, expect, it } from 'vitest';
import { slugFrom } from './slug.ts';

describe('address from a title', () => {
  it.each([
    ['Technician 2026–2030', 'technician-2026-2030'],
    ['  Şehir ve İlçe: ığdır  ', 'sehir-ve-ilce-igdir'],
    ['اختبار الرياضيات', 'akhtbar-alryadyat'],
    ['数学', 'exam'],
    ['--', 'exam'],
  ])('makes %j into %j', (title, slug) => {
    expect(slugFrom(title)).toBe(slug);
  });

  it('is at most 90 characters and ends with a letter or digit', () => {
    expect(slugFrom(`${'a'.repeat(89)} b`)).toBe('a'.repeat(89));
  });
});
