import { createHash } from 'node:crypto';
import type { FieldSource } from '../../contract/index.ts';
import { unguarded } from './formula-guard.ts';

/** One row as a reader gives it. */
export type RawRow = {
  /** Row of the sheet, or line of the file, where it stands. */
  readonly number: number;
  readonly cells: readonly string[];
  /** Errors in cells of a sheet (`#REF!`), by column. */
  readonly cellErrors?: readonly { column: number; value: string }[];
};

/** Cells of a row by the header of their column. */
export type RowReader = (source: FieldSource | undefined) => string;

/** Reads a field's value from a row: a column, the start of one, or a fixed value. Empty when it has no source. */
export function rowReader(headers: readonly string[], row: RawRow): RowReader {
  const cell = (column: string) => unguarded(row.cells[headers.indexOf(column)] ?? '');
  return (source) => {
    if (source === undefined) return '';
    if (source.from === 'fixed') return source.value;
    if (source.from === 'column') return cell(source.column);
    return [...cell(source.column).trim().normalize('NFC')].slice(0, source.length).join('');
  };
}

/** Tells a row of a batch again: the same cells give the same hash, whatever else changed. */
export const rowHash = (cells: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(cells)).digest('base64url').slice(0, 27);

/** True for a row that holds nothing; such rows are not counted. */
export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');
