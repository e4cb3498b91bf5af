/** Kinds of sub-questions by every name that Moodle knows. */
const KINDS: Readonly<Record<string, ClozeGap['kind']>> = Object.fromEntries(
  (
    [
      ['text', ['SHORTANSWER', 'SA', 'MW']],
      ['cased-text', ['SHORTANSWER_C', 'SAC', 'MWC']],
      ['number', ['NUMERICAL', 'NM']],
      ['choice', ['MULTICHOICE', 'MC', 'MULTICHOICE_V', 'MCV', 'MULTICHOICE_H', 'MCH']],
      ['choice', ['MULTICHOICE_S', 'MCS', 'MULTICHOICE_VS', 'MCVS', 'MULTICHOICE_HS', 'MCHS']],
      ['choices', ['MULTIRESPONSE', 'MR', 'MULTIRESPONSE_H', 'MRH', 'MULTIRESPONSE_S', 'MRS', 'MULTIRESPONSE_HS', 'MRHS']],
    ] as const
  ).flatMap(([kind, names]) => names.map((name) => [name, kind])),
);

/** One alternative as written: its share, its text and its feedback, escapes resolved. */
export type ClozeAnswer = { readonly share: number; readonly text: string; readonly feedback: string };
export type ClozeGap = {
  readonly kind: 'text' | 'cased-text' | 'number' | 'choice' | 'choices';
  readonly weight: number;
  readonly answers: readonly ClozeAnswer[];
};
/** The text between and around gaps, and the gaps: one text more than gaps. */
export type Cloze = { readonly texts: readonly string[]; readonly gaps: readonly ClozeGap[] };

const START = /\{(\d{0,3}):([A-Z_]{2,20}):/g;
const WEIGHT = /^%(-?\d{1,3}(?:[.,]\d{0,10})?)%/;

/** The first of the signs at or after a place that no backslash takes the meaning of; −1 when none comes. */
function findSign(text: string, signs: string, from: number, to = text.length): number {
  for (let at = from; at < to; at += 1) {
    const char = text[at] ?? '';
    if (char === '\\') at += 1;
    else if (signs.includes(char) && !(char === '#' && isEntity(text, at))) return at;
  }
  return -1;
}

/** `&#160;` holds no feedback. */
const isEntity = (text: string, at: number): boolean => text[at - 1] === '&' || text.slice(Math.max(0, at - 5), at) === '&amp;';

export const clozeUnescaped = (text: string): string => text.replace(/\\([}~#/"\\])/g, '$1');
export const clozeEscaped = (text: string): string => text.replace(/[}~#/"\\]/g, '\\$&');

function answer(text: string): ClozeAnswer {
  const weight = WEIGHT.exec(text);
  const isRight = text.startsWith('=');
  const rest = text.slice(weight ? weight[0].length : isRight ? 1 : 0);
  const hash = findSign(rest, '#', 0);
  return {
    share: weight ? Number((weight[1] ?? '0').replace(',', '.')) / 100 : isRight ? 1 : 0,
    text: clozeUnescaped(hash < 0 ? rest : rest.slice(0, hash)).trim(),
    feedback: hash < 0 ? '' : clozeUnescaped(rest.slice(hash + 1)).trim(),
  };
}

function answers(text: string): ClozeAnswer[] {
  const found: ClozeAnswer[] = [];
  for (let from = 0; from <= text.length; ) {
    const end = findSign(text, '~', from);
    const part = end < 0 ? text.slice(from) : text.slice(from, end);
    if (part.trim() !== '') found.push(answer(part.trim()));
    if (end < 0) break;
    from = end + 1;
  }
  return found;
}

/** A text with embedded answers, `{1:MULTICHOICE:=a~b}`. What is no gap stays text. Linear: a gap that never closes ends the search. */
export function parseCloze(text: string): Cloze {
  const texts: string[] = [];
  const gaps: ClozeGap[] = [];
  let from = 0;
  START.lastIndex = 0;
  for (let start = START.exec(text); start; start = START.exec(text)) {
    const kind = KINDS[start[2] ?? ''];
    if (kind === undefined) continue;
    const body = start.index + start[0].length;
    const end = findSign(text, '}', body);
    if (end < 0) break;
    texts.push(text.slice(from, start.index));
    gaps.push({ kind, weight: Number(start[1] || '1'), answers: answers(text.slice(body, end)) });
    from = end + 1;
    START.lastIndex = from;
  }
  return { texts: [...texts, text.slice(from)], gaps };
}
