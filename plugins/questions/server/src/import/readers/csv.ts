import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { isRefusal } from '@lyceum/core/contract';
import { CsvError, parse } from 'csv-parse';
import { type Encoding, IMPORT_HARD_LIMITS, type SourceChoice } from '../../../../contract/index.ts';
import { isBlank, type RawRow } from '../../../../domain/import/row.ts';
import { detectDelimiter } from './delimiter.ts';
import { decoded, detectEncoding, glimpse } from './encoding.ts';
import { counter, overLimit, unreadable } from './limits.ts';
import type { Reader, ReadLimits } from './reader.ts';

const SAMPLE = 64 * 1024;

async function head(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE), 0, SAMPLE, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

const newlines = (text: string): number => text.split('\n').length - 1;
/** csv-parse counts CR and LF inside quotation marks each as a line. */
const signs = (cells: readonly string[]) => {
  const text = cells.filter((cell) => cell.includes('\n') || cell.includes('\r')).join('');
  return text === ''
    ? { counted: 0, twice: 0 }
    : { counted: (text.match(/[\r\n]/g) ?? []).length, twice: (text.match(/\r\n/g) ?? []).length };
};

/** The text with a watch on NUL, which no table holds: it tells of another encoding or of a binary file. */
async function* checkedText(path: string, encoding: Encoding): AsyncGenerator<string> {
  let line = 1;
  for await (const piece of decoded(path, encoding)) {
    const nul = piece.indexOf('\0');
    if (nul >= 0) unreadable('nul', { line: line + newlines(piece.slice(0, nul)) });
    line += newlines(piece);
    yield piece;
  }
}

type Parsed = { info: { lines: number }; record: string[] };

/** What csv-parse found wrong, with the line where it begins: an open quotation mark is only noticed at the end of the file. */
function explain(error: unknown, lastLine: number, twice: number): never {
  if (isRefusal(error)) throw error;
  if (!(error instanceof CsvError)) throw error;
  const line = 'lines' in error && typeof error.lines === 'number' ? error.lines - twice : lastLine + 1;
  if (error.code === 'CSV_MAX_RECORD_SIZE') return overLimit('cellCharacters', IMPORT_HARD_LIMITS.cellCharacters);
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return unreadable('quoteOpen', { line: lastLine + 1 });
  return unreadable('quote', { line });
}

async function* rows(path: string, source: SourceChoice, limits: ReadLimits): AsyncGenerator<RawRow> {
  const count = counter(limits);
  const parser = parse({
    delimiter: source.delimiter ?? ',',
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: IMPORT_HARD_LIMITS.cellCharacters * 4,
  });
  const text = Readable.from(checkedText(path, source.encoding ?? 'utf-8'));
  text.on('error', (error) => parser.destroy(error));
  text.pipe(parser);
  let lastLine = 0;
  let twice = 0;
  try {
    for await (const { info, record } of parser as AsyncIterable<Parsed>) {
      const breaks = signs(record);
      const number = info.lines - twice - breaks.counted;
      twice += breaks.twice;
      lastLine = info.lines - twice;
      if (isBlank(record)) continue;
      count.row(record.length);
      if (record.some((cell) => cell.length > IMPORT_HARD_LIMITS.cellCharacters))
        overLimit('cellCharacters', IMPORT_HARD_LIMITS.cellCharacters);
      yield { number, cells: record };
    }
  } catch (error) {
    explain(error, lastLine, twice);
  } finally {
    text.destroy();
    parser.destroy();
  }
}

/** First bytes of things that are no text: ZIP, old Office files, PDF, images, executables. */
export const BINARY_STARTS = [
  'PK\u0003\u0004',
  'PK\u0005\u0006',
  '\u00d0\u00cf\u0011\u00e0',
  '%PDF',
  '\u0089PNG',
  'GIF8',
  '\u00ff\u00d8\u00ff',
  'RIFF',
  '\u007fELF',
  'MZ\u0090',
  '\u001f\u008b',
];

/** Comma, semicolon or tab separated text. */
export const csvReader = {
  format: 'csv',
  accepts: (bytes, fileName) => {
    const start = bytes.subarray(0, 8).toString('latin1');
    return /\.(csv|tsv|txt)$/i.test(fileName) && !BINARY_STARTS.some((sign) => start.startsWith(sign));
  },
  inspect: async () => undefined,
  async detect(path, choice) {
    const bytes = await head(path);
    const encoding = choice.encoding ?? (await detectEncoding(path, bytes));
    const delimiter = choice.delimiter ?? detectDelimiter(glimpse(bytes, encoding));
    return { source: { encoding, delimiter }, sheets: [] };
  },
  rows,
} as const satisfies Reader;
