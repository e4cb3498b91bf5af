import { expect, it } from 'vitest';
import { beginningWith, containing } from './like.ts';

it('takes the signs of LIKE as themselves', () => {
  expect(containing('100%_a\\b')).toBe('%100\\%\\_a\\\\b%');
  expect(beginningWith('a_b')).toBe('a\\_b%');
  expect(containing('')).toBe('%%');
});
