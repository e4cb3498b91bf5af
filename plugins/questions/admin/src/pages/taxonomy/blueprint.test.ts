import { describe, expect, it } from 'vitest';
import { isWhole, sumOf, toBlueprint } from './blueprint.ts';

const line = (topic: string | null, weight: number | undefined) => ({ topic, weight });

describe('a blueprint being written [Q-16]', () => {
  it('may be saved when it is empty or whole and adds up to 100', () => {
    expect(isWhole([])).toBe(true);
    expect(isWhole([line(null, undefined)])).toBe(true);
    expect(isWhole([line('a', 33.3), line('b', 33.3), line('c', 33.4)])).toBe(true);
  });

  it('may not be saved with a sum beside 100, half a line or a topic twice', () => {
    expect(isWhole([line('a', 99.9)])).toBe(false);
    expect(isWhole([line('a', 100), line('b', undefined)])).toBe(false);
    expect(isWhole([line(null, 100)])).toBe(false);
    expect(isWhole([line('a', 50), line('a', 50)])).toBe(false);
  });

  it('is sent without its empty lines', () => {
    expect(toBlueprint([line('a', 100), line(null, undefined)])).toEqual([{ topic: 'a', weight: 100 }]);
    expect(sumOf([line('a', 0.1), line('b', 0.2)])).toBe(0.3);
  });
});
