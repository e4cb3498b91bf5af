import { describe, expect, it } from 'vitest';
import { markRatio } from '../../../domain/scoring/mark-ratio.ts';
import { draftOf, givenBy, type MarkDraft, pointsMade, weightPercents, wordCount } from './mark-draft.ts';

const criterion = (id: string, weight: number) => ({ id, title: id, descriptionHtml: '', weight });
const rubric = [criterion('1', 3), criterion('2', 1)];
const mark = {
  ratio: 0.75,
  points: 3,
  criteria: [
    { id: '1', share: 1 },
    { id: '2', share: 0 },
  ],
  comment: 'Good',
  markedAt: '2026-11-21T10:00:00.000Z',
};
const empty: MarkDraft = { mode: 'criteria', percents: {}, points: undefined, comment: '' };

describe('a mark being typed', () => {
  it('begins with the mark there is, by the rubric or by points', () => {
    expect(draftOf(rubric, null)).toEqual({ ...empty });
    expect(draftOf(rubric, mark)).toEqual({ mode: 'criteria', percents: { '1': 100, '2': 0 }, points: 3, comment: 'Good' });
    expect(draftOf(rubric, { ...mark, criteria: null }).mode).toBe('points');
    expect(draftOf([], null).mode).toBe('points');
  });

  it('can be sent once every criterion has a share, or the points fit', () => {
    expect(givenBy(empty, rubric, 4)).toBeNull();
    expect(givenBy({ ...empty, percents: { '1': 100 } }, rubric, 4)).toBeNull();
    expect(givenBy({ ...empty, percents: { '1': 100, '2': 101 } }, rubric, 4)).toBeNull();
    expect(givenBy({ ...empty, percents: { '1': 100, '2': 50 } }, rubric, 4)).toEqual({
      criteria: [
        { id: '1', share: 1 },
        { id: '2', share: 0.5 },
      ],
    });
    expect(givenBy({ ...empty, mode: 'points', points: 4 }, rubric, 4)).toEqual({ points: 4 });
    expect(givenBy({ ...empty, mode: 'points', points: 4.5 }, rubric, 4)).toBeNull();
    expect(givenBy({ ...empty, mode: 'points' }, rubric, 4)).toBeNull();
  });

  it('shows the points that the server will give', () => {
    for (const [one, two] of [
      [100, 50],
      [0, 0],
      [33, 67],
      [100, 100],
    ] as const) {
      const draft = { ...empty, percents: { '1': one, '2': two } };
      const given = givenBy(draft, rubric, 4);
      const answer = given && markRatio(given, rubric, 4);
      expect(pointsMade(draft, rubric, 4)).toBeCloseTo(answer?.ok ? answer.ratio * 4 : -1, 2);
    }
    expect(pointsMade(empty, rubric, 4)).toBeNull();
  });

  it('names the weight of each criterion', () => {
    expect(weightPercents(rubric)).toEqual({ '1': 75, '2': 25 });
    expect(weightPercents([criterion('1', 0), criterion('2', 0)])).toEqual({ '1': 50, '2': 50 });
  });
});

it('counts words in any script', () => {
  expect(wordCount('  One two\nthree ')).toBe(3);
  expect(wordCount('ثلاث كلمات هنا')).toBe(3);
  expect(wordCount(' ')).toBe(0);
});
