import { fold } from './fold.ts';

/** Words of a search that count; what comes behind them is not looked at. */
export const MAX_WORDS = 10;

/** A number with its decimals is one word, as PostgreSQL takes it. */
const WORD = /\p{Nd}+(?:\.\p{Nd}+)+|[\p{L}\p{M}\p{N}]+/gu;

/** Words of a text with their places. A word is folded and is found again by how it begins. */
export const wordsIn = (text: string): { word: string; start: number; end: number }[] =>
  [...text.matchAll(WORD)].map((match) => ({
    word: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));

/** What somebody searched for, as folded beginnings of words. Signs of any query language are no words. */
export const searchWords = (search: string): string[] =>
  [
    ...new Set(
      wordsIn(search.normalize('NFC'))
        .map(({ word }) => word.slice(0, 60))
        .filter((word) => word !== ''),
    ),
  ].slice(0, MAX_WORDS);

/** The words as PostgreSQL's text query: each a beginning, all of them wanted. Null when there are none. */
export const prefixQuery = (search: string): string | null => {
  const words = searchWords(search);
  return words.length === 0 ? null : words.map((word) => `'${word}':*`).join(' & ');
};
