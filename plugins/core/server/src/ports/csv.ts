/** Signs at which a spreadsheet takes a cell for a formula, full-width forms included [I3]. */
const FORMULA = /^[\s\u00a0]*[=+\-@\t\r＝＋－＠]/u;

/**
 * One cell of an exported CSV: quoted where needed, and with an apostrophe in front where a spreadsheet would run it.
 * Our own import takes exactly that apostrophe off again. Numbers that are numbers stay as they are.
 */
export function csvCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const guarded = FORMULA.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

export const csvLine = (cells: readonly unknown[]): string => `${cells.map(csvCell).join(',')}\r\n`;
