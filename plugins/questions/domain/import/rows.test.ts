import { csvLine } from '@lyceum/core/server';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mapping } from '../../contract/index.ts';
import { mediaFinder, withFigures } from './figures.ts';
import { guarded, unguarded } from './formula-guard.ts';
import { readHeaders } from './headers.ts';
import { prepareRow, type RowContext } from './prepare-row.ts';
import { newSeen } from './prepared.ts';
import { rowHash, rowReader } from './row.ts';

describe('formula signs [Q-35, I3]', () => {
  it.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx', '＝1', ' =1', '\u00a0=cmd'])(
    '%j gets the guard and loses it again',
    (cell) => {
      expect(guarded(cell)).toBe(`'${cell}`);
      expect(unguarded(guarded(cell))).toBe(cell);
    },
  );

  it('touches nothing else, so that an export comes back as it was [Q-47]', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !text.startsWith("'")),
        (cell) => {
          expect(unguarded(guarded(cell))).toBe(cell);
        },
      ),
    );
    for (const cell of ["'twas", "'", "''", 'a=b', '1-2']) expect(unguarded(guarded(cell))).toBe(cell);
  });

  it('guards exactly like the exports of the floor', () => {
    for (const cell of ['=1', ' =1', '＠x', 'x']) expect(csvLine([cell])).toBe(`${guarded(cell)}\r\n`);
  });
});

it('reads a column, the start of one in whole characters, and a fixed value', () => {
  const read = rowReader(['id', 'x'], { number: 2, cells: ['👩‍🚀b1', "'=1"] });
  expect(read({ from: 'column', column: 'x' })).toBe('=1');
  expect(read({ from: 'fixed', value: 'v' })).toBe('v');
  expect([...read({ from: 'prefix', column: 'id', length: 1 })]).toHaveLength(1);
  expect(read({ from: 'column', column: 'gone' })).toBe('');
  expect(read(undefined)).toBe('');
});

it('hashes rows by their cells, so that moved borders make another row', () => {
  expect(rowHash(['ab', 'c'])).not.toBe(rowHash(['a', 'bc']));
  expect(rowHash(['a', 'b'])).toBe(rowHash(['a', 'b']));
});

it('names empty headers by their place and refuses a name that stands twice', () => {
  expect(readHeaders([' a ', '', 'c', '', ''])).toEqual({ headers: ['a', 'Column 2', 'c'] });
  expect(readHeaders(['a', 'b', 'a'])).toEqual({ wrong: 'twice', column: 'a' });
  expect(readHeaders(['', ' '])).toEqual({ wrong: 'missing' });
});

describe('figures', () => {
  const find = mediaFinder<{ url: string } | { refused: string }>(
    new Map([
      ['t-1.png', { url: '/uploads/t1.png' }],
      ['x.png', { url: '/uploads/x.png' }],
      ['x.jpg', { url: '/uploads/xj.jpg' }],
      ['bad.png', { refused: 'notMedia' as const }],
    ]),
  );
  it('are found with or without extension, in any case, unless two files fit [Q-27]', () => {
    expect(['t-1.png', 'T-1.PNG', 'T-1', 'folder/t-1.png'].map(find)).toEqual(
      Array.from({ length: 4 }, () => ({ url: '/uploads/t1.png' })),
    );
    expect(find('x')).toBeNull();
    expect(find('x.jpg')).toEqual({ url: '/uploads/xj.jpg' });
  });

  it('get an alternative text from the file, or a fixed one with a warning, and signs in it stay text', () => {
    expect(withFigures('S', ['T-1'], '', 'tr', find)).toMatchObject({
      stem: 'S\n\n![Şekil t-1](/uploads/t1.png)',
      messages: [{ code: 'altFixed', level: 'warning' }],
    });
    expect(withFigures('S', ['t-1.png'], 'a ](x) [b', 'en', find)).toEqual({
      stem: 'S\n\n![a \\](x) \\[b](/uploads/t1.png)',
      messages: [],
    });
  });

  it('that are missing or were refused fail the row', () => {
    expect(withFigures('S', ['none', 'bad'], '', 'en', find).messages.map(({ code, level }) => `${level} ${code}`)).toEqual([
      'error mediaMissing',
      'error mediaKind',
    ]);
  });
});

