import { expect, it } from 'vitest';
import { oneLine } from './one-line.ts';

it('names images by what they show and leaves formulas alone', () => {
  expect(oneLine('What is part 1? ![Figure t-1](/uploads/t_1.png)')).toBe('What is part 1? [Figure t-1]');
  expect(oneLine('![A circuit \\[with\\] parts](/uploads/a.png) Why?')).toBe('[A circuit [with] parts] Why?');
  expect(oneLine('Cut off ![Figure t-1](/upl')).toBe('Cut off [Figure t-1]');
  expect(oneLine('Cut off ![Fig')).toBe('Cut off [Fig]');
  expect(oneLine('$\\frac{1}{2}$ of [this](/x)')).toBe('$\\frac{1}{2}$ of [this](/x)');
});
