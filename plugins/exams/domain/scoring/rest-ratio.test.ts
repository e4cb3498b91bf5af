import { expect, it } from 'vitest';
import { restRatio } from './rest-ratio.ts';

const items = [
  { points: 1, ratio: 1 },
  { points: 3, ratio: 0.5 },
  { points: 0, ratio: 1 },
];

it('is the share of the points of all other items', () => {
  expect(restRatio(items, 0)).toBe(0.5);
  expect(restRatio(items, 1)).toBe(1);
  expect(restRatio(items, 2)).toBe(2.5 / 4);
});

it('is nothing where no other item has points', () => {
  expect(restRatio([{ points: 5, ratio: 1 }], 0)).toBeNull();
  expect(restRatio([...items.slice(2), { points: 1, ratio: 0 }], 1)).toBeNull();
});
