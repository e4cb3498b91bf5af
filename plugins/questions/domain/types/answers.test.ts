import { describe, expect, it } from 'vitest';
import type { Content, Key, QuestionInput, QuestionType, Response } from '../../contract/index.ts';
import { sample } from '../testing/sample.ts';
import { gapsInStem } from './blanks.ts';
import { rulesOf } from './registry.ts';

const content: Content = { type: 'single-choice', stem: 'x' };
const context = { language: 'en', content } as const;
const score = (type: QuestionType, response: Response, key: Key) => rulesOf(type).score(response, key, context);
const feedback = (type: QuestionType, response: Response, key: Key) => rulesOf(type).feedbackFor(response, key, context);
const found = (question: QuestionInput) =>
  rulesOf(question.type)
    .validate(question)
    .map(({ code, level, field }) => `${level} ${code} ${field}`);
const options = (...texts: string[]) => texts.map((text, at) => ({ id: (['a', 'b', 'c', 'd'] as const)[at] ?? 'd', text }));
const of = (type: QuestionType, fields: Partial<QuestionInput>) => sample({ type, options: [], ...fields });

describe('shares of options [Q-02]', () => {
  const single: Key = { correct: ['a'], shares: { a: 1, b: 0.5, c: -0.5 }, feedback: { b: 'Nearly', c: 'No' } };
  const several: Key = { correct: ['a', 'b'], shares: { a: 0.6667, b: 0.3333, c: -1 }, feedback: { a: 'A', c: 'C' } };

  it('are what one chosen option earns, never less than nothing', () => {
    const earned = ['a', 'b', 'c', 'd', '__proto__'].map((id) => score('single-choice', { selected: [id] }, single));
    expect(earned).toEqual([1, 0.5, 0, 0, 0]);
    expect(score('true-false', { selected: ['false'] }, { correct: ['true'], shares: { true: 1, false: 0.25 } })).toBe(0.25);
  });

  it('add up over several chosen options, from 0 to 1; rounding of thirds costs nothing', () => {
    const earned = [['a', 'b'], ['b'], ['a', 'c'], ['a', 'b', 'c']].map((selected) =>
      score('multiple-choice', { selected }, several),
    );
    expect(earned).toEqual([1, 0.3333, 0, 0]);
    const thirds = { correct: ['a', 'b', 'c'], shares: { a: 0.33333, b: 0.33333, c: 0.33333 } };
    expect(score('multiple-choice', { selected: ['a', 'b', 'c'] }, thirds)).toBe(1);
  });

  it('come with the feedback of what was chosen', () => {
    expect(feedback('single-choice', { selected: ['b'] }, single)).toEqual(['Nearly']);
    expect(feedback('multiple-choice', { selected: ['c', 'a'] }, several)).toEqual(['A', 'C']);
    expect(feedback('single-choice', null, single)).toEqual([]);
  });

  it.each<[Partial<QuestionInput>, string[]]>([
    [{ key: { correct: ['a'], shares: { a: 1, b: 0.5 } } }, []],
    [{ key: { correct: ['a'], shares: { a: 0.5 } } }, ['warning noFullShare key.shares']],
    [{ key: { correct: ['a'], shares: { a: 0.5, b: 1 } } }, ['warning sharesAgainstKey key.shares']],
    [{ key: { correct: ['a'], shares: { a: 1, b: 1.5 } } }, ['error shareRange key.shares.b']],
    [{ key: { correct: ['a'], shares: { a: 1, b: Number.NaN } } }, ['error shareRange key.shares.b']],
    [{ key: { correct: ['a'], shares: { a: 1, j: 0.5 } } }, ['error keyUnknownOption key.shares.j']],
    [{ key: { correct: ['a'], feedback: { j: 'x' } } }, ['error keyUnknownOption key.feedback.j']],
    [{ key: { correct: ['a'], feedback: { a: 'x'.repeat(4_001) } } }, ['error textTooLong key.feedback.a']],
    [{ details: { gaps: [] } }, ['error detailsForm details']],
    [{ type: 'multiple-choice', key: { correct: ['a'], shares: { a: 1, b: 0.5 } } }, ['warning sharesAgainstKey key.shares']],
    [{ type: 'multiple-choice', key: { correct: ['a', 'b'], shares: { a: 0.5, b: 0.5 } } }, []],
  ])('%j says %j [Q-37]', (fields, expected) => {
    expect(found(sample(fields))).toEqual(expected);
  });
});

