import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnsweredItem, ItemFigures } from '../../contract/index.ts';
import { correlation, correlationInterval, figuresOf, shareInterval } from './figures.ts';
import { flagsOf, MIN_ANSWERS } from './flags.ts';
import { addItem, addPair, newMoments, newSums } from './sums.ts';

const item = (fields: Partial<AnsweredItem>): AnsweredItem => ({
  revisionId: 1,
  attemptId: 'a',
  ratio: 1,
  restRatio: 0.5,
  selected: ['a'],
  answered: true,
  secondsSpent: 20,
  ...fields,
});
function figures(items: readonly AnsweredItem[], options = ['a', 'b', 'c']): ItemFigures {
  const sums = newSums();
  for (const one of items) addItem(sums, one);
  return figuresOf(sums, options);
}

/** The textbook form, in two passes. */
function slowCorrelation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [pairs.map(([one]) => one), pairs.map(([, two]) => two)];
  const [mx, my] = [mean(x), mean(y)];
  const sum = (of: (a: number, b: number) => number) => pairs.reduce((total, [a, b]) => total + of(a, b), 0);
  return sum((a, b) => (a - mx) * (b - my)) / Math.sqrt(sum((a) => (a - mx) ** 2) * sum((_, b) => (b - my) ** 2));
}

describe('figures of an item [Q-48]', () => {
  it('correlate as the textbook formula does, whatever the numbers', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(share, share), { minLength: 4, maxLength: 60 }), (pairs) => {
        const moments = newMoments();
        for (const [x, y] of pairs) addPair(moments, x, y);
        const r = correlation(moments);
        if (r !== null) expect(r).toBeCloseTo(slowCorrelation(pairs), 6);
      }),
    );
  });

  it('hold published reference values: Wilson and Fisher intervals', () => {
    // 15 of 20: Wilson 0.531–0.888 (Newcombe, Statistics in Medicine 17, 1998, method 3).
    expect(shareInterval(0.75, 20 * 0.75 * 0.25, 20)).toEqual({ low: 0.5313, high: 0.8881 });
    expect(shareInterval(0, 0, 10)).toEqual({ low: 0, high: 0.2775 });
    // r = 0.5, n = 28 by hand: tanh(0.549306 ± 1.959964 / 5) = 0.1560 and 0.7358.
    expect(correlationInterval(0.5, 28)).toEqual({ low: 0.156, high: 0.7358 });
  });

  it('leave the item itself out of the total it is compared with', () => {
    const rows = [0, 0.2, 0.4, 0.6, 0.8, 1].map((restRatio, at) => item({ ratio: at >= 3 ? 1 : 0, restRatio }));
    const { difficulty, discrimination } = figures(rows);
    expect(difficulty.value).toBe(0.5);
    expect(discrimination?.value).toBeCloseTo(0.8783, 4);
    expect(figures([item({ restRatio: null }), item({ restRatio: null }), item({ restRatio: null })]).discrimination).toBeNull();
  });

  it('count every option, those nobody chose as well, and what was left empty', () => {
    const found = figures([
      item({}),
      item({ selected: ['b'], ratio: 0 }),
      item({ selected: [], ratio: 0, answered: false, secondsSpent: 2 }),
    ]);
    expect(found.options.map(({ id, count }) => [id, count])).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 0],
    ]);
    expect(found).toMatchObject({ times: 3, answered: 2, omitted: 0.3333, meanSec: 14 });
  });
});

/** Learners of evenly spread ability; `choose` says what one of an ability picks. */
const cohort = (count: number, choose: (ability: number, at: number) => string): AnsweredItem[] =>
  Array.from({ length: count }, (_, at) => {
    const ability = (at + 0.5) / count;
    const option = choose(ability, at);
    return item({ selected: [option], ratio: option === 'a' ? 1 : 0, restRatio: ability });
  });
const codes = (items: readonly AnsweredItem[], extra: object = {}, options?: string[]) =>
  flagsOf(figures(items, options), { right: ['a'], estimatedSec: null, ...extra }).map(({ code }) => code);

describe('flags of an item [Q-48]', () => {
  it('are silent about a healthy item and about one with few answers', () => {
    const healthy = (ability: number, at: number) => (ability > 0.4 ? 'a' : at % 2 ? 'b' : 'c');
    expect(codes(cohort(200, healthy))).toEqual([]);
    const wrongWay = (ability: number) => (ability < 0.4 ? 'a' : 'b');
    expect(codes(cohort(MIN_ANSWERS - 1, wrongWay))).toEqual([]);
  });

  it('say that a wrong option draws the best learners, and that the item works the wrong way', () => {
    const found = flagsOf(figures(cohort(200, (ability, at) => (ability > 0.6 ? 'b' : at % 3 ? 'a' : 'c'))), {
      right: ['a'],
      estimatedSec: null,
    });
    expect(found.map(({ code }) => code)).toContain('negativeDiscrimination');
    expect(found.find(({ code }) => code === 'wrongOptionDrawsBest')?.params['option']).toBe('b');
  });

  it('say that nobody picks an option only when many had the chance', () => {
    const two = (ability: number) => (ability > 0.5 ? 'a' : 'b');
    expect(codes(cohort(200, two))).toEqual(['deadOption']);
    expect(codes(cohort(60, two))).toEqual([]);
  });

  it('tell too easy, too hard and worse than guessing apart', () => {
    const share = (right: number) => (_: number, at: number) => (at % 100 < right ? 'a' : at % 2 ? 'b' : 'c');
    expect(codes(cohort(1_000, share(99)))).toContain('tooEasy');
    expect(codes(cohort(1_000, share(10)))).toContain('belowGuessing');
    expect(codes(cohort(1_000, share(10)), { right: ['a', 'b'] })).toContain('tooHard');
    expect(codes(cohort(1_000, share(50)))).not.toContain('tooHard');
  });

  it('name what is left empty or takes twice the time', () => {
    const slow = cohort(100, (ability, at) => (ability > 0.5 ? 'a' : at % 2 ? 'b' : 'c'));
    expect(codes(slow, { estimatedSec: 9 })).toContain('slow');
    expect(codes(slow, { estimatedSec: 10 })).not.toContain('slow');
    const empty = slow.map((one, at) => (at % 3 === 0 ? { ...one, answered: false, selected: [], ratio: 0 } : one));
    expect(codes(empty)).toContain('oftenOmitted');
  });
});
