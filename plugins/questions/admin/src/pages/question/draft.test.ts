import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QUESTION_TYPES, type QuestionType } from '../../../../contract/index.ts';
import { normalise } from '../../../../domain/question/normalise.ts';
import { anyQuestion } from '../../../../domain/testing/arbitrary.ts';
import { type Draft, droppedBy, emptyDraft, missing, switchType, toDraft, toInput, withMissing } from './draft.ts';
import { ANSWER_FORMS } from './types/registry.ts';

const of = (type: QuestionType, answer: object): Draft => {
  const empty = emptyDraft(type, 'en');
  return { ...empty, answer: { ...empty.answer, ...answer } };
};
const options = [
  { id: 'a' as const, text: 'kHz' },
  { id: 'b' as const, text: 'khz' },
  { id: 'c' as const, text: 'None', pinned: true },
];
const several = (correct: string[], more: object = {}) => of('multiple-choice', { options, correct, ...more });
const truth = (id: string) => of('true-false', { correct: [id] });

describe.each(QUESTION_TYPES)('the form of a %s question', (type: QuestionType) => {
  it('gives back what it was given, with every share, gap, criterion and parameter [Q-02, Q-03]', () => {
    fc.assert(
      fc.property(anyQuestion(type), (question) => {
        expect(normalise(toInput(toDraft(question)))).toEqual(question);
        expect(missing(toDraft(question))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('holds nothing that could be lost while it is empty, and can be sent as it is', () => {
    const draft = emptyDraft(type, 'tr');
    for (const other of QUESTION_TYPES) expect(droppedBy(draft, other)).toEqual([]);
    expect(toInput(draft).type).toBe(type);
    expect(ANSWER_FORMS[type].filled(draft.answer)).toEqual([]);
  });

  it('can be left for any other type, which then has its own shape', () => {
    fc.assert(
      fc.property(anyQuestion(type), fc.constantFrom(...QUESTION_TYPES), (question, other) => {
        const switched = switchType(toDraft(question), other);
        const again = toDraft(normalise(toInput(switched)));
        expect(again.type).toBe(other);
        expect(switched.stem).toBe(question.stem);
      }),
      { numRuns: 40 },
    );
  });
});

describe('switching the type', () => {
  it.each<[string, Draft, QuestionType, string[]]>([
    ['options to a number', several(['a', 'c']), 'number', ['options', 'correct']],
    ['two right options to one', several(['a', 'c']), 'single-choice', ['correct']],
    ['one right option to one', several(['a']), 'single-choice', []],
    ['shares to another rule', several(['a'], { percents: { a: 100 }, feedback: { b: 'No' } }), 'single-choice', ['shares']],
    ['options into an order', several(['a'], { feedback: { b: 'No' } }), 'ordering', ['correct', 'feedback']],
    ['options into pairs', several([]), 'matching', []],
    ['a number', of('number', { value: 3, unit: 'm' }), 'true-false', ['number', 'unit']],
    ['accepted texts', of('short-text', { accepted: ['Ankara'] }), 'number', ['accepted']],
    ['a truth', truth('true'), 'single-choice', ['correct']],
    ['gaps', of('blanks', { gaps: [] }), 'short-text', []],
    [
      'a rubric with words',
      of('long-text', { criteria: [{ row: 1, title: 'Content', description: '', weight: 1 }], minWords: 5 }),
      'audio-answer',
      ['words'],
    ],
    ['a rubric', of('long-text', { modelAnswer: 'So' }), 'short-text', ['model']],
  ])('from %s names what would be dropped before it is [Q-02]', (_, draft, type, expected) => {
    expect(droppedBy(draft, type)).toEqual(expected);
  });

  it('keeps what fits and drops the rest [Q-02]', () => {
    expect(toInput(switchType(several(['a']), 'single-choice'))).toMatchObject({ options, key: { correct: ['a'] } });
    expect(toInput(switchType(several(['a']), 'true-false'))).toMatchObject({ options: [], key: { correct: [] } });
    expect(toInput(switchType(truth('true'), 'single-choice')).options).toHaveLength(4);
    expect(toInput(switchType(several(['a']), 'ordering')).key).toEqual({ order: ['a', 'b', 'c'] });
    expect(toInput(switchType(several(['a']), 'matching')).options.map(({ text }) => text)).toEqual(['kHz', 'khz', 'None']);
  });
});

describe('what is sent', () => {
  it('has only the fields of the type', () => {
    const input = toInput({ ...several(['a', 'c']), tags: ' radio, law ,,' });
    expect(input).toMatchObject({ key: { correct: ['a', 'c'] }, unit: null, tags: ['radio', 'law'] });
    expect(input).not.toHaveProperty('code');
    expect(toInput(of('number', { value: 2.5, tolerance: 0.1, unit: 'm' }))).toMatchObject({
      key: { value: 2.5, tolerance: 0.1 },
      unit: 'm',
      options: [],
    });
    expect(toInput(of('short-text', { accepted: ['a', ' '] })).key).toEqual({ accepted: ['a'], caseSensitive: false });
  });

  it('gives right options without a share of their own what they would earn without shares', () => {
    expect(toInput(several(['a', 'c'], { percents: { b: -25 } })).key).toMatchObject({ shares: { a: 0.5, c: 0.5, b: -0.25 } });
    expect(toInput(of('single-choice', { options, correct: ['a'], percents: { b: 33.33333 } })).key).toMatchObject({
      shares: { a: 1, b: 0.3333333 },
    });
    expect(toInput(several(['a'], { percents: { b: undefined } })).key).toEqual({ correct: ['a'] });
  });

  it('makes one option of equal answers, and leaves out extra ones that are empty', () => {
    const draft = of('matching', {
      rows: [
        { row: 1, prompt: 'Lyon', answer: 'France' },
        { row: 2, prompt: 'Paris', answer: ' France ' },
      ],
      extra: ['Spain', ' '],
    });
    expect(toInput(draft)).toMatchObject({
      options: [{ text: 'France' }, { text: 'Spain' }],
      key: { pairs: { '1': 'a', '2': 'a' } },
    });
  });

  it('has a gap for each place in the text, typed by hand or inserted', () => {
    const draft = { ...emptyDraft('blanks', 'en'), stem: 'A [[2]] B [[1]] [[1]]' };
    expect(toInput(draft).details).toEqual({
      gaps: [
        { id: '1', kind: 'text' },
        { id: '2', kind: 'text' },
      ],
    });
  });

  it('asks for numbers that were left empty, once each [Q-37]', () => {
    const draft = emptyDraft('number', 'en');
    expect(missing(draft).map(({ field }) => field)).toEqual(['key.value', 'difficulty']);
    const range = { code: 'difficultyRange', level: 'error' as const, field: 'difficulty', params: {} };
    expect(withMissing(draft, [range]).map(({ code }) => code)).toEqual(['required', 'required']);
  });

  it.each<[QuestionType, object, string[]]>([
    ['single-choice', { percents: { a: 101 } }, ['shareRange key.shares.a']],
    [
      'number',
      { value: 1, alternatives: [{ row: 1, value: undefined, tolerance: 0, percent: -101, feedback: '' }] },
      ['required key.alternatives.0.value', 'shareRange key.alternatives.0.share'],
    ],
    ['long-text', { minWords: 0, maxWords: 2.5 }, ['wordsForm details.minWords', 'wordsForm details.maxWords']],
    ['long-text', { criteria: [{ row: 1, title: 'x', description: '', weight: 0 }] }, ['criterionWeight key.rubric.0.weight']],
    ['audio-answer', { maxSec: 3 }, ['secondsLimit details.maxSec']],
    ['audio-answer', { maxSec: undefined }, ['required details.maxSec']],
  ])('of %s tells numbers that cannot be: %j [Q-37]', (type, answer, expected) => {
    const draft = { ...of(type, answer), difficulty: 3 };
    expect(missing(draft).map(({ code, field }) => `${code} ${field}`)).toEqual(expected);
  });
});
