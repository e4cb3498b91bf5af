import { describe, expect, it } from 'vitest';
import { distance, limitsOf, wanted } from './word-limits.ts';

describe('words of a long text [Q-02]', () => {
  it('says what is asked for, by what the author set', () => {
    const of = (minWords: number | null, maxWords: number | null) => wanted(limitsOf({ minWords, maxWords }))?.key;
    expect([of(50, 100), of(50, null), of(null, 100), of(null, null), wanted(limitsOf(null))]).toEqual([
      'wordsBetween',
      'wordsMin',
      'wordsMax',
      undefined,
      null,
    ]);
  });

  it('counts what is missing or too much, and cuts nothing', () => {
    const limits = { min: 50, max: 100 };
    expect(distance(0, limits)).toBeNull();
    expect(distance(40, limits)).toEqual({ key: 'wordsUnder', values: { count: 10 }, isOver: false });
    expect(distance(50, limits)).toBeNull();
    expect(distance(101, limits)).toEqual({ key: 'wordsOver', values: { count: 1 }, isOver: true });
  });
});
