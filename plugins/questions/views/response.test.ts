import { describe, expect, it } from 'vitest';
import { choose, countWords, fillGap, gapsOf, isAnswer, matchPair, moveTo, orderOf, pairsOf, typedOf } from './response.ts';

describe('responses, by what a learner does [Q-02]', () => {
  it('choose: one of one, several in the paper’s order, none is no answer', () => {
    const order = ['1', '2', '3'];
    expect(choose({ selected: ['1'] }, '2', order, false)).toEqual({ selected: ['2'] });
    const two = choose(choose(null, '3', order, true), '1', order, true);
    expect(two).toEqual({ selected: ['1', '3'] });
    expect(choose(choose(two, '1', order, true), '3', order, true)).toBeNull();
  });

  it('fill: each gap by itself, and emptying the last one leaves no answer', () => {
    const filled = fillGap(fillGap(null, '2', 'was'), '1', 'I');
    expect(gapsOf(filled)).toEqual({ '1': 'I', '2': 'was' });
    expect(fillGap(fillGap(filled, '1', ''), '2', '')).toBeNull();
    expect(isAnswer({ gaps: { '1': '  ' } })).toBe(false);
  });

  it('match: another choice takes the place of the first, and one option may fit several prompts', () => {
    const matched = matchPair(matchPair(matchPair(null, '1', '2'), '2', '2'), '1', '3');
    expect(pairsOf(matched)).toEqual({ '1': '3', '2': '2' });
    expect(matchPair({ pairs: { '1': '3' } }, '1', '')).toBeNull();
  });

  it('move: to any place, stopping at the ends', () => {
    expect(moveTo(['a', 'b', 'c'], 'c', 0)).toEqual(['c', 'a', 'b']);
    expect(moveTo(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
    expect(moveTo(['a', 'b', 'c'], 'a', 9)).toEqual(['b', 'c', 'a']);
    expect(moveTo(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
    expect(moveTo(['a', 'b'], 'x', 0)).toEqual(['a', 'b']);
  });

  it('an order that was stored for another paper still shows every line once', () => {
    expect(orderOf(null, ['1', '2'])).toEqual(['1', '2']);
    expect(orderOf({ order: ['3', '2', '2'] }, ['1', '2'])).toEqual(['2', '1']);
  });

  it('counts words and knows what is no answer', () => {
    expect([countWords(''), countWords(' one  two\nthree '), countWords('كلمة أخرى')]).toEqual([0, 3, 2]);
    expect(
      [{ selected: [] }, { number: ' ' }, { text: '' }, { pairs: {} }, { order: [] }, { longText: '\n' }].map(isAnswer),
    ).toEqual(Array(6).fill(false));
    expect(isAnswer({ recording: '019a0000-0000-7000-8000-000000000001' })).toBe(true);
    expect([typedOf({ longText: 'x' }), typedOf({ selected: [] }), typedOf(null)]).toEqual(['x', '', '']);
  });
});