describe('other answers of a number and a text [Q-02]', () => {
  const number: Key = {
    value: 10,
    tolerance: 0.5,
    alternatives: [
      { value: 10, tolerance: 2, share: 0.5, feedback: 'Close' },
      { value: 11, tolerance: 5, share: 0.25, feedback: 'Wide' },
      { value: -10, tolerance: 0, share: -1 },
    ],
  };
  const text: Key = {
    accepted: ['Ankara'],
    caseSensitive: false,
    alternatives: [
      { text: 'angora', share: 0.5, feedback: 'The old name' },
      { text: 'ankara', share: 1, feedback: 'Well known' },
    ],
  };

  it('earn the share of the first that fits, after the right one', () => {
    expect(['10.5', '11,9', '15', '-10', '99'].map((given) => score('number', { number: given }, number))).toEqual([
      1, 0.5, 0.25, 0, 0,
    ]);
    expect(['ANKARA', 'Angora', 'Bursa'].map((given) => score('short-text', { text: given }, text))).toEqual([1, 0.5, 0]);
  });

  it('give feedback, also to the right one when they repeat it with all points', () => {
    expect(feedback('number', { number: '12' }, number)).toEqual(['Close']);
    expect(feedback('number', { number: 'many' }, number)).toEqual([]);
    expect(feedback('short-text', { text: 'Ankara' }, text)).toEqual(['Well known']);
  });

  it('are warned about when the right answer hides them, and refused when they are none [Q-37]', () => {
    expect(found(of('number', { key: number }))).toEqual([]);
    expect(
      found(of('number', { key: { value: 1, tolerance: 1, alternatives: [{ value: 1, tolerance: 0.5, share: 0.5 }] } })),
    ).toEqual(['warning alternativeHidden key.alternatives.0.value']);
    expect(
      found(of('number', { key: { value: 1, tolerance: 0, alternatives: [{ value: 2, tolerance: -1, share: 2 }] } })),
    ).toEqual(['error toleranceNegative key.alternatives.0.tolerance', 'error shareRange key.alternatives.0.share']);
    expect(found(of('short-text', { key: text }))).toEqual([]);
    const bad: Key = {
      accepted: ['a'],
      caseSensitive: false,
      alternatives: [
        { text: 'A', share: 0 },
        { text: ' ', share: 0 },
      ],
    };
    expect(found(of('short-text', { key: bad }))).toEqual([
      'warning alternativeHidden key.alternatives.0.text',
      'error required key.alternatives.1.text',
    ]);
  });
});

