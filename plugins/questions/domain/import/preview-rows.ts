import type { FileDescription, MappedRow, Mapping, QuestionInput } from '../../contract/index.ts';
import type { ExchangeItem } from '../exchange/item.ts';
import { cleanLine } from '../text/clean.ts';
import { rulesOf } from '../types/registry.ts';
import { type ItemContext, prepareItem } from './prepare-item.ts';
import { prepareRow, type RowContext } from './prepare-row.ts';
import { newSeen, type PreparedRow } from './prepared.ts';
import { type RawRow, rowReader } from './row.ts';
import { toQuestion } from './to-question.ts';

const PREVIEW_ROWS = 3;

/** Up to three rows of the sample, with different keys where there are such, in the order of the file. */
function withDifferentKeys(rows: readonly RawRow[], keyOf: (row: RawRow) => string): RawRow[] {
  const firsts = rows.filter((row, at) => rows.findIndex((other) => keyOf(other) === keyOf(row)) === at);
  const chosen = [...firsts, ...rows.filter((row) => !firsts.includes(row))].slice(0, PREVIEW_ROWS);
  return chosen.sort((a, b) => a.number - b.number);
}

const contentOf = ({ type, stem, options, details }: QuestionInput) => ({ type, stem, options, details });

/** A prepared question as people read it, with what its key means in words. */
function shown(
  { number, stemStart, messages, losses }: PreparedRow,
  question: QuestionInput | null,
  cells: Pick<MappedRow, 'code' | 'keyCell' | 'topic'>,
): MappedRow {
  const correct = new Set(question && 'correct' in question.key ? question.key.correct : []);
  return {
    ...cells,
    number,
    type: question?.type ?? null,
    stem: stemStart,
    options: (question?.options ?? []).map(({ id, text }) => ({ id, text, isCorrect: correct.has(id) })),
    keyMeans: question ? rulesOf(question.type).answerText(question.key, contentOf(question)) : '',
    messages,
    losses: [...losses],
  };
}

/** What the key means under the mapping, shown on three rows. */
export function previewRows(description: FileDescription, mapping: Mapping, facts: RowContext['facts']): MappedRow[] {
  const { headers } = description;
  const keyOf = (row: RawRow) => rowReader(headers, row)(mapping.fields.key);
  const context: RowContext = { headers, mapping, facts, acceptWarnings: true, strictWidth: false, seen: newSeen() };
  return withDifferentKeys(description.sample, keyOf).map((row) => {
    const { question } = toQuestion(headers, row, mapping, facts);
    const prepared = prepareRow(row, context);
    return shown(prepared, question, {
      code: prepared.code ?? '',
      keyCell: cleanLine(keyOf(row)).slice(0, 200),
      topic: cleanLine(rowReader(headers, row)(mapping.fields.topic)),
    });
  });
}

/** The first questions of a file of whole questions, with the values chosen for what it does not say. */
export function previewItems(items: readonly ExchangeItem[], context: Omit<ItemContext, 'seen' | 'acceptWarnings'>): MappedRow[] {
  const seen = newSeen();
  return items.map((item) => {
    const row = prepareItem(item, { ...context, acceptWarnings: true, seen });
    return shown(row, row.question, { code: row.code ?? '', keyCell: '', topic: item.question?.topic ?? '' });
  });
}
