import type { FileDescription, MappedRow, Mapping } from '../../contract/index.ts';
import { cleanLine } from '../text/clean.ts';
import { rulesOf } from '../types/registry.ts';
import { prepareRow, type RowContext } from './prepare-row.ts';
import { type RawRow, rowReader } from './row.ts';
import { toQuestion } from './to-question.ts';

const PREVIEW_ROWS = 3;

/** Up to three rows of the sample, with different keys where there are such, in the order of the file. */
function withDifferentKeys(rows: readonly RawRow[], keyOf: (row: RawRow) => string): RawRow[] {
  const firsts = rows.filter((row, at) => rows.findIndex((other) => keyOf(other) === keyOf(row)) === at);
  const chosen = [...firsts, ...rows.filter((row) => !firsts.includes(row))].slice(0, PREVIEW_ROWS);
  return chosen.sort((a, b) => a.number - b.number);
}

/** What the key means under the mapping, shown on three rows. */
export function previewRows(description: FileDescription, mapping: Mapping, facts: RowContext['facts']): MappedRow[] {
  const { headers } = description;
  const keyOf = (row: RawRow) => rowReader(headers, row)(mapping.fields.key);
  const context: RowContext = { headers, mapping, facts, acceptWarnings: true, strictWidth: false, codes: new Map() };
  return withDifferentKeys(description.sample, keyOf).map((row) => {
    const { question } = toQuestion(headers, row, mapping, facts);
    const { messages, stemStart, code } = prepareRow(row, context);
    const correct = new Set(question && 'correct' in question.key ? question.key.correct : []);
    return {
      number: row.number,
      code: code ?? '',
      type: question?.type ?? null,
      stem: stemStart,
      options: (question?.options ?? []).map(({ id, text }) => ({ id, text, isCorrect: correct.has(id) })),
      keyCell: cleanLine(keyOf(row)).slice(0, 200),
      keyMeans: question
        ? rulesOf(question.type).answerText(question.key, { type: question.type, stem: question.stem, options: question.options })
        : '',
      topic: cleanLine(rowReader(headers, row)(mapping.fields.topic)),
      messages,
    };
  });
}
