import { Readable } from 'node:stream';
import type { Locale } from '@lyceum/core/contract';
import { csvLine, db, decodeCursor, encodeCursor } from '@lyceum/core/server';
import { type ImportFormat, type ImportRow, type RowResult, type RuleMessage, ruleSentence } from '../../../contract/index.ts';
import { guarded } from '../../../domain/import/formula-guard.ts';
import { workbookOf } from '../import/workbook.ts';
import { countReport, type ReportRecord, reportRows } from '../records/import-row.ts';
import { batchOf } from './import-batch.ts';

type Query = { cursor?: string | undefined; pageSize: number; result?: RowResult | undefined; warned?: boolean | undefined };

const toRow = (row: ReportRecord): ImportRow => ({
  number: row.number,
  code: row.code,
  stemStart: row.stem_start,
  result: row.result,
  documentId: row.document_id,
  messages: row.messages,
});

/** The report of the last run, row by row. */
export async function report(id: string, { cursor, pageSize, result, warned }: Query) {
  const { run } = await batchOf(id);
  const filter = { batchId: id, run, result, warned };
  const after = cursor === undefined ? 0 : Number(decodeCursor(cursor)[0]) || 0;
  const found = await reportRows(db(), filter, after, pageSize + 1);
  const rows = found.slice(0, pageSize);
  const last = rows.at(-1);
  return {
    rows: rows.map(toRow),
    next: found.length > pageSize && last ? encodeCursor([last.number, last.number]) : null,
    total: cursor === undefined ? await countReport(db(), filter) : null,
  };
}

const REASON: Record<Locale, string> = { en: 'Reason', tr: 'Neden', ar: 'السبب' };

const reasonOf = (messages: readonly RuleMessage[], language: Locale): string =>
  messages
    .filter(({ level }) => level === 'error')
    .map((message) => `${message.field}: ${ruleSentence(message, language)}`)
    .join(' | ');

/** The failed rows as they stood in the file, with the reason behind them. */
async function* failedCells(id: string, language: Locale): AsyncGenerator<string[]> {
  const { run, description } = await batchOf(id);
  const headers = description?.headers ?? [];
  yield [...headers, REASON[language]];
  for (let after = 0; ; ) {
    const rows = await reportRows(db(), { batchId: id, run, result: 'failed' }, after, 500);
    for (const { cells, messages } of rows) yield [...headers.map((_, at) => cells?.[at] ?? ''), reasonOf(messages, language)];
    const last = rows.at(-1);
    if (!last || rows.length < 500) return;
    after = last.number;
  }
}

async function* csvLines(rows: AsyncIterable<string[]>): AsyncGenerator<string> {
  yield '\uFEFF';
  for await (const cells of rows) yield csvLine(cells);
}

/** A file to mend and upload again; no cell of it is computed by a spreadsheet [I3]. */
export async function failedFile(id: string, format: ImportFormat, language: Locale): Promise<{ name: string; body: Readable }> {
  const { file_name: fileName } = await batchOf(id);
  const rows = failedCells(id, language);
  const name = `${fileName.replace(/\.[^.]*$/, '')}-failed.${format}`;
  return { name, body: format === 'csv' ? Readable.from(csvLines(rows)) : await workbookOf(rows, guarded) };
}
