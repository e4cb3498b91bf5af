/** Letters that stand for one another in a search: the dotless i, forms of alef, yeh and teh marbuta. */
const SAME: Readonly<Record<string, string>> = { ı: 'i', أ: 'ا', إ: 'ا', آ: 'ا', ى: 'ي', ة: 'ه' };
/** Marks that do not count: the dot above that JavaScript leaves of a lower-cased İ, tatweel, Arabic vowel marks. */
const DROPPED = '\u0307\u0640\u064B\u064C\u064D\u064E\u064F\u0650\u0651\u0652\u0670';

/**
 * How a text in lower case is brought into the form in which words are compared, as arguments of PostgreSQL's `translate`:
 * the letters of `from` become those at the same place of `to`; what has no place there goes.
 */
export const TRANSLATION = {
  from: `${Object.keys(SAME).join('')}${DROPPED}`,
  to: Object.values(SAME).join(''),
} as const;

const letters = [...TRANSLATION.to];
const TABLE = new Map([...TRANSLATION.from].map((sign, at) => [sign, letters[at] ?? '']));

/** The same as the function `activity.questions_fold` of the database. */
export const fold = (text: string): string => [...text.toLowerCase()].map((sign) => TABLE.get(sign) ?? sign).join('');
