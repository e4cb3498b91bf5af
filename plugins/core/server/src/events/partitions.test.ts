import { expect, it } from 'vitest';
import { partitionOf } from './partitions.ts';

it('gives each month its own partition, also over the turn of the year', () => {
  const december = new Date('2026-12-31T23:59:59Z');
  expect(partitionOf(december, 0)).toEqual({
    name: 'core_events_2026_12',
    from: '2026-12-01T00:00:00.000Z',
    to: '2027-01-01T00:00:00.000Z',
  });
  expect(partitionOf(december, 1)).toEqual({
    name: 'core_events_2027_01',
    from: '2027-01-01T00:00:00.000Z',
    to: '2027-02-01T00:00:00.000Z',
  });
});
