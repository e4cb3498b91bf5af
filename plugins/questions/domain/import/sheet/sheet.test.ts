import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QUESTION_TYPES, type QuestionInput, type QuestionType } from '../../../contract/index.ts';
import { EXPORT_COLUMNS, exportCells } from '../../question/export-cells.ts';
import { contentHash } from '../../question/hashes.ts';
import { normalise } from '../../question/normalise.ts';
import { anyQuestion, SAMPLE_NAMES } from '../../testing/arbitrary.ts';
import { sample } from '../../testing/sample.ts';
import { validate } from '../../validation/validate.ts';
import { newColumnTally, tallyRow } from '../column-tally.ts';
import { guarded } from '../formula-guard.ts';
import { proposeMapping } from '../propose-mapping.ts';
import { TEMPLATE_COLUMNS, TEMPLATE_EXAMPLE } from '../template.ts';
import { type ImportFacts, type RowDraft, toQuestion } from '../to-question.ts';
import { escaped, type Sign, splitAt, unescaped } from './parts.ts';

const { topics, examTypes, skills } = SAMPLE_NAMES;
const idBy = (names: Readonly<Record<string, string>>) => (name: string) =>
  Object.entries(names).find(([, own]) => own === name)?.[0] ?? null;
const facts: ImportFacts = {
  topic: (path) => {
    const found = idBy(topics)(path);
    return found === null ? { found, because: 'unknown' } : { found };
  },
  examType: idBy(examTypes),
  skill: idBy(skills),
  media: () => null,
};
const nameOf = (names: Readonly<Record<string, string>>, id: string) => names[id] ?? id;

/** The row of a question as our exports write it. */
const rowOf = ({ topic, furtherTopics, examTypes: types, skill, ...rest }: QuestionInput): string[] =>
  exportCells({
    ...rest,
    topic: nameOf(topics, topic ?? ''),
    furtherTopics: furtherTopics.map((id) => nameOf(topics, id)),
    examTypes: types.map((id) => nameOf(examTypes, id)),
    ...(skill === null ? {} : { skill: nameOf(skills, skill) }),
  });

function readRows(headers: readonly string[], rows: readonly (readonly string[])[]): RowDraft[] {
  const tally = newColumnTally(headers);
  for (const cells of rows) tallyRow(tally, headers, cells);
  const { mapping } = proposeMapping(headers, tally, 'en');
  return rows.map((cells, at) => toQuestion(headers, { number: at + 2, cells }, { ...mapping, keyForm: 'letter' }, facts));
}
const readExport = (question: QuestionInput) => readRows(EXPORT_COLUMNS, [rowOf(question).map(guarded)])[0];

