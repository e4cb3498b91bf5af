/** How a cell begins that a spreadsheet would take for a formula, full-width signs and leading space included [I3]. */
const FORMULA = /^[\s\u00a0]*[=+\-@\t\r＝＋－＠]/u;

/** The prefix that our exports put before such cells. */
export const GUARD = "'";

/** A cell that no spreadsheet computes [Q-35, I3]. */
export const guarded = (cell: string): string => (FORMULA.test(cell) ? GUARD + cell : cell);

/** Takes exactly our own prefix away again, so that importing an export changes nothing. */
export const unguarded = (cell: string): string =>
  cell.startsWith(GUARD) && FORMULA.test(cell.slice(1, 1_000)) ? cell.slice(1) : cell;
