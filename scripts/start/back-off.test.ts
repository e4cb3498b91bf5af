import { expect, it } from 'vitest';
import { afterDeath } from './back-off.ts';

it('restarts at once after the first death, later after each further one, and gives up at the fifth in a minute', () => {
  const deaths = [0, 5_000, 10_000, 15_000, 20_000];
  expect(deaths.map((_, index) => afterDeath(deaths.slice(0, index + 1), 5))).toEqual([
    { do: 'restart', afterMs: 100 },
    { do: 'restart', afterMs: 500 },
    { do: 'restart', afterMs: 1_000 },
    { do: 'restart', afterMs: 2_000 },
    { do: 'give-up' },
  ]);
});

it('forgets deaths that are a minute old', () => {
  expect(afterDeath([0, 1_000, 2_000, 3_000, 62_999], 5)).toEqual({ do: 'restart', afterMs: 500 });
  expect(afterDeath([0, 1_000, 2_000, 3_000, 63_000], 5)).toEqual({ do: 'restart', afterMs: 100 });
});
