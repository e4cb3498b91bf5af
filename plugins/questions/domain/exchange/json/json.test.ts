import { isRefusal } from '@lyceum/core/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QUESTION_TYPES } from '../../../contract/index.ts';
import { anyQuestion } from '../../testing/arbitrary.ts';
import { asExchange, silentLosses } from '../../testing/round-trip.ts';
import { JSON_EXAMPLE } from './example.ts';
import { parseJsonQuestions } from './parse.ts';
import { jsonSplitter } from './split.ts';
import { jsonExample, jsonTemplate } from './template.ts';
import { JSON_FRAME, writeJson } from './write.ts';

const good = { type: 'true-false', stem: 'Ice floats.', key: { correct: ['true'] } };
const one = (question: unknown) => parseJsonQuestions(JSON.stringify([question]))[0];
const told = (text: string) => parseJsonQuestions(text)[0]?.messages.map(({ code, field }) => [code, field]);

function refusal(text: string) {
  try {
    parseJsonQuestions(text);
  } catch (problem) {
    if (isRefusal(problem)) return { code: problem.problem.code, ...problem.params };
    throw problem;
  }
  throw new Error('was not refused');
}

describe('questions as JSON', () => {
  it.each(QUESTION_TYPES)('%s: every field comes back as it was, without a loss [Q-47]', (type) => {
    fc.assert(
      fc.property(fc.array(anyQuestion(type), { minLength: 1, maxLength: 3 }), (generated) => {
        const questions = generated.map(asExchange);
        const written = questions.map(writeJson);
        const file = JSON_FRAME.head + written.map(({ text }) => text).join(JSON_FRAME.between) + JSON_FRAME.tail;
        const items = parseJsonQuestions(file);
        expect(items).toHaveLength(questions.length);
        expect(written.flatMap(({ losses }) => losses)).toEqual([]);
        questions.forEach((question, at) => {
          const result = silentLosses(question, written[at] ?? { text: null, losses: [] }, items.slice(at, at + 1));
          expect({ result, messages: items[at]?.messages }).toEqual({ result: [], messages: [] });
        });
      }),
      { numRuns: 40 },
    );
  });

  it('has a template and a worked example with all ten types, and both are read [Q-24]', () => {
    const items = parseJsonQuestions(jsonExample());
    expect(items.flatMap(({ messages }) => messages)).toEqual([]);
    expect(items.map(({ question }) => question)).toEqual(JSON_EXAMPLE);
    expect(items.map(({ kind }) => kind)).toEqual(QUESTION_TYPES);
    expect(parseJsonQuestions(jsonTemplate())).toMatchObject([{ question: { stem: '' }, messages: [] }]);
  });

  it('reads a bare list, a marked file, other members beside the questions and an empty list', () => {
    expect(parseJsonQuestions(`\uFEFF [ ${JSON.stringify(good)} ]\n`)).toMatchObject([{ number: 1, question: good }]);
    const around = { a: [1, { b: '"}]' }], format: 'lyceum-questions', version: 1, questions: [good, good], z: null };
    expect(parseJsonQuestions(JSON.stringify(around))).toHaveLength(2);
    expect(parseJsonQuestions('[]')).toEqual([]);
    expect(parseJsonQuestions('{"questions":[]}')).toEqual([]);
  });

  it('gives the same questions however the file is cut into pieces', () => {
    const text = jsonExample();
    const whole = parseJsonQuestions(text).map(({ source }) => source);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1 }), (sizes) => {
        const splitter = jsonSplitter();
        const found: string[] = [];
        for (let at = 0, next = 0; at < text.length; next += 1) {
          const size = sizes[next % sizes.length] ?? 1;
          for (const piece of splitter.push(text.slice(at, at + size))) found.push(piece.text);
          at += size;
        }
        splitter.end();
        expect(found).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });
});