describe('blanks', () => {
  const gaps: QuestionInput['details'] = {
    gaps: [
      { id: '1', kind: 'text' },
      { id: '2', kind: 'number' },
      { id: '3', kind: 'choice', options: options('takes', 'taking') },
    ],
  };
  const key: Key = {
    gaps: {
      '1': { accepted: ['gets'], caseSensitive: false, alternatives: [{ text: 'got', share: 0.5, feedback: 'Present tense' }] },
      '2': { value: 7, tolerance: 0 },
      '3': { correct: ['a'] },
    },
  };
  const question = (fields: Partial<QuestionInput> = {}) =>
    of('blanks', { stem: '[[1]] at [[2]] and [[3]]', details: gaps, key, ...fields });

  it('earn an equal part for each gap, with the shares of other answers', () => {
    const given = (first: string, second: string, third: string) =>
      score('blanks', { gaps: { '1': first, '2': second, '3': third } }, key);
    expect(given('gets', '7', 'a')).toBe(1);
    expect(given('got', '7,0', 'b')).toBeCloseTo(0.5);
    expect(given('', '', '')).toBe(0);
    expect(feedback('blanks', { gaps: { '1': 'got' } }, key)).toEqual(['Present tense']);
  });

  it.each<[Partial<QuestionInput>, string[]]>([
    [{}, []],
    [{ stem: '[[1]] and [[2]]' }, ['error gapNotInStem stem']],
    [{ stem: '[[1]] [[1]] [[2]] [[3]]' }, ['error gapTwice stem']],
    [{ stem: '[[1]] [[2]] [[3]] [[4]]' }, ['error gapUnknown stem']],
    [{ details: { gaps: [] }, stem: 'x', key: { gaps: {} } }, ['error gapCount details.gaps']],
    [{ details: {} }, ['error detailsForm details', 'error keyForm key']],
    [{ key: { gaps: { ...key.gaps, '2': { correct: ['a'] } } } }, ['error keyForm key.gaps.2']],
    [{ key: { gaps: { ...key.gaps, '3': { correct: ['c'] } } } }, ['error keyUnknownOption key.gaps.3']],
    [{ key: { gaps: { ...key.gaps, '3': { correct: [] } } } }, ['error keyMissing key.gaps.3']],
    [
      { key: { gaps: { ...key.gaps, '1': { accepted: [], caseSensitive: false } } } },
      ['error acceptedEmpty key.gaps.1.accepted'],
    ],
    [{ key: { gaps: { ...key.gaps, '2': { value: 1, tolerance: -1 } } } }, ['error toleranceNegative key.gaps.2.tolerance']],
    [
      { key: { gaps: { '1': { accepted: ['x'], caseSensitive: false }, '2': { value: 1, tolerance: 0 } } } },
      ['error gapWithoutKey key.gaps.3'],
    ],
    [{ key: { gaps: { ...key.gaps, '9': { correct: ['a'] } } } }, ['error keyWithoutGap key.gaps.9']],
    [{ options: options('x', 'y') }, ['error optionsNotAllowed options']],
  ])('with %j say %j [Q-37]', (fields, expected) => {
    expect(found(question(fields))).toEqual(expected);
  });

  it('with choices want 2–10 that differ', () => {
    const choice = (...texts: string[]) =>
      found(
        of('blanks', {
          stem: '[[1]]',
          details: { gaps: [{ id: '1', kind: 'choice', options: options(...texts) }] },
          key: { gaps: { '1': { correct: ['a'] } } },
        }),
      );
    expect(choice('a')).toEqual(['error optionCount details.gaps.0.options']);
    expect(choice('a', ' a')).toEqual(['error optionsEqual details.gaps.0.options.1.text']);
    expect(choice('kHz', 'khz')).toEqual([]);
  });

  it.each(['[[', '[[1', '[[1]', '[[1]]', ']]'])(
    'find gaps in %j repeated to 20,000 characters within a second [I11]',
    (piece) => {
      const started = performance.now();
      gapsInStem(piece.repeat(20_000 / piece.length));
      expect(performance.now() - started).toBeLessThan(1_000);
    },
  );
});

describe('matching', () => {
  const details = {
    prompts: [
      { id: '1', text: 'France' },
      { id: '2', text: 'Italy' },
    ],
  };
  const key: Key = { pairs: { '1': 'a', '2': 'b' } };
  const question = (fields: Partial<QuestionInput> = {}) =>
    of('matching', { options: options('Paris', 'Rome', 'Oslo'), details, key, ...fields });

  it('earns an equal part for each right pair; a wrong option costs nothing more', () => {
    expect(score('matching', { pairs: { '1': 'a', '2': 'b' } }, key)).toBe(1);
    expect(score('matching', { pairs: { '1': 'a', '2': 'c' } }, key)).toBe(0.5);
    expect(score('matching', { pairs: { '9': 'a' } }, key)).toBe(0);
  });

  it.each<[Partial<QuestionInput>, string[]]>([
    [{}, []],
    [{ details: { prompts: [{ id: '1', text: 'x' }] }, key: { pairs: { '1': 'a' } } }, ['error promptCount details.prompts']],
    [
      {
        details: {
          prompts: [
            { id: '1', text: 'x' },
            { id: '2', text: ' ' },
          ],
        },
      },
      ['error promptEmpty details.prompts.1.text'],
    ],
    [
      {
        details: {
          prompts: [
            { id: '1', text: 'x' },
            { id: '2', text: 'x ' },
          ],
        },
      },
      ['error promptsEqual details.prompts.1.text'],
    ],
    [{ key: { pairs: { '1': 'a' } } }, ['error pairMissing key.pairs.2']],
    [{ key: { pairs: { '1': 'a', '2': 'j' } } }, ['error keyUnknownOption key.pairs.2']],
    [{ key: { pairs: { '1': 'a', '2': 'a' } } }, []],
    [{ details: {} }, ['error detailsForm details', 'error promptCount details.prompts', 'error keyForm key']],
    [{ options: options('Paris'), key: { pairs: { '1': 'a', '2': 'a' } } }, ['error optionCount options']],
  ])('with %j says %j [Q-37]', (fields, expected) => {
    expect(found(question(fields))).toEqual(expected);
  });
});

