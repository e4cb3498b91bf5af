import { expect, it } from 'vitest';
import { directionOf, isolated } from './direction.ts';

it('sets Arabic sentences apart from a page that runs from left to right, and leaves others alone', () => {
  expect(directionOf('ar')).toBe('rtl');
  expect(isolated('الخيار A فارغ.', 'ar')).toBe('\u2067الخيار A فارغ.\u2069');
  expect(isolated('A seçeneği boş.', 'tr')).toBe('A seçeneği boş.');
});
