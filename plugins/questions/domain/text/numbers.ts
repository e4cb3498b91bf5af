const DIGIT_ZEROS = ['٠', '۰', '०', '０'].map((zero) => zero.codePointAt(0) ?? 0);

/** Digits of other scripts and the signs that look like ours, as ASCII. */
function toAscii(text: string): string {
  let out = '';
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    const zero = DIGIT_ZEROS.find((start) => code >= start && code <= start + 9);
    if (zero !== undefined) out += String(code - zero);
    else if (char === '٫' || char === '．') out += '.';
    else if (char === '٬' || char === '’' || char === "'") out += ' ';
    else if (char === '−' || char === '–' || char === '－') out += '-';
    else if (char === '＋') out += '+';
    else if (char === '，') out += ',';
    else if (/\s/u.test(char)) out += ' ';
    else out += char;
  }
  return out.trim();
}

const isGroup = (part: string) => part.length === 3 && isDigits(part);
const isDigits = (part: string) => part.length > 0 && [...part].every((char) => char >= '0' && char <= '9');

/** `1 000` or `1,000,000` as `1000`, `1000000`; null when the groups are not of three. */
function withoutGroups(text: string, separator: string): string | null {
  const [first = '', ...rest] = text.split(separator);
  if (rest.length === 0) return text;
  return first.length >= 1 && first.length <= 3 && isDigits(first) && rest.every(isGroup) ? first + rest.join('') : null;
}

/** The whole part and the decimals in ASCII with a point; null when the text is no number. */
function unsigned(text: string): string | null {
  const spaced = text.includes(' ') ? splitSpaced(text) : text;
  if (spaced === null) return null;
  const lastComma = spaced.lastIndexOf(',');
  const lastPoint = spaced.lastIndexOf('.');
  if (lastComma >= 0 && lastPoint >= 0) {
    const [decimal, group] = lastComma > lastPoint ? [',', '.'] : ['.', ','];
    const [whole = '', decimals = '', ...more] = spaced.split(decimal);
    const joined = withoutGroups(whole, group);
    return more.length > 0 || joined === null || decimals.includes(group) ? null : `${joined}.${decimals}`;
  }
  const separator = lastComma >= 0 ? ',' : '.';
  const parts = spaced.split(separator);
  if (parts.length <= 2) return parts.join('.');
  return withoutGroups(spaced, separator);
}

/** `1 000,5`: spaces may only stand between groups of the whole part. */
function splitSpaced(text: string): string | null {
  const end = [...text].findIndex((char) => char === ',' || char === '.');
  const whole = end < 0 ? text : text.slice(0, end);
  const joined = withoutGroups(whole, ' ');
  return joined === null ? null : joined + (end < 0 ? '' : text.slice(end));
}

const NUMBER = /^(?:\d{1,300}(?:\.\d{0,300})?|\.\d{1,300})$/;

/**
 * Reads a number as people of our languages type it: `3.5`, `3,5`, `1 000`, `1.000,5`, `1,000.5`, `٣٫٥`, `-2`, `1e3`.
 * One separator alone is always the decimal sign (`1,000` is one), because a learner who types `3,500` for 3.5 must not get 3500.
 * Linear in the length; texts over 60 characters are no numbers.
 * @returns the number, or null when the text is none
 */
export function parseNumber(text: string): number | null {
  if (text.length > 60) return null;
  const ascii = toAscii(text);
  const sign = ascii.startsWith('-') ? -1 : 1;
  const body = ascii.startsWith('-') || ascii.startsWith('+') ? ascii.slice(1).trim() : ascii;
  const [mantissa = '', exponent, ...more] = body.split(/[eE]/);
  if (more.length > 0 || (exponent !== undefined && !/^[+-]?\d{1,3}$/.test(exponent))) return null;
  const plain = unsigned(mantissa);
  if (plain === null || !NUMBER.test(plain)) return null;
  const value = sign * Number(exponent === undefined ? plain : `${plain}e${exponent}`);
  return Number.isFinite(value) ? (value === 0 ? 0 : value) : null;
}
