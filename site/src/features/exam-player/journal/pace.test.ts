import { describe, expect, it } from 'vitest';
import { retryDelay, saveDelay } from './pace.ts';

describe('saveDelay', () => {
  it('gathers for a second when nothing was sent lately', () => {
    expect(saveDelay(5_000, 100_000, 100_000, null)).toBe(1_000);
    expect(saveDelay(5_000, 100_000, 100_000, 10_000)).toBe(1_000);
  });

  it('keeps calls apart, and lets no change wait longer than that', () => {
    expect(saveDelay(5_000, 100_000, 100_000, 99_000)).toBe(4_000);
    expect(saveDelay(5_000, 100_000, 100_000, 100_000)).toBe(5_000);
    expect(saveDelay(5_000, 100_000, 94_000, 99_999)).toBe(0);
  });
});

describe('retryDelay', () => {
  it('doubles up to twenty seconds and spreads over the upper half', () => {
    expect([1, 2, 3, 10].map((failures) => retryDelay(failures, 0))).toEqual([500, 1_000, 2_000, 10_000]);
    expect(retryDelay(10, 0.999)).toBeLessThan(20_000);
  });

  it('never comes back before the server asked', () => {
    expect(retryDelay(1, 0, 60)).toBe(60_000);
    expect(retryDelay(1, 1, 60)).toBeLessThanOrEqual(75_000);
  });
});
