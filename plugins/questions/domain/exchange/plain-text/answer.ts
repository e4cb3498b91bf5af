import { parseNumber } from '../../text/numbers.ts';
import type { PlainOption } from './blocks.ts';
import { letterOf } from './lines.ts';

const TRUE = new Set(['true', 't', 'doğru', 'dogru', 'd', 'صح', 'صحيح', 'صواب', 'صحيحة']);
const FALSE = new Set(['false', 'f', 'yanlış', 'yanlis', 'y', 'خطأ', 'خاطئ', 'غلط', 'خاطئة']);

/** True or false as a word or letter; null for anything else. */
export function truthOf(text: string): boolean | null {
  const word = text
    .trim()
    .replace(/[.!*]+$/, '')
    .toLocaleLowerCase('tr');
  const plain = text
    .trim()
    .replace(/[.!*]+$/, '')
    .toLowerCase();
  if (TRUE.has(word) || TRUE.has(plain)) return true;
  return FALSE.has(word) || FALSE.has(plain) ? false : null;
}

const same = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
const AND = /\s*(?:[,;،؛/&+]|\b(?:and|ve)\b|\sو\s)\s*/u;

/** The options an answer line names: by letters, by number, by a letter with its text, or by the text. Empty when it names none. */
export function namedOptions(answer: string, options: readonly PlainOption[]): number[] {
  if (answer.length > 1_000) return [];
  const whole = options.findIndex(({ text }) => same(text) === same(answer));
  if (whole >= 0) return [whole];
  const byLetter = (letter: string) => options.findIndex((option) => option.letter === letterOf(letter));
  const lettered = /^[([]?(\p{L})[)\].:]\s*\S/u.exec(answer);
  if (lettered) {
    const at = byLetter(lettered[1] ?? '');
    if (at >= 0) return [at];
  }
  const parts = answer
    .replace(/[()[\].]/g, ' ')
    .trim()
    .split(AND)
    .flatMap((part) => (/^[A-Ja-j](?:\s+[A-Ja-j])+$/.test(part.trim()) ? part.trim().split(/\s+/) : [part.trim()]))
    .filter((part) => part !== '');
  const places = parts.map((part) => {
    if (/^\p{L}$/u.test(part)) return byLetter(part);
    const text = options.findIndex((option) => same(option.text) === same(part));
    return text;
  });
  return places.length > 0 && places.every((at) => at >= 0) ? [...new Set(places)] : [];
}

const NUMBER_WITH =
  /^([+-−]?[\d.,٠-٩٫٬ ]{1,40}(?:[eE][+-]?\d{1,3})?)\s*(?:(?:±|\+\/-|\+-)\s*([\d.,٠-٩٫]{1,30}))?\s*([^\d\s].{0,38})?$/u;

/** A number with tolerance and unit, `3.14 ± 0.01 m`; null for anything else. */
export function numberOf(text: string): { value: number; tolerance: number; unit: string | null } | null {
  const found = NUMBER_WITH.exec(text.trim());
  const value = found ? parseNumber((found[1] ?? '').trim()) : null;
  const tolerance = found?.[2] === undefined ? 0 : parseNumber(found[2]);
  const unit = found?.[3]?.trim() ?? null;
  if (value === null || tolerance === null || (unit !== null && unit.split(/\s+/).length > 2)) return null;
  return { value, tolerance, unit };
}

/** Accepted texts: divided by `/`, `|`, `;`, “or”. */
export const acceptedTexts = (text: string): string[] =>
  [
    ...new Set(text.split(/\s*(?:\||;|؛|\s\/\s|\s(?:or|veya|ya da|أو)\s)\s*/u).map((part) => part.replace(/\s+/g, ' ').trim())),
  ].filter((part) => part !== '');