describe('a row as a question', () => {
  const headers = ['code', 'type', 'topic', 'level', 'lang', 'q', 'a', 'b', 'c', 'key', 'tol'];
  const column = (name: string) => ({ from: 'column' as const, column: name });
  const mapping: Mapping = {
    fields: {
      code: column('code'),
      type: column('type'),
      topic: column('topic'),
      difficulty: column('level'),
      language: column('lang'),
      stem: column('q'),
      key: column('key'),
      tolerance: column('tol'),
    },
    options: ['a', 'b', 'c'],
    keyForm: 'letter',
    createTopics: true,
    topicParent: null,
  };
  const context = (): RowContext => ({
    headers,
    mapping,
    acceptWarnings: true,
    strictWidth: true,
    seen: newSeen(),
    facts: { topic: (text) => ({ found: text }), media: () => null, hasTopic: () => true, hasFile: () => true },
  });
  const prepare = (cells: string[], given = context()) => prepareRow({ number: 2, cells }, given);
  const base = ['c1', 'single', 'T', 'easy', 'türkçe', 'Q?', 'x', 'y', '', 'B', ''];
  const but = (changes: Record<string, string>) => base.map((cell, at) => changes[headers[at] ?? ''] ?? cell);
  const codes = (cells: string[]) => prepare(cells).messages.map(({ code, field }) => `${code} ${field}`);

  it('takes words of our languages for type, difficulty and language', () => {
    expect(prepare(base)).toMatchObject({
      failed: false,
      question: { type: 'single-choice', difficulty: 2, language: 'tr', key: { correct: ['b'] } },
    });
    expect(prepare(but({ type: 'doğru/yanlış', a: '', b: '', key: 'Doğru' })).question).toMatchObject({
      type: 'true-false',
      key: { correct: ['true'] },
      options: [],
    });
    expect(prepare(but({ type: 'صح أو خطأ', a: 'True', b: 'False', key: 'B' })).question?.key).toEqual({ correct: ['false'] });
    expect(prepare(but({ type: 'number', a: '', b: '', key: '3,5 ± 0,1' })).question?.key).toEqual({
      value: 3.5,
      tolerance: 0.1,
    });
    expect(prepare(but({ type: 'kısa cevap', a: '', b: '', key: 'bir | iki' })).question?.key).toEqual({
      accepted: ['bir', 'iki'],
      caseSensitive: false,
    });
  });

  it.each<[Record<string, string>, string[]]>([
    [{ type: 'riddle' }, ['typeUnknown type']],
    [{ type: '' }, ['required type']],
    [{ lang: 'klingon' }, ['languageUnknown language']],
    [{ level: 'high' }, ['numberForm difficulty']],
    [{ level: '11' }, ['difficultyRange difficulty']],
    [{ q: '\u200b ' }, ['required stem']],
    [{ topic: ' ' }, ['required topic']],
    [{ key: 'E' }, ['keyUnknownOption key']],
    [{ key: 'C' }, ['keyUnknownOption key']],
    [{ key: '' }, ['keyMissing key']],
    [{ key: 'A,B' }, ['keyNotSingle key']],
    [{ b: '', c: 'z', key: 'A' }, ['optionGap options.1.text', 'optionEmpty options.1.text']],
    [{ b: '', key: 'A' }, ['optionCount options']],
    [{ type: 'number', a: '', b: '', key: 'many' }, ['keyNotNumber key']],
    [{ type: 'number', a: '', b: '', key: '1', tol: '-1' }, ['toleranceNegative key.tolerance']],
    [{ type: 'number', key: '1' }, ['optionsNotAllowed options']],
  ])('with %j says %j [I10]', (changes, expected) => {
    expect(codes(but(changes))).toEqual(expected);
    expect(prepare(but(changes)).question).toBeNull();
  });

  it('with too few or too many cells is refused, because a delimiter may be lost', () => {
    expect(codes(base.slice(0, 6))).toContain('columnCount row');
    expect(codes([...base, 'more'])).toEqual(['columnCount row']);
    expect(codes([...base, ''])).toEqual([]);
  });

  it('with a code of an earlier row is refused and names that row', () => {
    const shared = context();
    prepare(base, shared);
    expect(prepare(but({ q: 'Other?' }), shared).messages).toMatchObject([{ code: 'codeTwice', params: { row: 2 } }]);
    const nameless = context();
    prepare(but({ code: '' }), nameless);
    expect(prepare(but({ code: '' }), nameless).messages).toMatchObject([{ code: 'sameQuestion', params: { row: 2 } }]);
  });

  it('never throws, whatever stands in its cells', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 14 }), (cells) => {
        const { failed, question } = prepare(cells);
        expect(failed).toBe(question === null);
      }),
    );
  });
});
