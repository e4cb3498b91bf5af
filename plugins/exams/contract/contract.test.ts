import { QUESTION_TYPES } from '@lyceum/questions/contract';
import { describe, expect, it } from 'vitest';
import schema from '../server/src/content-types/exam/schema.json' with { type: 'json' };
import {
  EXAM_KINDS,
  ExamInput,
  examEvents,
  ITEM_TYPES,
  PRESENTATIONS,
  REVIEW_POLICIES,
  saveAttempt,
  startAttempt,
} from './index.ts';

const exam = { title: 'An exam', slug: 'an-exam' };
const topic = 'abcdefghijklmnopqrstuvwx';
const section = { id: 's1', rules: [{ id: 'r1', topic, count: 5 }] };
const change = { item: 1, rev: 1, response: { selected: ['1'] } };
const save = (body: object) => saveAttempt.body?.safeParse({ deviceSeq: 1, position: 1, changes: [], ...body }).success;

describe('contract of exams', () => {
  it('names the same values as the content type and the question bank', () => {
    expect(schema.attributes.kind.enum).toEqual([...EXAM_KINDS]);
    expect(schema.attributes.presentation.enum).toEqual([...PRESENTATIONS]);
    expect(schema.attributes.reviewPolicy.enum).toEqual([...REVIEW_POLICIES]);
    expect([...ITEM_TYPES]).toEqual([...QUESTION_TYPES]);
  });

  it('has a column for every field of the builder', () => {
    const columns = Object.keys(schema.attributes).filter((name) => !name.startsWith('pass'));
    expect(columns.toSorted()).toEqual(
      Object.keys(ExamInput.shape)
        .filter((name) => name !== 'passMark')
        .toSorted(),
    );
  });

  it('passes at 70 percent unless told otherwise', () => {
    expect(ExamInput.parse(exam)).toMatchObject({ passMark: { percent: 70 }, sections: [], isPublic: true });
  });

  it.each([
    ['an unknown field', { ...exam, owner: 1 }],
    ['both kinds of pass mark', { ...exam, passMark: { percent: 50, points: 3 } }],
    ['a slug with capitals', { ...exam, slug: 'An-exam' }],
    ['the slug of the history page', { ...exam, slug: 'attempts' }],
    ['a window that ends before it opens', { ...exam, opensAt: '2026-05-02T00:00:00Z', closesAt: '2026-05-01T00:00:00Z' }],
    ['two sections of one id', { ...exam, sections: [section, section] }],
    ['a question fixed twice', { ...exam, sections: [{ id: 's1', fixed: [topic, topic] }] }],
    [
      'a turned range of difficulty',
      { ...exam, sections: [{ id: 's1', rules: [{ id: 'r', topic, count: 1, difficultyMin: 5, difficultyMax: 4 }] }] },
    ],
    [
      'more than 500 questions',
      {
        ...exam,
        sections: [
          {
            id: 's1',
            rules: [
              { id: 'a', topic, count: 300 },
              { id: 'b', topic, count: 201 },
            ],
          },
        ],
      },
    ],
  ])('refuses %s', (_, input) => {
    expect(ExamInput.safeParse(input).success).toBe(false);
  });

  it('takes each item once a save, and at most 200', () => {
    expect(save({ changes: [change, { ...change, item: 2 }] })).toBe(true);
    expect(save({ changes: [change, { ...change, rev: 2 }] })).toBe(false);
    expect(save({ changes: Array.from({ length: 201 }, (_, at) => ({ ...change, item: at + 1 })) })).toBe(false);
  });

  it.each([{ score: 100 }, { deadline: '2099-01-01T00:00:00Z' }, { isCorrect: true }, { changes: [{ ...change, ratio: 1 }] }])(
    'refuses a save that brings %j along [A2]',
    (extra) => {
      expect(save(extra)).toBe(false);
    },
  );

  it('refuses a start that brings a deadline along [A2]', () => {
    const body = { deviceId: '01999999-0000-4000-8000-000000000002', accepted: true };
    expect(startAttempt.body?.safeParse(body).success).toBe(true);
    expect(startAttempt.body?.safeParse({ ...body, deadlineAt: '2099-01-01T00:00:00Z' }).success).toBe(false);
  });

  it('still reads the first version of its events', () => {
    const ids = { attemptId: '01999999-0000-7000-8000-000000000001', examId: topic, learnerId: 1 };
    const scored = {
      ...ids,
      kind: 'practice',
      number: 1,
      points: 1,
      pointsMax: 2,
      percent: 50,
      passed: null,
      endedAt: '2026-05-01T00:00:00Z',
      topics: [],
    };
    expect(examEvents.attemptScored.payload.safeParse(scored).success).toBe(true);
    expect(examEvents.attemptStarted.payload.safeParse({ ...ids, number: 1 }).success).toBe(true);
  });
});
