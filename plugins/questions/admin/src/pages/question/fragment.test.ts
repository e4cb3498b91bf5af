import { expect, it } from 'vitest';
import { fragmentAt } from './fragment.ts';

it('shows where a formula breaks, counted without the space the rules do not see [Q-21]', () => {
  const text = '  First $1+1$, then $\\frac{1}{2$ and a long way to go until the end';
  const { before, marked, after, position } = fragmentAt(text, 28);
  expect(text[position]).toBe(marked);
  expect(before + marked + after).toBe('…t $1+1$, then $\\frac{1}{2$ and a long way to go u…');
  expect(fragmentAt('$x', 2)).toEqual({ before: '$x', marked: ' ', after: '', position: 2 });
  expect(fragmentAt('a\nb', 99).position).toBe(3);
});
