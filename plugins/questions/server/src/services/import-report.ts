import { Readable } from 'node:stream';
import type { Locale } from '@lyceum/core/contract';
import { db, decodeCursor, encodeCursor } from '@lyceum/core/server';
import {
  type Fidelity,
  type ImportRow,
  isItemFormat,
  type RowFormat,
  type RowResult,
  type RuleMessage,
  ruleSentence,
  type UndoResult,
} from '../../../contract/index.ts';
import { JSON_FRAME } from '../../../domain/exchange/json/write.ts';
import { countReport, type ReportFilter, type ReportRecord, reportRows } from '../records/import-row.ts';
import { batchOf } from './import-batch.ts';
import { type LossEntry, lossFile, tableFile } from './loss-file.ts';

type Query = {
  cursor?: string | undefined;
  pageSize: number;
  result?: RowResult | undefined;
  warned?: boolean | undefined;
  fidelity?: Fidelity | undefined;
  undo?: UndoResult | undefined;
};

const toRow = (row: ReportRecord): ImportRow => ({
  number: row.number,
  code: row.code,
  stemStart: row.stem_start,
  result: row.result,
  documentId: row.document_id,
  messages: row.messages,
  losses: row.losses,
  undo: row.undo,
});

/** The report of the last run, row by row. */
export async function report(id: string, { cursor, pageSize, ...wanted }: Query) {
  const { run } = await batchOf(id);
  const filter: ReportFilter = { ...wanted, batchId: id, run };
  const after = cursor === undefined ? -1 : Number(decodeCursor(cursor)[0]) || 0;
  const found = await reportRows(db(), filter, after, pageSize + 1);
  const rows = found.slice(0, pageSize);
  const last = rows.at(-1);
  return {
    rows: rows.map(toRow),
    next: found.length > pageSize && last ? encodeCursor([last.number, last.number]) : null,
    total: cursor === undefined ? await countReport(db(), filter) : null,
  };
}

const PAGE = 500;

/** All rows of a report, page by page. */
async function* allRows(filter: ReportFilter): AsyncGenerator<ReportRecord> {
  for (let after = -1; ; ) {
    const rows = await reportRows(db(), filter, after, PAGE);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.number;
  }
}

const REASON: Record<Locale, string> = { en: 'Reason', tr: 'Neden', ar: 'السبب' };

const reasonOf = (messages: readonly RuleMessage[], language: Locale): string =>
  messages
    .filter(({ level }) => level === 'error')
    .map((message) => `${message.field}: ${ruleSentence(message, language)}`)
    .join(' | ');

/** The failed rows as they stood in the file, with the reason behind them. */
async function* failedCells(filter: ReportFilter, headers: readonly string[], language: Locale): AsyncGenerator<string[]> {
  yield [...headers, REASON[language]];
  for await (const { cells, messages } of allRows(filter))
    yield [...headers.map((_, at) => cells?.[at] ?? ''), reasonOf(messages, language)];
}

/** Failed items as our JSON: the question where it could be read, else the entry as it stood in its file. */
async function* failedJson(filter: ReportFilter, language: Locale): AsyncGenerator<string> {
  let isFirst = true;
  yield JSON_FRAME.head;
  for await (const { cells, messages } of allRows(filter)) {
    const [source = '', question = ''] = cells ?? [];
    const known = question === '' ? { source } : (JSON.parse(question) as Record<string, unknown>);
    yield `${isFirst ? '' : JSON_FRAME.between}${JSON.stringify({ ...known, reason: reasonOf(messages, language) })}`;
    isFirst = false;
  }
  yield JSON_FRAME.tail;
}

export type ReportFile = { readonly name: string; readonly format: RowFormat | 'json'; readonly body: Readable };

const baseOf = (fileName: string): string => fileName.replace(/\.[^.]*$/, '');

/** A file to mend and upload again. */
export async function failedFile(id: string, format: RowFormat, language: Locale): Promise<ReportFile> {
  const batch = await batchOf(id);
  const filter: ReportFilter = { batchId: id, run: batch.run, result: 'failed' };
  const name = `${baseOf(batch.file_name)}-failed`;
  if (isItemFormat(batch.format))
    return { name: `${name}.json`, format: 'json', body: Readable.from(failedJson(filter, language)) };
  const cells = failedCells(filter, batch.description?.headers ?? [], language);
  return { name: `${name}.${format}`, format, body: await tableFile(cells, format) };
}

async function* lossEntries(filter: ReportFilter): AsyncGenerator<LossEntry> {
  for await (const row of allRows(filter))
    yield { number: row.number, code: row.code, stemStart: row.stem_start, result: row.result, losses: row.losses };
}

/** The loss report of the last run as a file. */
export async function importLossFile(id: string, format: RowFormat, language: Locale): Promise<ReportFile> {
  const { file_name: fileName, run } = await batchOf(id);
  const body = await lossFile(lossEntries({ batchId: id, run }), format, language);
  return { name: `${baseOf(fileName)}-losses.${format}`, format, body };
}
