import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ItemToScore, isPassed, scorePaper } from './score-paper.ts';

const item = (change: Partial<ItemToScore> = {}): ItemToScore => ({
  sectionId: 's1',
  topic: 't1',
  topicName: 'Topic',
  points: 1,
  ratio: 1,
  answered: true,
  secondsSpent: 10,
  ...change,
});

const anyItem = fc.record({
  sectionId: fc.constantFrom('s1', 's2', 's3'),
  topic: fc.constantFrom('t1', 't2', 't3', 't4'),
  topicName: fc.constant('Topic'),
  points: fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100),
  ratio: fc.constantFrom(0, 0.25, 0.5, 1),
  answered: fc.boolean(),
  secondsSpent: fc.integer({ min: 0, max: 600 }),
});

describe('score of a paper', () => {
  it('is 26 of 35 with 26 right: the pass mark of the amateur radio technician exam', () => {
    const paper = (right: number) => Array.from({ length: 35 }, (_, at) => item({ ratio: at < right ? 1 : 0 }));
    const score = scorePaper(paper(26), {});
    expect(score).toMatchObject({ points: 26, pointsMax: 35, percent: 74.29 });
    expect(isPassed(score, { points: 26 })).toBe(true);
    expect(isPassed(scorePaper(paper(25), {}), { points: 26 })).toBe(false);
  });

  it('passes at the mark itself and fails just below', () => {
    const score = scorePaper([item({ ratio: 1 }), item({ ratio: 0 })], {});
    expect(isPassed(score, { percent: 50 })).toBe(true);
    expect(isPassed(score, { percent: 50.01 })).toBe(false);
    expect(isPassed(score, null)).toBeNull();
  });

  it('adds tenths and thirds without drift', () => {
    const tenths = scorePaper(
      Array.from({ length: 10 }, () => item({ points: 0.1 })),
      {},
    );
    expect(tenths.points).toBe(1);
    expect(tenths.pointsMax).toBe(1);
    expect(isPassed(tenths, { points: 1 })).toBe(true);
  });

  it('leaves items that wait for marking out of points and percentage until they are marked [Q-02]', () => {
    const machine = [item({ ratio: 1 }), item({ ratio: 0, topic: 't2' })];
    const waiting = item({ ratio: null, points: 8, topic: 't3', sectionId: 's2' });
    const before = scorePaper([...machine, waiting], {});
    expect(before).toMatchObject({ points: 1, pointsMax: 2, percent: 50, answered: 3, pending: 1, ratios: [1, 0, null] });
    expect(before.topics.map((one) => one.topic)).toEqual(['t1', 't2']);
    expect(before.sections.map((one) => one.id)).toEqual(['s1']);
    const after = scorePaper([...machine, { ...waiting, ratio: 0.5 }], {});
    expect(after).toMatchObject({ points: 5, pointsMax: 10, percent: 50, pending: 0 });
    expect(after.topics.map((one) => one.topic)).toEqual(['t1', 't2', 't3']);
  });

  it('has no score at all while every item waits', () => {
    expect(scorePaper([item({ ratio: null })], {})).toMatchObject({
      points: 0,
      pointsMax: 0,
      percent: 0,
      pending: 1,
      topics: [],
    });
  });

  it('is zero percent of nothing', () => {
    expect(scorePaper([], {})).toMatchObject({ points: 0, pointsMax: 0, percent: 0, answered: 0, topics: [], sections: [] });
    expect(scorePaper([item({ points: 0 })], {}).percent).toBe(0);
  });

  it('weighs sections in the percentage and leaves points as they are', () => {
    const items = [item({ sectionId: 's1', ratio: 1 }), item({ sectionId: 's2', ratio: 0 })];
    expect(scorePaper(items, { s1: 3, s2: 1 })).toMatchObject({ points: 1, pointsMax: 2, percent: 75 });
    expect(scorePaper(items, { s1: 30, s2: 10 }).percent).toBe(75);
    expect(scorePaper(items, { s1: 0, s2: 1 }).percent).toBe(0);
  });

  it('counts what was answered and what was right per topic, with the time', () => {
    const score = scorePaper(
      [item(), item({ ratio: 0.5, topic: 't2' }), item({ ratio: 0, answered: false, secondsSpent: 5 })],
      {},
    );
    expect(score.answered).toBe(2);
    expect(score.topics).toEqual([
      { topic: 't1', name: 'Topic', points: 1, pointsMax: 2, percent: 50, items: 2, right: 1, secondsSpent: 15 },
      { topic: 't2', name: 'Topic', points: 0.5, pointsMax: 1, percent: 50, items: 1, right: 0, secondsSpent: 10 },
    ]);
  });

  it('adds up: topics and sections each make the whole, and nothing leaves 0–100', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 60 }), (items) => {
        const score = scorePaper(items, { s1: 2 });
        for (const parts of [score.topics, score.sections]) {
          expect(parts.reduce((sum, one) => sum + one.points, 0)).toBeCloseTo(score.points, 3);
          expect(parts.reduce((sum, one) => sum + one.pointsMax, 0)).toBeCloseTo(score.pointsMax, 3);
        }
        expect(score.topics.reduce((sum, one) => sum + one.items, 0)).toBe(items.length);
        expect(score.percent).toBeGreaterThanOrEqual(0);
        expect(score.percent).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('is the same whenever it is replayed, and never falls when an item gets better', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { minLength: 1, maxLength: 40 }), fc.nat(), (items, pick) => {
        expect(scorePaper(items, {})).toEqual(scorePaper(structuredClone(items), {}));
        const better = items.map((one, at) => (at === pick % items.length ? { ...one, ratio: 1 } : one));
        expect(scorePaper(better, {}).percent).toBeGreaterThanOrEqual(scorePaper(items, {}).percent);
      }),
    );
  });
});
