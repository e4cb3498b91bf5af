import { KEY_FORMS, type KeyForm, OPTION_IDS } from '../../contract/index.ts';
import { optionIdentity } from '../text/clean.ts';

const ARABIC_LETTERS = ['أ', 'ب', 'ج', 'د', 'ه', 'و', 'ز', 'ح', 'ط', 'ي'];
const ARABIC_VARIANTS: Record<string, string> = { ا: 'أ', إ: 'أ', هـ: 'ه' };

/** `A, C` → ['A', 'C']; brackets and full stops after letters (`(C)`, `c.`) do not count. */
function parts(cell: string): string[] {
  return cell
    .replace(/[().[\]]/g, ' ')
    .split(/[\s,;|/&+]+/u)
    .filter((part) => part !== '');
}

function letterPlace(part: string): number {
  const latin = part.length === 1 ? part.toLowerCase().charCodeAt(0) - 97 : -1;
  if (latin >= 0 && latin < OPTION_IDS.length) return latin;
  return ARABIC_LETTERS.indexOf(ARABIC_VARIANTS[part] ?? part);
}

const digits = (part: string): number | null => (/^\d{1,3}$/.test(part) ? Number(part) : null);

/**
 * The options a key cell names, as places from 0. Null when the cell cannot be read in this form;
 * a place may lie beyond the last option: that is for the caller to refuse.
 */
export function keyPlaces(cell: string, form: KeyForm, options: readonly string[]): number[] | null {
  if (form === 'text') {
    const whole = placeOfText(cell, options);
    if (whole >= 0) return [whole];
    const several = cell.split('|').map((text) => placeOfText(text, options));
    return several.includes(-1) ? null : several;
  }
  const pieces = parts(cell);
  if (pieces.length === 0) return null;
  const places = pieces.flatMap((part): (number | null)[] => {
    if (form === 'letter') {
      const place = letterPlace(part);
      if (place >= 0) return [place];
      // `AC` names two options.
      const each = [...part].map(letterPlace);
      return part.length <= OPTION_IDS.length && !each.includes(-1) ? each : [null];
    }
    const number = digits(part);
    return [number === null ? null : form === 'fromZero' ? number : number - 1];
  });
  return places.some((place) => place === null || place < 0) ? null : places.filter((place) => place !== null);
}

const placeOfText = (text: string, options: readonly string[]): number => {
  const identity = optionIdentity(text);
  return identity === '' ? -1 : options.findIndex((option) => optionIdentity(option) === identity);
};

/** What was seen of one column over all rows; grows row by row, so a large file need not be held. */
export type KeyTally = { cells: number; fits: Record<KeyForm, number>; sawZero: boolean; sawLast: boolean };

export const newTally = (): KeyTally => ({
  cells: 0,
  fits: { letter: 0, fromZero: 0, fromOne: 0, text: 0 },
  sawZero: false,
  sawLast: false,
});

/** Adds one row to a column's tally. Rows without options say nothing about the form. */
export function tallyKey(tally: KeyTally, cell: string, options: readonly string[]): void {
  const filled = options.filter((option) => option.trim() !== '');
  if (cell.trim() === '' || filled.length < 2) return;
  tally.cells += 1;
  for (const form of KEY_FORMS) {
    const places = keyPlaces(cell, form, filled);
    if (places?.every((place) => place < filled.length)) tally.fits[form] += 1;
  }
  const numbers = parts(cell).map(digits);
  if (numbers.includes(0)) tally.sawZero = true;
  if (numbers.includes(filled.length)) tally.sawLast = true;
}

export type FormGuess = { form: KeyForm; fit: number; certain: boolean };

/**
 * The form a column is most likely in. Numbers are from 0 when a 0 was seen, from 1 when the number of options was seen;
 * with neither (1 … 3 of 4) both fit and the guess "from 1" is uncertain. Null when no form fits half of the cells.
 */
export function guessForm(tally: KeyTally): FormGuess | null {
  if (tally.cells === 0) return null;
  const fit = (form: KeyForm) => tally.fits[form] / tally.cells;
  const numeric: KeyForm =
    tally.sawZero && !tally.sawLast ? 'fromZero' : fit('fromZero') > fit('fromOne') ? 'fromZero' : 'fromOne';
  const ranked = (['text', 'letter', numeric] as const).map((form) => ({ form, fit: fit(form) })).sort((a, b) => b.fit - a.fit);
  const best = ranked[0];
  if (!best || best.fit < 0.5) return null;
  const isNumeric = best.form === 'fromZero' || best.form === 'fromOne';
  const certain =
    best.fit === 1 && (isNumeric ? tally.sawZero !== tally.sawLast : ranked.filter((other) => other.fit === 1).length === 1);
  return { ...best, certain };
}
