import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Content, Key, QuestionInput, QuestionType, Response } from '../../contract/index.ts';
import { QUESTION_TYPES } from '../../contract/index.ts';
import { sample } from '../testing/sample.ts';
import { rulesOf, TYPES } from './registry.ts';

const content: Content = { type: 'single-choice', stem: 'x' };
const context = { language: 'en', content } as const;
const score = (type: QuestionType, response: Response, key: Key) => rulesOf(type).score(response, key, context);
const codes = (question: QuestionInput) =>
  rulesOf(question.type)
    .validate(question)
    .map(({ code }) => code);

describe('the registry of types', () => {
  it('has one file for every type of the contract, under its own code', () => {
    expect(Object.keys(TYPES)).toEqual([...QUESTION_TYPES]);
    for (const [code, rules] of Object.entries(TYPES)) expect(rules.code).toBe(code);
  });

  it('calls the empty response of each type empty, and a cleared one too', () => {
    for (const type of QUESTION_TYPES) {
      expect(rulesOf(type).isEmpty(rulesOf(type).emptyResponse())).toBe(true);
      expect(rulesOf(type).isEmpty(null)).toBe(true);
    }
  });

  it('gives a share between 0 and 1 to any response under any key, and the same one again', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'true', 'false', 'z');
    const response = fc.oneof(
      fc.record({ selected: fc.array(id, { maxLength: 5 }) }),
      fc.record({ number: fc.string() }),
      fc.record({ text: fc.string() }),
      fc.constant(null),
    );
    const key = fc.oneof(
      fc.record({ correct: fc.array(id, { maxLength: 4 }) }),
      fc.record({ value: fc.double({ noNaN: true }), tolerance: fc.double({ noNaN: true, min: 0 }) }),
      fc.record({ accepted: fc.array(fc.string()), caseSensitive: fc.boolean() }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...QUESTION_TYPES), response, key, (type, given, right) => {
        const share = score(type, given, right);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(score(type, given, right)).toBe(share);
      }),
    );
  });
});

describe('single choice and true/false', () => {
  it('give everything for the right one and nothing for two, none or another', () => {
    for (const type of ['single-choice', 'true-false'] as const) {
      expect(score(type, { selected: ['a'] }, { correct: ['a'] })).toBe(1);
      expect(score(type, { selected: ['b'] }, { correct: ['a'] })).toBe(0);
      expect(score(type, { selected: ['a', 'b'] }, { correct: ['a'] })).toBe(0);
      expect(score(type, { selected: [] }, { correct: ['a'] })).toBe(0);
      expect(score(type, null, { correct: ['a'] })).toBe(0);
    }
  });

  it('refuse no right option, two, or one that does not exist [I10, Q-37]', () => {
    expect(codes(sample({ key: { correct: [] } }))).toEqual(['keyMissing']);
    expect(codes(sample({ key: { correct: ['a', 'b'] } }))).toEqual(['keyNotSingle']);
    expect(codes(sample({ key: { correct: ['j'] } }))).toEqual(['keyUnknownOption']);
    expect(codes(sample({ key: { value: 1, tolerance: 0 } }))).toContain('keyForm');
    expect(codes(sample({ type: 'true-false', options: [], key: { correct: ['true'] } }))).toEqual([]);
    expect(codes(sample({ type: 'true-false', options: [], key: { correct: ['a'] } }))).toEqual(['keyUnknownOption']);
    expect(codes(sample({ type: 'true-false', key: { correct: ['true'] } }))).toEqual(['optionsNotAllowed']);
  });

  it('take options as equal only after NFC and trimming; case counts: kHz and khz differ [Q-37]', () => {
    const options = (first: string, second: string) =>
      sample({
        options: [
          { id: 'a', text: first },
          { id: 'b', text: second },
        ],
      });
    expect(codes(options('kHz', 'khz'))).toEqual([]);
    expect(codes(options('five', ' five '))).toEqual(['optionsEqual']);
    expect(codes(options('café', 'cafe\u0301'))).toEqual(['optionsEqual']);
    expect(codes(options('a b', 'a  b'))).toEqual([]);
    expect(codes(options('', 'b'))).toEqual(['optionEmpty']);
  });

  it.each([
    [1, ['optionCount']],
    [2, []],
    [10, []],
  ] as const)('with %d options says %j', (count, expected) => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'] as const;
    expect(codes(sample({ options: ids.slice(0, count).map((id) => ({ id, text: `text ${id}` })) }))).toEqual(expected);
  });
});

describe('multiple choice', () => {
  const key = { correct: ['a', 'b'] };
  it.each([
    [['a', 'b'], 1],
    [['a'], 0.5],
    [['a', 'c'], 0],
    [['a', 'b', 'c'], 0.5],
    [['a', 'b', 'c', 'd'], 0],
    [['c'], 0],
    [[], 0],
    [['a', 'a'], 0.5],
  ])('gives %j a share of %d', (selected, share) => {
    expect(score('multiple-choice', { selected }, key)).toBe(share);
  });
});

describe('number', () => {
  const at = (number: string, value: number, tolerance: number) => score('number', { number }, { value, tolerance });
  it('is right within the tolerance, at its edge too, and in every spelling', () => {
    expect(at('3,5', 3.5, 0)).toBe(1);
    expect(at('3.6', 3.5, 0.1)).toBe(1);
    expect(at('3.61', 3.5, 0.1)).toBe(0);
    expect(at('3.4', 3.5, 0.1)).toBe(1);
    expect(at('0.3', 0.1 + 0.2, 0)).toBe(1);
    expect(at('3.15', 3.1, 0.05)).toBe(1);
    expect(at('1 000', 1000, 0)).toBe(1);
    expect(at('', 0, 0)).toBe(0);
    expect(at('none', 0, 0)).toBe(0);
    expect(at('1e-12', 0, 0)).toBe(0);
  });

  it('refuses a negative tolerance and a value that is none [Q-37]', () => {
    const question = (value: number, tolerance: number) => sample({ type: 'number', options: [], key: { value, tolerance } });
    expect(codes(question(1, 0))).toEqual([]);
    expect(codes(question(1, -0.1))).toEqual(['toleranceNegative']);
    expect(codes(question(1, Number.NaN))).toEqual(['toleranceNegative']);
    expect(codes(question(Number.POSITIVE_INFINITY, 0))).toEqual(['keyNotNumber']);
  });
});

describe('short text', () => {
  it('wants an accepted answer, and none that is only space', () => {
    const question = (accepted: string[]) => sample({ type: 'short-text', options: [], key: { accepted, caseSensitive: false } });
    expect(codes(question(['went']))).toEqual([]);
    expect(codes(question([]))).toEqual(['acceptedEmpty']);
    expect(codes(question(['went', ' \u200b']))).toEqual(['acceptedEmpty']);
  });
});
