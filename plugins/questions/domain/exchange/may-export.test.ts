import { expect, it } from 'vitest';
import { mayExport } from './may-export.ts';

it.each<[string | null, boolean, boolean]>([
  [null, false, true],
  ['CC BY 4.0', false, true],
  ['All rights reserved', false, false],
  ['© all rights reserved, 2026', false, false],
  ['All rights reserved', true, true],
  ['Not all rights reserved', false, true],
])('a question with the licence %s leaves the bank for who %s may publish: %s', (licence, mayPublish, expected) => {
  expect(mayExport({ licence }, mayPublish)).toBe(expected);
});
