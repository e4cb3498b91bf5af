import { type LabelLine, labelLine } from './labels.ts';

const DIGITS = '0-9٠-٩۰-۹';
/** `Question 3:`, `Q3.`, `Soru 3)`, `السؤال ٣:`; without a number a colon must follow. */
const WORDED = new RegExp(`^(?:question|q|soru|s|السؤال|سؤال|س)\\s{0,3}([${DIGITS}]{1,4})\\s{0,3}[.):：–-]{0,2}\\s*(.*)$`, 'iu');
const WORDED_BARE = /^(?:question|q|soru|stem|السؤال|سؤال|س)\s{0,3}[:：]\s*(.*)$/iu;
/** `3.`, `3)`, `(3)`, `3-` before a text; `3.5` is a number. */
const NUMBERED = new RegExp(`^\\(?([${DIGITS}]{1,4})(?:[.)]-?|\\s?-)(?![${DIGITS}])\\s*(\\S.*)$`, 'u');
const LETTERS = 'A-Za-zÇĞİÖŞÜçğıöşüأابتثجحخدهوزط';
/** `A)`, `(a)`, `B.`, `ج -`, each with or without a mark before it. */
const OPTION = new RegExp(`^([*✓✔☑+]\\s{0,3})?[([]?([${LETTERS}])(?:[)\\].:：]|\\s{0,2}[-–](?=\\s))\\s*(\\S.*)$`, 'u');
const NAMED_OPTION = /^(?:option|seçenek|şık|الخيار)[ _]?([A-Ja-jأابجدهو])\s*[:：]\s*(\S.*)$/iu;
const BULLET = /^([*•◦▪–-])\s+(\S.*)$/u;
/** Said behind an option: it is right. */
const MARKED = /(?:\*{1,3}|✓|✔|☑|✅|\((?:correct|right|doğru|صحيح|صح|✓)\)|\[(?:x|correct|doğru)\])\s*$/iu;

export type Line =
  | { readonly kind: 'blank' }
  | { readonly kind: 'stem'; readonly number: number | null; readonly text: string }
  | { readonly kind: 'option'; readonly letter: string; readonly text: string; readonly isMarked: boolean }
  | ({ readonly kind: 'label' } & LabelLine)
  | { readonly kind: 'text'; readonly text: string; readonly bullet: string | null };

const asNumber = (digits: string): number =>
  Number([...digits].map((digit) => (digit > '9' ? String((digit.codePointAt(0) ?? 0) & 15) : digit)).join(''));

/** Letters that name the same option. */
export const letterOf = (letter: string): string => letter.replace(/[أإآ]/, 'ا').toLocaleUpperCase('en');

function option(letter: string, text: string, marked: boolean): Line {
  const isMarked = marked || MARKED.test(text);
  return { kind: 'option', letter: letterOf(letter), text: text.replace(MARKED, '').trim(), isMarked };
}

/** What one line of pasted text looks like on its own. Every pattern is bound to the start of the line and linear [I11]. */
export function readLine(raw: string): Line {
  const text = raw.trim();
  if (text === '') return { kind: 'blank' };
  const label = labelLine(text);
  if (label) return { kind: 'label', ...label };
  const worded = WORDED.exec(text);
  if (worded) return { kind: 'stem', number: asNumber(worded[1] ?? ''), text: (worded[2] ?? '').trim() };
  const bare = WORDED_BARE.exec(text);
  if (bare) return { kind: 'stem', number: null, text: (bare[1] ?? '').trim() };
  const named = NAMED_OPTION.exec(text);
  if (named) return option(named[1] ?? '', named[2] ?? '', false);
  const lettered = OPTION.exec(text);
  if (lettered) return option(lettered[2] ?? '', lettered[3] ?? '', lettered[1] !== undefined);
  const numbered = NUMBERED.exec(text);
  if (numbered) return { kind: 'stem', number: asNumber(numbered[1] ?? ''), text: (numbered[2] ?? '').trim() };
  const bullet = BULLET.exec(text);
  return bullet ? { kind: 'text', text: bullet[2] ?? '', bullet: bullet[1] ?? '' } : { kind: 'text', text, bullet: null };
}

/** Options that stand beside each other, `A) red B) blue C) green`, one a line. */
export function brokenUp(line: string): string[] {
  const raw = line.trim();
  if (!/^[*✓✔]?[([]?[Aaأا][).\]]/u.test(raw)) return [raw];
  const first = /[Aaأا]/u.exec(raw)?.[0] ?? 'A';
  const sequence = [...(first === 'a' ? 'bcdefghij' : first === 'A' ? 'BCDEFGHIJ' : 'بجدهوزح')];
  const cuts: number[] = [];
  let from = 2;
  for (const letter of sequence) {
    const at = nextMarker(raw, letter, from);
    if (at < 0) break;
    cuts.push(at);
    from = at + 2;
  }
  return [0, ...cuts].map((at, place) => raw.slice(at, cuts[place] ?? raw.length).trim());
}

/** Where ` B)` begins behind a place. */
function nextMarker(text: string, letter: string, from: number): number {
  for (let at = text.indexOf(letter, from); at >= 0; at = text.indexOf(letter, at + 1)) {
    const before = text[at - 1] ?? '';
    if (!/[).\]]/.test(text[at + 1] ?? '')) continue;
    if (/\s/.test(before)) return at;
    if (/[(*[]/.test(before) && /\s/.test(text[at - 2] ?? '')) return at - 1;
  }
  return -1;
}
