import { OPTION_COUNT, OPTION_IDS, type Option } from '../../../../../contract/index.ts';

/** So many empty options stand in a new form. */
const AT_FIRST = 4;

export const emptyOptions = (count = AT_FIRST): Option[] => OPTION_IDS.slice(0, count).map((id) => ({ id, text: '' }));

/** One option more, under the first id that is free: ids stay with their texts, because papers refer to them. */
export function withOption(options: readonly Option[]): Option[] {
  const id = OPTION_IDS.find((free) => !options.some((option) => option.id === free));
  return id === undefined || options.length >= OPTION_COUNT.max ? [...options] : [...options, { id, text: '' }];
}

export const withoutOption = (options: readonly Option[], id: string): Option[] => options.filter((option) => option.id !== id);

export const changedOption = (options: readonly Option[], id: string, part: Partial<Option>): Option[] =>
  options.map((option) => (option.id === id ? { ...option, ...part } : option));

/** A row that has no id of its own in the bank: it keeps this one while it is moved, so that the focus stays in it. */
export type Kept = { readonly row: number };

/** An id no row has yet. */
export const freeRow = (rows: readonly Kept[]): number => rows.reduce((most, { row }) => Math.max(most, row), 0) + 1;

/** One place up (−1) or down (1); at the end of the list nothing happens. */
export function moved<Row>(rows: readonly Row[], from: number, by: -1 | 1): Row[] {
  const row = rows[from];
  const to = from + by;
  if (row === undefined || to < 0 || to >= rows.length) return [...rows];
  return rows.toSpliced(from, 1).toSpliced(to, 0, row);
}