describe('ordering', () => {
  const key: Key = { order: ['a', 'b', 'c', 'd'] };
  it.each([
    [['a', 'b', 'c', 'd'], 1],
    [['b', 'a', 'c', 'd'], 2 / 3],
    [['d', 'c', 'b', 'a'], 0],
    [['b', 'a', 'd', 'c'], 1 / 3],
    [['c', 'd', 'a', 'b'], 0],
    [['a', 'b'], 1 / 6],
    [['a', 'a', 'a', 'a'], 0],
    [['z', 'a', 'b', 'c', 'd'], 1],
    [[], 0],
  ])('%j earns %d: the rank correlation with the right order', (order, share) => {
    expect(score('ordering', { order }, key)).toBeCloseTo(share, 10);
  });

  it('wants each option named once [Q-37]', () => {
    const question = (order: string[]) => found(of('ordering', { options: options('x', 'y', 'z'), key: { order } }));
    expect(question(['c', 'a', 'b'])).toEqual([]);
    for (const order of [['a', 'b'], ['a', 'a', 'b'], ['a', 'b', 'j'], []])
      expect(question(order)).toEqual(['error orderIncomplete key']);
  });
});

describe('types marked by hand', () => {
  const criterion = { id: '1', title: 'Content', description: '', weight: 1 };
  const text = (fields: Partial<QuestionInput>) =>
    found(
      of('long-text', {
        details: { minWords: null, maxWords: null },
        key: { rubric: [criterion], modelAnswer: null },
        ...fields,
      }),
    );

  it.each<[Partial<QuestionInput>, string[]]>([
    [{}, []],
    [{ details: { minWords: 100, maxWords: 100 } }, []],
    [{ details: { minWords: 101, maxWords: 100 } }, ['error wordsRange details.minWords']],
    [{ details: { minWords: 0, maxWords: null } }, ['error detailsForm details']],
    [{ details: { maxSec: 60 } }, ['error detailsForm details']],
    [{ key: { rubric: [], modelAnswer: 'x' } }, ['error rubricEmpty key.rubric']],
    [{ key: { rubric: [{ ...criterion, title: ' ' }], modelAnswer: null } }, ['error criterionTitle key.rubric.0.title']],
    [{ key: { rubric: [{ ...criterion, weight: 0 }], modelAnswer: null } }, ['error criterionWeight key.rubric.0.weight']],
    [{ key: { rubric: [criterion, criterion], modelAnswer: null } }, ['error keyForm key.rubric']],
    [{ key: { correct: ['a'] } }, ['error keyForm key']],
  ])('with %j say %j [Q-37]', (fields, expected) => {
    expect(text(fields)).toEqual(expected);
  });

  it('limit a recording to 5 … 900 seconds, and earn nothing until a person marked them', () => {
    const audio = (maxSec: number) =>
      found(of('audio-answer', { details: { maxSec }, key: { rubric: [criterion], modelAnswer: null } }));
    expect(audio(60)).toEqual([]);
    expect(audio(4)).toEqual(['error detailsForm details']);
    expect(score('long-text', { longText: 'All I know' }, { rubric: [criterion], modelAnswer: 'All I know' })).toBe(0);
  });
});
