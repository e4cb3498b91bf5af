import { existsSync } from 'node:fs';
import path from 'node:path';
import { isRefusal } from '@lyceum/core/contract';
import { expect, describe as group, it } from 'vitest';
import { isItemFormat } from '../../../../contract/index.ts';
import { prepareRow, type RowContext } from '../../../../domain/import/prepare-row.ts';
import { newSeen, type PreparedRow } from '../../../../domain/import/prepared.ts';
import { rowReaderOf } from '../readers/registry.ts';
import { describeRows, headersOf } from './describe.ts';
import { inspect } from './inspect.ts';

const BAD = path.resolve(import.meta.dirname, '../../../../../../tests/fixtures/pools/bad');
const LIMITS = { rows: 20_000, fileBytes: 50_000_000 };

/** Inspect, describe, prepare with the proposed mapping: everything of a run that needs no database. */
async function prepared(name: string) {
  const at = path.join(BAD, name);
  const { format } = await inspect({ task: 'inspect', path: at, fileName: name });
  if (isItemFormat(format)) throw new Error('A table was expected');
  const description = await describeRows({ task: 'describe', path: at, format, choice: {}, limits: LIMITS, language: 'en' });
  const rows: PreparedRow[] = [];
  let context: RowContext | null = null;
  for await (const row of rowReaderOf(format).rows(at, description.source, LIMITS)) {
    context ??= {
      headers: headersOf(row),
      mapping: description.proposal,
      acceptWarnings: true,
      strictWidth: true,
      seen: newSeen(),
      facts: { topic: (text) => ({ found: text }), media: () => null, hasTopic: () => true, hasFile: () => true },
    };
    if (row.number !== description.headerRow) rows.push(prepareRow(row, context));
  }
  return { description, rows, good: rows.filter(({ failed }) => !failed).map(({ number }) => number) };
}

const failures = (rows: readonly PreparedRow[]) =>
  Object.fromEntries(
    rows
      .filter(({ failed }) => failed)
      .map(({ number, messages }) => [number, messages.filter(({ level }) => level === 'error').map(({ code }) => code)]),
  );

group.skipIf(!existsSync(BAD))('files of tests/fixtures/pools/bad', () => {
  it.each([
    ['windows-1252.csv', 'windows-1252', ','],
    ['utf-8-bom.csv', 'utf-8', ','],
    ['utf-16le-bom.csv', 'utf-16le', ','],
    ['semicolon.csv', 'utf-8', ';'],
    ['tab.csv', 'utf-8', '\t'],
    ['line-breaks-in-quotes.csv', 'utf-8', ','],
    ['formula-cells.csv', 'utf-8', ','],
    ['html-in-question.csv', 'utf-8', ','],
  ])('%s only looks wrong and is read whole [Q-25, I6]', async (name, encoding, delimiter) => {
    const { description, rows } = await prepared(name);
    expect(description.source).toEqual({ encoding, delimiter });
    expect(failures(rows)).toEqual({});
    expect(rows.length).toBeGreaterThan(0);
  });

  it.each([
    ['lone-quote.csv', 'questions/import-unreadable', { line: 4 }],
    ['quote-inside.csv', 'questions/import-unreadable', { line: 3 }],
    ['nul-bytes.csv', 'questions/import-unreadable', { line: 2 }],
    ['empty.csv', 'questions/import-empty', {}],
    ['header-only.csv', 'questions/import-empty', {}],
    ['column-twice.csv', 'questions/import-headers', { column: 'c' }],
    ['picture-renamed.xlsx', 'questions/import-format', {}],
  ])('%s is refused as a whole: %s [I6]', async (name, code, params) => {
    const error = await prepared(name).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(isRefusal(error) && { code: error.problem.code, params: error.params }).toMatchObject({ code, params });
  });

  it('missing-columns.csv blocks the next step and names what is missing [Q-26]', async () => {
    expect((await prepared('missing-columns.csv')).description.missing).toEqual(expect.arrayContaining(['stem', 'key']));
  });

  it.each([
    ['duplicate-codes.csv', { 4: ['codeTwice'] }],
    ['empty-question.csv', { 3: ['required'], 4: ['required'] }],
    ['key-outside-options.csv', { 3: ['keyUnknownOption'], 4: ['keyUnknownOption'], 5: ['keyMissing'] }],
    ['two-keys.csv', { 2: ['keyNotSingle'], 3: ['keyNotSingle'] }],
    ['equal-options.csv', { 2: ['optionsEqual'], 3: ['optionsEqual'] }],
    ['too-few-options.csv', { 2: ['optionCount'], 3: expect.arrayContaining(['optionGap']) }],
    ['broken-formula.csv', { 2: ['formulaBroken'] }],
    ['short-row.csv', { 3: expect.arrayContaining(['columnCount']), 4: expect.arrayContaining(['columnCount']) }],
    ['unknown-words.csv', { 2: ['typeUnknown'], 3: expect.arrayContaining(['keyNotNumber']) }],
  ])('%s fails row by row and the others go in [I10]', async (name, expected) => {
    const { rows, good } = await prepared(name);
    expect(failures(rows)).toEqual(expected);
    expect(good.length).toBeGreaterThan(0);
  });
});