describe('questions that fail alone', () => {
  it.each([
    [{ ...good, stem: 3 }, [['jsonType', 'stem']]],
    [{ ...good, type: 'riddle' }, [['jsonValue', 'type']]],
    [{ type: 'number', stem: 'x', key: { value: '3', tolerance: 0 } }, [['jsonType', 'key.value']]],
    [{ type: 'true-false', stem: 'x' }, [['required', 'key']]],
    [
      { ...good, colour: 'red', points: '2' },
      [
        ['jsonType', 'points'],
        ['jsonUnknownField', 'colour'],
      ],
    ],
    [{ ...good, title: 'x'.repeat(201) }, [['jsonTooBig', 'title']]],
    [{ ...good, details: { gaps: [] } }, [['jsonUnknownField', 'details.gaps']]],
    [{ ...good, options: [{ id: 'k', text: 'x' }] }, [['jsonValue', 'options.0.id']]],
    [{ type: 'blanks', stem: 'x', key: { gaps: { 1: { correct: 3 } } } }, [['jsonForm', 'key.gaps.1']]],
    ['text', [['jsonType', 'question']]],
    [null, [['jsonType', 'question']]],
    [[good], [['jsonType', 'question']]],
  ])('%j names its field [Q-37]', (question, expected) => {
    expect(told(JSON.stringify([question]))?.sort()).toEqual(expected.sort());
    expect(one(question)?.question).toBeNull();
    expect(parseJsonQuestions(JSON.stringify([question, good]))[1]?.question).toEqual(good);
  });

  it('names what JSON allows and a question does not: a field twice, a number beyond all, NaN, a line break in a text [I7]', () => {
    expect(told('[{"type":"true-false","stem":"a","stem":"b","key":{"correct":["true"]}}]')).toEqual([['jsonTwice', 'stem']]);
    expect(told('[{"type":"number","stem":"a","key":{"value":1e400,"tolerance":0}}]')).toEqual([
      ['jsonNumber', 'key.value'],
      ['jsonType', 'key.value'],
    ]);
    expect(
      parseJsonQuestions('[\n{"type":"number",\n"stem":"a","key":{"value":NaN,"tolerance":0}},\n{"a":"b\nc"}]'),
    ).toMatchObject([
      { messages: [{ code: 'jsonBroken', params: { line: 3 } }] },
      { messages: [{ code: 'jsonBroken', params: { line: 4 } }] },
    ]);
  });

  it('sets no prototype, whatever a field is called [I7]', () => {
    const text =
      '[{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"type":"true-false","stem":"a","key":{"correct":["true"]}}]';
    expect(told(text)).toEqual([
      ['jsonUnknownField', '__proto__'],
      ['jsonUnknownField', 'constructor'],
    ]);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

describe('files that are refused', () => {
  it.each([
    ['{"questions":[{"a":1}', { reason: 'json', line: 1 }],
    ['[\n{}\n{}]', { reason: 'json', line: 3 }],
    ['[{},]', { reason: 'json', line: 1 }],
    ['[,{}]', { reason: 'json', line: 1 }],
    ['[{}]]', { reason: 'json', line: 1 }],
    ['', { reason: 'json', line: 1 }],
    ['nonsense', { reason: 'json', line: 1 }],
    ['{"questions" [}', { reason: 'json', line: 1 }],
    ['{"questions":{}}', { reason: 'jsonFormat' }],
    ['{"type":"true-false"}', { reason: 'jsonFormat' }],
    ['{"format":"other","questions":[]}', { reason: 'jsonFormat' }],
    ['{"format":"lyceum-questions","version":2,"questions":[]}', { reason: 'jsonVersion' }],
  ])('%j [I7]', (text, params) => {
    expect(refusal(text)).toEqual({ code: 'questions/import-unreadable', ...params });
  });

  it('nested 100,000 deep, or one question over a million characters [I7]', () => {
    expect(refusal('['.repeat(100_000))).toMatchObject({ limit: 'itemDepth' });
    expect(refusal(`[{"a":${'['.repeat(100_000)}`)).toMatchObject({ limit: 'itemDepth' });
    expect(refusal(`[{"a":"${'x'.repeat(1_000_001)}"}]`)).toMatchObject({ limit: 'itemCharacters' });
  });

  it.each(['[', '{', '"', '\\', ',', '[{},', '{"a":', ' ', '\n', '1', '[1,1,', '"a":', '[""', '}'])(
    '1 MB of %j is linear and ends in a refusal or in messages [I11]',
    (sign) => {
      const started = performance.now();
      for (const text of [sign.repeat(1_000_000 / sign.length), `[${sign.repeat(1_000_000 / sign.length)}`]) {
        try {
          expect(parseJsonQuestions(text).every(({ question }) => question === null)).toBe(true);
        } catch (problem) {
          expect(isRefusal(problem)).toBe(true);
        }
      }
      expect(performance.now() - started).toBeLessThan(8_000);
    },
  );
});
