const LETTERS = 'A-Ja-jأابجدهوTFDY';
const PAIR = new RegExp(`(\\d{1,4})\\s{0,2}[-.):=]\\s{0,2}([${LETTERS}])(?![\\p{L}\\p{N}])`, 'gu');
const ONE = new RegExp(`^[${LETTERS}]$`, 'u');
/** Longer lists hold more answers than a text that is pasted has questions. */
const MAX_CHARACTERS = 20_000;

/** Answers by the number of their question, `1-B 2-C`; null for a text that holds anything else. */
export function answerPairs(text: string): Map<number, string> | null {
  if (text.length > MAX_CHARACTERS) return null;
  const pairs = [...text.matchAll(PAIR)].map((pair) => [Number(pair[1]), pair[2] ?? ''] as const);
  return pairs.length >= 2 && text.replace(PAIR, '').replace(/[\s,;.:]/g, '') === '' ? new Map(pairs) : null;
}

export const isAnswerList = (text: string): boolean => answerPairs(text) !== null;

/** A line of a list of answers: only the letter behind its number. */
export const isAnswerLetter = (text: string): boolean => ONE.test(text);
