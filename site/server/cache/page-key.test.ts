import { describe, expect, it } from 'vitest';
import { pageKey } from './page-key.ts';

describe('the address under which a page is kept', () => {
  it('is its path, with the parameters that make another page in one order', () => {
    expect(pageKey('/exams')).toBe('/exams');
    expect(pageKey('/exams?')).toBe('/exams');
    expect(pageKey('/exams?lang=tr&kind=practice')).toBe('/exams?kind=practice&lang=tr');
    expect(pageKey('/exams?utm_source=mail&fbclid=x')).toBe('/exams');
  });

  it('is none for what nobody should keep', () => {
    for (const url of [
      '/exams?search=a',
      '/confirm?token=x',
      '//evil.example',
      '/a/../b',
      '/a/./b',
      '/a\\b',
      '/a b',
      '/é',
      `/${'a'.repeat(600)}`,
      `/exams?kind=${'a'.repeat(600)}`,
      '*',
      'http://evil.example/',
    ]) {
      expect(pageKey(url), url).toBeNull();
    }
  });
});
