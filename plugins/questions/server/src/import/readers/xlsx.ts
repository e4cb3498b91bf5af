import { refuse } from '@lyceum/core/contract';
import { IMPORT_HARD_LIMITS, questionsProblems, type SourceChoice } from '../../../../contract/index.ts';
import { isBlank, type RawRow } from '../../../../domain/import/row.ts';
import { counter, overLimit, unreadable } from './limits.ts';
import type { Reader, ReadLimits } from './reader.ts';
import { readSharedStrings, stringCollector, unescaped } from './xlsx-strings.ts';
import { columnOf, dateText, numberText, readDateStyles } from './xlsx-values.ts';
import { entryOf, openWorkbook, type Sheet, type Workbook } from './xlsx-workbook.ts';
import { xmlPieces } from './xml.ts';

type Tables = { readonly strings: readonly string[]; readonly dates: readonly boolean[]; readonly from1904: boolean };
type OpenCell = { column: number; type: string; style: number; value: string };
type OpenRow = { number: number; cells: string[]; cellErrors: { column: number; value: string }[] };

async function readTables({ zip, from1904 }: Workbook): Promise<Tables> {
  const strings = entryOf(zip, 'xl/sharedStrings.xml');
  const styles = entryOf(zip, 'xl/styles.xml');
  return {
    from1904,
    dates: styles ? await readDateStyles(zip.bytes(styles)) : [],
    strings: strings ? await readSharedStrings(zip.bytes(strings)) : [],
  };
}

/** What a cell shows, as text: a formula by its last result, a date as a date, a number in 15 digits. */
function cellText({ type, style, value }: OpenCell, inline: string, { strings, dates, from1904 }: Tables): string {
  switch (type) {
    case 's':
      return strings[Number(value)] ?? '';
    case 'inlineStr':
      return inline;
    case 'str':
      return unescaped(value);
    case 'b':
      return value.trim() === '1' ? 'TRUE' : 'FALSE';
    case 'd':
      return value;
    case 'e':
      return '';
    default:
      return dates[style] && value.trim() !== '' ? dateText(Number(value), from1904) : numberText(value);
  }
}

/** Handlers that turn the events of a sheet into rows; finished ones are pushed to `done`. */
function sheetHandlers(tables: Tables, done: OpenRow[]) {
  const inline = stringCollector();
  let row: OpenRow | null = null;
  let cell: OpenCell | null = null;
  let inValue = false;
  let lastNumber = 0;
  let nextColumn = 0;
  return {
    open(name: string, attributes: Readonly<Record<string, string>>): void {
      if (name === 'row') {
        lastNumber = Number(attributes['r']) || lastNumber + 1;
        nextColumn = 0;
        row = { number: lastNumber, cells: [], cellErrors: [] };
      } else if (name === 'c' && row) {
        const column = columnOf(attributes['r']);
        cell = {
          column: column >= 0 ? column : nextColumn,
          type: attributes['t'] ?? 'n',
          style: Number(attributes['s'] ?? 0),
          value: '',
        };
        nextColumn = cell.column + 1;
      } else if (name === 'v') inValue = cell !== null;
      else inline.open(name);
    },
    text(text: string): void {
      if (inValue && cell) cell.value += text;
      else inline.add(text);
    },
    close(name: string): void {
      if (name === 'v') inValue = false;
      else if (name === 'c' && row && cell) {
        const text = cellText(cell, inline.take(), tables);
        if (text.length > IMPORT_HARD_LIMITS.cellCharacters) overLimit('cellCharacters', IMPORT_HARD_LIMITS.cellCharacters);
        if (cell.type === 'e') row.cellErrors.push({ column: cell.column, value: cell.value.slice(0, 40) });
        if (text !== '' || cell.type === 'e') {
          if (cell.column >= IMPORT_HARD_LIMITS.columns) overLimit('columns', IMPORT_HARD_LIMITS.columns);
          while (row.cells.length < cell.column) row.cells.push('');
          row.cells[cell.column] = text;
        }
        cell = null;
      } else if (name === 'row' && row) {
        done.push(row);
        row = null;
      } else inline.close(name);
    },
  };
}

const chosen = (sheets: readonly Sheet[], name: string | undefined): Sheet | undefined =>
  name === undefined ? (sheets.find(({ hidden }) => !hidden) ?? sheets[0]) : sheets.find((sheet) => sheet.name === name);

async function* rows(path: string, source: SourceChoice, limits: ReadLimits): AsyncGenerator<RawRow> {
  const book = await openWorkbook(path);
  try {
    const sheet = chosen(book.sheets, source.sheet) ?? unreadable('sheet', { sheet: source.sheet ?? '' });
    const entry = entryOf(book.zip, sheet.part) ?? unreadable('sheet', { sheet: sheet.name });
    const count = counter(limits);
    const done: OpenRow[] = [];
    let last = 0;
    for await (const _ of xmlPieces('sheet', book.zip.bytes(entry), sheetHandlers(await readTables(book), done))) {
      for (const row of done.splice(0)) {
        if (row.number <= last) unreadable('rowOrder', { row: row.number });
        last = row.number;
        if (isBlank(row.cells) && row.cellErrors.length === 0) continue;
        count.row(row.cells.length);
        yield row;
      }
    }
  } finally {
    book.zip.close();
  }
}

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/**
 * Excel workbooks. Read with a SAX parser of our own over counted bytes, because exceljs' streaming reader loses
 * formatted inline text and text with reading aids, and cannot be stopped at a limit [I4, I5].
 */
export const xlsxReader = {
  format: 'xlsx',
  accepts: (head, fileName) => {
    if (head.subarray(0, 8).equals(OLE))
      refuse(questionsProblems.importFormat, { params: { reason: /\.xlsx$/i.test(fileName) ? 'encryptedOrOld' : 'oldExcel' } });
    if (/\.(xlsm|xltm|xlam|xlsb)$/i.test(fileName)) refuse(questionsProblems.importFormat, { params: { reason: 'macros' } });
    return head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1')) && /\.xlsx$/i.test(fileName);
  },
  async inspect(path) {
    (await openWorkbook(path)).zip.close();
  },
  async detect(path, choice) {
    const { zip, sheets } = await openWorkbook(path);
    zip.close();
    const sheet = chosen(sheets, choice.sheet) ?? unreadable('sheet', { sheet: choice.sheet ?? '' });
    return { source: { sheet: sheet.name }, sheets: sheets.map(({ name, hidden }) => ({ name, hidden })) };
  },
  rows,
} as const satisfies Reader;
