import { Readable } from 'node:stream';
import type { Locale } from '@lyceum/core/contract';
import { csvLine } from '@lyceum/core/server';
import { type Fidelity, fidelityOf, type Loss, type RowFormat, ruleSentence } from '../../../contract/index.ts';
import { guarded } from '../../../domain/import/formula-guard.ts';
import { workbookOf } from '../import/workbook.ts';

/** One question of a loss report. */
export type LossEntry = {
  readonly number: number;
  readonly code: string | null;
  readonly stemStart: string;
  /** What became of it in words of the report, such as `created`. */
  readonly result: string;
  readonly losses: readonly Loss[];
};

const HEADERS: Record<Locale, readonly string[]> = {
  en: ['Number', 'Code', 'Question', 'Result', 'How it came through', 'Field', 'What'],
  tr: ['Numara', 'Kod', 'Soru', 'Sonuç', 'Nasıl geçti', 'Alan', 'Ne'],
  ar: ['الرقم', 'الرمز', 'السؤال', 'النتيجة', 'كيف نُقل', 'الحقل', 'ماذا'],
};
const WORDS: Record<Fidelity, Record<Locale, string>> = {
  kept: { en: 'kept', tr: 'korundu', ar: 'بقي كما هو' },
  approximated: { en: 'approximated', tr: 'yaklaşık', ar: 'قُرّب' },
  leftOut: { en: 'left out', tr: 'dışarıda kaldı', ar: 'تُرك' },
};

/** A line for each loss; a question that lost nothing has one line that says so. */
function linesOf({ number, code, stemStart, result, losses }: LossEntry, language: Locale): string[][] {
  const head = [String(number), code ?? '', stemStart, result];
  if (losses.length === 0) return [[...head, WORDS[fidelityOf(losses)][language], '', '']];
  return losses.map((loss) => [...head, WORDS[loss.level][language], loss.field, ruleSentence(loss, language)]);
}

async function* cells(entries: AsyncIterable<LossEntry>, language: Locale): AsyncGenerator<readonly string[]> {
  yield HEADERS[language];
  for await (const entry of entries) yield* linesOf(entry, language);
}

/** Rows as CSV lines with the mark that spreadsheets know UTF-8 by. */
export async function* csvLines(rows: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  yield '\uFEFF';
  for await (const row of rows) yield csvLine(row);
}

/** Rows as a file; no cell of it is computed by a spreadsheet [I3]. */
export const tableFile = async (rows: AsyncIterable<readonly string[]>, format: RowFormat): Promise<Readable> =>
  format === 'csv' ? Readable.from(csvLines(rows)) : workbookOf(rows, guarded);

/** A loss report as a file: per question what was kept, approximated or left out. */
export const lossFile = (entries: AsyncIterable<LossEntry>, format: RowFormat, language: Locale): Promise<Readable> =>
  tableFile(cells(entries, language), format);