describe.each(QUESTION_TYPES)('a row of a %s question', (type: QuestionType) => {
  it('comes back from our own export as it was, whatever signs stand in it [Q-47]', () => {
    fc.assert(
      fc.property(anyQuestion(type), (question) => {
        const back = readExport(question);
        expect(back?.messages).toEqual([]);
        expect(back?.question).toEqual(question);
      }),
      { numRuns: 150 },
    );
  });

  it('never throws, whatever stands in its cells [I10]', () => {
    const junk = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        '=>',
        '|',
        ';',
        '1:',
        '1 choice:',
        '\\',
        '\\=>',
        '3 ± x',
        'a => b => c => d',
        '99 number: ± | =>',
        '%',
        'A:B:C',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.array(junk, { maxLength: 3 }).map((parts) => parts.join(' ')),
          { maxLength: 60 },
        ),
        (cells) => {
          const row = EXPORT_COLUMNS.map((column, at) => ({ type, language: 'en', difficulty: '3' })[column] ?? cells[at] ?? '');
          const question = readRows(EXPORT_COLUMNS, [row])[0]?.question;
          expect(question?.type).toBe(type);
          if (question) validate(question, { hasTopic: () => true, hasFile: () => true });
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a row', () => {
  it('keeps the ids of options that were moved or taken out, because papers and figures name them [Q-47]', () => {
    const options = [
      { id: 'c' as const, text: 'one' },
      { id: 'a' as const, text: 'two', pinned: true },
      { id: 'd' as const, text: 'three' },
    ];
    for (const type of ['single-choice', 'multiple-choice'] as const) {
      const question = normalise(
        sample({ type, options, key: { correct: ['a'], shares: { a: 1, d: 0.5 }, feedback: { c: 'No', a: 'Yes' } } }),
      );
      const back = readExport({ ...question, topic: question.topic });
      expect(back?.messages).toEqual([]);
      expect(back?.question).toEqual(question);
      expect(contentHash(back?.question ?? sample())).toBe(contentHash(question));
    }
  });

  const cells = (fields: Record<string, string>) => {
    const base = { code: 'x', topic: 'Mathematics / Algebra', difficulty: '3', language: 'en', stem: 'Q?', ...fields };
    const headers = EXPORT_COLUMNS;
    return readRows(headers, [headers.map((column) => (base as Record<string, string>)[column] ?? '')])[0];
  };

  it('is written by a teacher without a mark more than needed', () => {
    expect(
      cells({ type: 'eşleştirme', option_a: 'Türkiye=>Ankara', option_b: 'Italy => Rome', key: '=>Oslo|=>Bern' })?.question,
    ).toMatchObject({
      details: {
        prompts: [
          { id: '1', text: 'Türkiye' },
          { id: '2', text: 'Italy' },
        ],
      },
      options: [{ text: 'Ankara' }, { text: 'Rome' }, { text: 'Oslo' }, { text: 'Bern' }],
      key: { pairs: { '1': 'a', '2': 'b' } },
    });
    expect(
      cells({ type: 'cloze', stem: 'A [[1]] [[2]] [[3]]', key: '1: cat|feline; 2: 3,14±0,01; 3: red=>right|blue' })?.question,
    ).toMatchObject({
      details: { gaps: [{ kind: 'text' }, { kind: 'number' }, { kind: 'choice' }] },
      key: { gaps: { '1': { accepted: ['cat', 'feline'] }, '2': { value: 3.14, tolerance: 0.01 }, '3': { correct: ['a'] } } },
    });
    expect(cells({ type: 'sıralama', option_a: 'x', option_b: 'y', option_c: 'z', key: 'B,C,A' })?.question).toMatchObject({
      options: [{ text: 'y' }, { text: 'z' }, { text: 'x' }],
      key: { order: ['a', 'b', 'c'] },
    });
    expect(cells({ type: 'essay', key: 'Content|Language=>2' })?.question).toMatchObject({
      details: { minWords: null, maxWords: null },
      key: {
        rubric: [
          { title: 'Content', weight: 1 },
          { title: 'Language', weight: 2 },
        ],
        modelAnswer: null,
      },
    });
    expect(cells({ type: 'ses kaydı', key: 'All' })?.question?.details).toEqual({ maxSec: 120 });
    expect(
      cells({ type: 'single', option_a: 'x', option_b: 'y', key: 'A', shares: 'A = 100; B: %33,3', feedback_b: 'Nearly' })
        ?.question?.key,
    ).toEqual({
      correct: ['a'],
      shares: { a: 1, b: 0.333 },
      feedback: { b: 'Nearly' },
    });
  });

  it.each<[Record<string, string>, string[]]>([
    [{ type: 'matching', option_a: 'Rome', option_b: 'a => b' }, ['cellForm options.0.text']],
    [{ type: 'blanks', stem: '[[1]]', key: 'cat' }, ['cellForm key']],
    [{ type: 'blanks', stem: '[[1]]', key: '1 riddle: cat' }, ['cellForm key']],
    [{ type: 'blanks', stem: '[[1]]', key: '1 number: many' }, ['cellForm key']],
    [{ type: 'blanks', stem: '[[1]]', key: '' }, ['keyMissing key']],
    [{ type: 'long-text', key: 'Content => heavy' }, ['cellForm key']],
    [{ type: 'long-text', key: 'C', min_words: 'few' }, ['wordsForm minWords']],
    [{ type: 'audio', key: 'C', max_sec: '3' }, ['secondsLimit maxSec']],
    [{ type: 'number', key: '1', alternatives: 'two => 50%' }, ['cellForm alternatives']],
    [{ type: 'short-text', key: 'a', alternatives: 'b => half' }, ['cellForm alternatives']],
    [{ type: 'single', option_a: 'x', option_b: 'y', key: 'A', shares: 'most' }, ['cellForm shares']],
    [{ type: 'single', option_a: 'x', option_b: 'y', key: 'A', pinned: 'the last' }, ['cellForm pinned']],
    [{ type: 'single', option_a: 'x', option_b: 'y', key: 'A', option_order: 'B' }, ['cellForm optionOrder']],
    [
      { type: 'true-false', key: 'true', exam_types: 'ABC', skill: 'Flying' },
      ['examTypeUnknown examTypes', 'skillUnknown skill'],
    ],
    [{ type: 'true-false', key: 'true', further_topics: 'Nowhere' }, ['topicUnknown furtherTopics']],
    [{ type: 'true-false', key: 'true', irt: '1; 2' }, ['cellForm irt']],
  ])('with %j says %j [Q-37, I10]', (fields, expected) => {
    expect(cells(fields)?.messages.map(({ code, field }) => `${code} ${field}`)).toEqual(expected);
  });
});

it('the worked example has a question of every type, and all of them pass [Q-24]', () => {
  const drafts = readRows(TEMPLATE_COLUMNS, TEMPLATE_EXAMPLE);
  expect(drafts.map(({ question }) => question?.type)).toEqual([...QUESTION_TYPES]);
  const found = drafts.flatMap(({ question, messages }) => [
    ...messages.filter(({ field }) => field !== 'topic'),
    ...(question ? validate({ ...question, topic: sample().topic }, { hasTopic: () => true, hasFile: () => true }) : []),
  ]);
  expect(found).toEqual([]);
});

describe('several things in one cell', () => {
  const signs: readonly Sign[] = ['|', ';', '=>'];
  it('come apart as they were put together, with backslashes and signs in them', () => {
    const text = fc
      .array(fc.constantFrom('\\', '|', ';', '=>', '=', '>', 'a', ' b', '\\frac'), { maxLength: 12 })
      .map((parts) => parts.join('').trim());
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (texts) => {
        const cell = texts.map((one) => escaped(one, signs)).join('|');
        expect(splitAt(cell, ['|']).map((part) => unescaped(part, signs))).toEqual(texts);
      }),
    );
  });

  it.each(['\\', '|', '=>', '=', 'a;', '1 choice:'])(
    '%j repeated to 30,000 characters is read as every type within five seconds in all [I11]',
    (piece) => {
      const cell = piece.repeat(30_000 / piece.length);
      const started = performance.now();
      for (const type of QUESTION_TYPES) {
        const row = EXPORT_COLUMNS.map((column) =>
          column === 'type' ? type : ['key', 'option_a', 'shares', 'alternatives', 'hints', 'tags'].includes(column) ? cell : '',
        );
        readRows(EXPORT_COLUMNS, [row.map((text, at) => (EXPORT_COLUMNS[at] === 'language' ? 'en' : text))]);
      }
      expect(performance.now() - started).toBeLessThan(5_000);
    },
  );
});
