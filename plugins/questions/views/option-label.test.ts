import { expect, it } from 'vitest';
import { optionLabel } from './option-label.ts';

it('options carry the letters of printed papers', () => {
  expect([optionLabel(0, 'tr'), optionLabel(4, 'ar'), optionLabel(9, 'en'), optionLabel(12, 'en')]).toEqual([
    'A',
    'هـ',
    'J',
    '13',
  ]);
});
