import { wordsIn } from './words.ts';

/** From a character to before another. */
export type Mark = [start: number, end: number];

/** Where words that begin with one of these stand in a text. */
export const marksIn = (text: string, words: readonly string[]): Mark[] =>
  words.length === 0
    ? []
    : wordsIn(text)
        .filter(({ word }) => words.some((wanted) => word.startsWith(wanted)))
        .map(({ start, end }) => [start, end]);

/** Characters shown in front of the first word that was found. */
const BEFORE = 40;

/**
 * The passage of a text around the first of the words, cut at spaces, with its marks; null when none of them is there.
 * @param length characters at most, without the dots that stand for what was left out
 */
export function passage(text: string, words: readonly string[], length: number): { text: string; marks: Mark[] } | null {
  const first = marksIn(text, words)[0];
  if (!first) return null;
  const wanted = Math.max(0, first[0] - BEFORE);
  const space = wanted === 0 ? -1 : text.indexOf(' ', wanted);
  const start = wanted === 0 ? 0 : space >= 0 && space < first[0] ? space + 1 : first[0];
  const shown = `${start > 0 ? '… ' : ''}${text.slice(start, start + length)}${start + length < text.length ? ' …' : ''}`;
  return { text: shown.toWellFormed(), marks: marksIn(shown, words) };
}
