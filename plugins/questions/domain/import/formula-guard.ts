/** Signs with which a spreadsheet would take a cell for a formula, full-width forms included [I3]. */
const SIGNS = new Set(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);

/** The prefix that our exports put before such cells. */
export const GUARD = "'";

/** A cell that no spreadsheet computes [Q-35, I3]. */
export const guarded = (cell: string): string => (SIGNS.has(cell.charAt(0)) ? GUARD + cell : cell);

/** Takes exactly our own prefix away again, so that importing an export changes nothing. */
export const unguarded = (cell: string): string => (cell.startsWith(GUARD) && SIGNS.has(cell.charAt(1)) ? cell.slice(1) : cell);
