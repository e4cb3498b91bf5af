import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markRatio } from './mark-ratio.ts';

const rubric = [
  { id: '1', weight: 3 },
  { id: '2', weight: 1 },
];
const criteria = (one: number, two: number) => ({
  criteria: [
    { id: '1', share: one },
    { id: '2', share: two },
  ],
});

describe('the share a marker gives', () => {
  it('weighs each criterion by its weight against the others', () => {
    expect(markRatio(criteria(1, 0), rubric, 10)).toEqual({ ok: true, ratio: 0.75 });
    expect(markRatio(criteria(0.5, 1), rubric, 10)).toEqual({ ok: true, ratio: 0.625 });
    expect(markRatio(criteria(1, 1), rubric, 10)).toEqual({ ok: true, ratio: 1 });
  });

  it('counts criteria without weight the same', () => {
    const flat = rubric.map(({ id }) => ({ id, weight: 0 }));
    expect(markRatio(criteria(1, 0), flat, 10)).toEqual({ ok: true, ratio: 0.5 });
  });

  it('takes points up to those of the item', () => {
    expect(markRatio({ points: 2.5 }, [], 10)).toEqual({ ok: true, ratio: 0.25 });
    expect(markRatio({ points: 10 }, rubric, 10)).toEqual({ ok: true, ratio: 1 });
    expect(markRatio({ points: 10.01 }, rubric, 10)).toEqual({ ok: false, because: 'pointsTooHigh' });
    expect(markRatio({ points: 0 }, [], 0)).toEqual({ ok: true, ratio: 0 });
  });

  it.each([
    ['a criterion is missing', [{ id: '1', share: 1 }]],
    ['a criterion is unknown', [...criteria(1, 1).criteria, { id: '3', share: 1 }]],
    [
      'a criterion comes twice',
      [
        { id: '1', share: 1 },
        { id: '1', share: 0 },
      ],
    ],
  ])('is refused when %s', (_, given) => {
    expect(markRatio({ criteria: given }, rubric, 10)).toEqual({ ok: false, because: 'criteriaDiffer' });
  });

  it('stays between nothing and all, and never falls when a share rises', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, share, fc.nat(100), fc.nat(100), (low, other, step, one, two) => {
        const weights = [
          { id: '1', weight: one },
          { id: '2', weight: two },
        ];
        const before = markRatio(criteria(low, other), weights, 1);
        const after = markRatio(criteria(Math.min(1, low + step), other), weights, 1);
        if (!before.ok || !after.ok) throw new Error('fits the rubric');
        expect(after.ratio).toBeGreaterThanOrEqual(before.ratio - 1e-12);
        expect(before.ratio).toBeGreaterThanOrEqual(0);
        expect(after.ratio).toBeLessThanOrEqual(1);
      }),
    );
  });
});
