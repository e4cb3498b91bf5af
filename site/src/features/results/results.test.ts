import { describe, expect, it } from 'vitest';
import { accuracyOf, byPointsLost, gainSince, passPercent, secondsEach, type Topic, toReview } from './result-facts.ts';
import { filterOf, isShown, verdictOf } from './review-facts.ts';

const topic = (name: string, points: number, pointsMax: number, right: number, items: number): Topic => ({
  topic: name,
  name,
  points,
  pointsMax,
  percent: (points / pointsMax) * 100,
  right,
  items,
  secondsSpent: 100,
});

describe('result', () => {
  it('lists topics by points lost, most first [E-21]', () => {
    const topics = [topic('b', 3, 4, 3, 4), topic('a', 1, 4, 1, 4), topic('c', 3, 4, 1, 4)];
    expect(byPointsLost(topics, 'en').map(({ name }) => name)).toEqual(['a', 'c', 'b']);
  });

  it('shows accuracy and time per question of a topic [E-21]', () => {
    expect(accuracyOf(topic('a', 1, 4, 1, 4))).toBe(25);
    expect(secondsEach(topic('a', 1, 4, 1, 3))).toBe(33);
    expect(accuracyOf({ right: 0, items: 0 })).toBe(0);
  });

  it('places the pass mark on the scale, also one in points', () => {
    const score = { points: 27, pointsMax: 35, percent: 77.1 };
    expect(passPercent({ passMark: { percent: 70 }, score })).toBe(70);
    expect(passPercent({ passMark: { points: 26 }, score })).toBeCloseTo(74.29, 1);
    expect(passPercent({ passMark: null, score })).toBeNull();
  });

  it('compares with the last scored attempt before [E-21]', () => {
    const earlier = [
      { attemptId: 'x', number: 2, endedAt: '', percent: null, passed: null },
      { attemptId: 'y', number: 1, endedAt: '', percent: 60, passed: false },
    ] as never;
    expect(gainSince({ score: { points: 0, pointsMax: 0, percent: 77 }, earlier })).toBe(17);
    expect(gainSince({ score: { points: 0, pointsMax: 0, percent: 77 }, earlier: [] })).toBeNull();
  });

  it('counts what is worth a second look', () => {
    expect(toReview({ topics: [topic('a', 1, 4, 1, 4), topic('b', 2, 2, 2, 2)], itemCount: 6, pendingMarks: 0 })).toBe(3);
    expect(toReview({ topics: [topic('a', 1, 4, 1, 4)], itemCount: 6, pendingMarks: 2 })).toBe(3);
    expect(toReview({ topics: null, itemCount: 6, pendingMarks: 0 })).toBeNull();
  });
});

describe('review', () => {
  const chosen = (selected: string[]) => ({ selected });
  const item = (response: ReturnType<typeof chosen> | null, ratio: number | null, flagged = false) => ({
    response,
    ratio,
    flagged,
    isWaiting: false,
  });

  it('tells right, wrong and blank apart, and says nothing where scores are hidden [E-22]', () => {
    expect(verdictOf(item(chosen(['1']), 1))).toBe('right');
    expect(verdictOf(item(chosen(['1']), 0))).toBe('wrong');
    expect(verdictOf(item(null, 0))).toBe('blank');
    expect(verdictOf(item(chosen(['1']), null))).toBe('unknown');
    expect(verdictOf(item(chosen(['1']), 0.5))).toBe('partly');
    expect(verdictOf({ ...item(chosen(['1']), null), isWaiting: true })).toBe('waiting');
  });

  it('filters that work [E-22]', () => {
    const items = [item(chosen(['1']), 1), item(chosen(['1']), 0), item(null, 0, true)];
    expect(
      (['all', 'wrong', 'blank', 'flagged'] as const).map((filter) => items.filter((one) => isShown(one, filter)).length),
    ).toEqual([3, 1, 1, 1]);
    expect([filterOf('wrong'), filterOf('<b>'), filterOf(null)]).toEqual(['wrong', 'all', 'all']);
  });
});
