/** First code points of capital letters, small letters, digits, capital and small Greek in Unicode's mathematical alphabets. */
type Alphabet = {
  readonly upper?: number;
  readonly lower?: number;
  readonly digit?: number;
  readonly greekUpper?: number;
  readonly greekLower?: number;
};

const ALPHABETS: Record<string, Alphabet> = {
  bold: { upper: 0x1d400, lower: 0x1d41a, digit: 0x1d7ce, greekUpper: 0x1d6a8, greekLower: 0x1d6c2 },
  italic: { upper: 0x1d434, lower: 0x1d44e, greekUpper: 0x1d6e2, greekLower: 0x1d6fc },
  'bold-italic': { upper: 0x1d468, lower: 0x1d482, digit: 0x1d7ce, greekUpper: 0x1d71c, greekLower: 0x1d736 },
  script: { upper: 0x1d49c, lower: 0x1d4b6 },
  'bold-script': { upper: 0x1d4d0, lower: 0x1d4ea },
  fraktur: { upper: 0x1d504, lower: 0x1d51e },
  'bold-fraktur': { upper: 0x1d56c, lower: 0x1d586 },
  'double-struck': { upper: 0x1d538, lower: 0x1d552, digit: 0x1d7d8 },
  'sans-serif': { upper: 0x1d5a0, lower: 0x1d5ba, digit: 0x1d7e2 },
  'bold-sans-serif': { upper: 0x1d5d4, lower: 0x1d5ee, digit: 0x1d7ec },
  'sans-serif-italic': { upper: 0x1d608, lower: 0x1d622 },
  'sans-serif-bold-italic': { upper: 0x1d63c, lower: 0x1d656 },
  monospace: { upper: 0x1d670, lower: 0x1d68a, digit: 0x1d7f6 },
};

/** Letters that had a code point before the alphabets were laid out; their places in the rows are empty. */
const EARLIER: Record<string, Record<string, string>> = {
  italic: { h: 'ℎ' },
  script: { B: 'ℬ', E: 'ℰ', F: 'ℱ', H: 'ℋ', I: 'ℐ', L: 'ℒ', M: 'ℳ', R: 'ℛ', e: 'ℯ', g: 'ℊ', o: 'ℴ' },
  fraktur: { C: 'ℭ', H: 'ℌ', I: 'ℑ', R: 'ℜ', Z: 'ℨ' },
  'double-struck': { C: 'ℂ', H: 'ℍ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ' },
};

/** The text in another mathematical alphabet; characters that it does not have stay as they are. */
export function inAlphabet(text: string, variant: string): string {
  const alphabet = ALPHABETS[variant];
  if (alphabet === undefined) return text;
  // Entities such as `&lt;` are not letters of the formula.
  return text.replace(/&[a-z#0-9]+;|./giu, (part) => (part.length > 2 ? part : letter(part, variant, alphabet)));
}

function letter(char: string, variant: string, alphabet: Alphabet): string {
  const earlier = EARLIER[variant]?.[char];
  if (earlier !== undefined) return earlier;
  const rows: [string, string, number | undefined][] = [
    ['A', 'Z', alphabet.upper],
    ['a', 'z', alphabet.lower],
    ['0', '9', alphabet.digit],
    ['Α', 'Ω', alphabet.greekUpper],
    ['α', 'ω', alphabet.greekLower],
  ];
  for (const [first, last, start] of rows) {
    if (char >= first && char <= last && start !== undefined) {
      return String.fromCodePoint(start + (char.codePointAt(0) ?? 0) - (first.codePointAt(0) ?? 0));
    }
  }
  return char;
}
