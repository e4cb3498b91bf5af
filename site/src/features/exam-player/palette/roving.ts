/**
 * The cell that takes focus after a key: the palette is one tab stop with arrows inside.
 * @param columns cells in one row as laid out now
 * @returns an index within the palette, or null where the key means nothing here
 */
export function nextCell(key: string, from: number, total: number, columns: number, rightToLeft: boolean): number | null {
  const step = stepOf(key, columns, rightToLeft);
  if (key === 'Home') return 0;
  if (key === 'End') return total - 1;
  if (step === null) return null;
  const to = from + step;
  return to >= 0 && to < total ? to : from;
}

function stepOf(key: string, columns: number, rightToLeft: boolean): number | null {
  if (key === 'ArrowRight') return rightToLeft ? -1 : 1;
  if (key === 'ArrowLeft') return rightToLeft ? 1 : -1;
  if (key === 'ArrowDown') return columns;
  return key === 'ArrowUp' ? -columns : null;
}

/** Cells in the first row, read off their distance from the top. */
export function columnsOf(tops: readonly number[]): number {
  const first = tops[0];
  const next = tops.findIndex((top) => first !== undefined && top > first + 1);
  return Math.max(1, next === -1 ? tops.length : next);
}
