import { readXml } from './xml.ts';

/** Built-in number formats that are dates or times (ECMA-376 part 1, 18.8.30). */
const DATE_FORMATS = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);

/** True for a format of its own that shows a date: letters of dates outside quotes, brackets and escapes. */
export function isDateFormat(code: string): boolean {
  const plain = code
    .slice(0, 300)
    .replace(/"[^"]*"/g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/[\\_*]./g, '');
  return /[ymdhs]/i.test(plain) && !/general/i.test(plain);
}

/** For each cell style, whether it shows a date. */
export async function readDateStyles(bytes: AsyncIterable<Buffer>): Promise<boolean[]> {
  const own = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCellStyles = false;
  await readXml('styles', bytes, {
    open(name, attributes) {
      if (name === 'numFmt') own.set(Number(attributes['numFmtId']), isDateFormat(attributes['formatCode'] ?? ''));
      else if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'xf' && inCellStyles) {
        const format = Number(attributes['numFmtId'] ?? 0);
        styles.push(own.get(format) ?? DATE_FORMATS.has(format));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return styles;
}

const DAY_MS = 86_400_000;

/**
 * A sheet's day number as text: `2026-03-01`, `2026-03-01 14:30` or `14:30`. Counted from 1900 with the day
 * 29 February 1900 that never was, or from 1904, as the workbook says.
 */
export function dateText(serial: number, from1904: boolean): string {
  const whole = Math.floor(serial);
  const seconds = Math.round((serial - whole) * 86_400);
  const time = new Date(seconds * 1_000).toISOString().slice(11, seconds % 60 === 0 ? 16 : 19);
  if (whole === 0 && seconds > 0) return time;
  const days = from1904 ? whole : whole - (whole > 60 ? 1 : 0);
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 31);
  const day = new Date(start + days * DAY_MS);
  if (Number.isNaN(day.getTime())) return String(serial);
  return day.toISOString().slice(0, 10) + (seconds === 0 ? '' : ` ${time}`);
}

/** A stored number as a person would type it: 15 digits as Excel shows them, so 0.1 + 0.2 reads `0.3`. */
export function numberText(stored: string): string {
  const value = Number(stored);
  if (stored.trim() === '' || !Number.isFinite(value)) return stored;
  return String(Number(value.toPrecision(15)));
}

/** `BC12` → 54: the column of a cell's address, from 0; -1 when it has none. */
export function columnOf(address: string | undefined): number {
  let column = 0;
  let at = 0;
  for (const char of address ?? '') {
    const letter = char.charCodeAt(0) - 64;
    if (letter < 1 || letter > 26 || at > 3) break;
    column = column * 26 + letter;
    at += 1;
  }
  return column - 1;
}
