import { columnsFor, optionColumns } from './header-names.ts';
import { type KeyTally, newTally, tallyKey } from './key-form.ts';

/** How many different starts of a column are remembered; more means it is no grouping. */
const MAX_GROUPS = 2_000;

export type CodeTally = {
  rows: number;
  /** Length of the value without its last digits (`T1A01` → 3) when it is the same in every row. */
  stemLength: number | null;
  groups: Set<string>;
};

/** What is learnt from all rows of a file for the proposal. */
export type ColumnTally = {
  keys: Map<string, KeyTally>;
  code: { column: string; tally: CodeTally } | null;
  options: number[];
  rows: number;
};

/** Columns worth watching, chosen by the headers. */
export function newColumnTally(headers: readonly string[]): ColumnTally {
  const options = optionColumns(headers).map((column) => headers.indexOf(column));
  const keys = new Map(
    columnsFor('key', headers)
      .filter((column) => !options.includes(headers.indexOf(column)))
      .map((column) => [column, newTally()]),
  );
  const [code] = columnsFor('code', headers);
  return {
    keys,
    code: code === undefined ? null : { column: code, tally: { rows: 0, stemLength: -1, groups: new Set() } },
    options,
    rows: 0,
  };
}

function tallyCode(tally: CodeTally, value: string): void {
  tally.rows += 1;
  if (tally.stemLength === null) return;
  let end = value.length;
  while (end > 0 && value[end - 1] !== undefined && /\d/.test(value[end - 1] ?? '')) end -= 1;
  const fits = end > 0 && end < value.length && (tally.stemLength === -1 || tally.stemLength === end);
  tally.stemLength = fits ? end : null;
  if (fits) tally.groups.add(value.slice(0, end));
  if (tally.groups.size > MAX_GROUPS) tally.stemLength = null;
}

/** Adds one row. */
export function tallyRow(tally: ColumnTally, headers: readonly string[], cells: readonly string[]): void {
  tally.rows += 1;
  const options = tally.options.map((at) => cells[at] ?? '');
  for (const [column, key] of tally.keys) tallyKey(key, cells[headers.indexOf(column)] ?? '', options);
  if (tally.code) tallyCode(tally.code.tally, (cells[headers.indexOf(tally.code.column)] ?? '').trim());
}

/** Characters of the code that look like a group: `T1A01` … gives 3. Null when they do not group the rows. */
export function groupLength({ code }: ColumnTally): { column: string; length: number } | null {
  if (!code || code.tally.stemLength === null || code.tally.stemLength < 1) return null;
  const { rows, groups, stemLength } = code.tally;
  return groups.size >= 2 && groups.size <= rows / 2 ? { column: code.column, length: stemLength } : null;
}
