/** Signs with a meaning in GIFT; a backslash before one makes it a sign of the text. */
const CONTROL = '~=#{}:';

/** A text with its escapes resolved: `\~ \= \# \{ \} \:` are the signs, `\\` a backslash, `\n` a line break. */
export const unescaped = (text: string): string =>
  text.replace(/\\([\\~=#{}:n])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));

/** A text as it stands in a GIFT file, on one line. */
export const escaped = (text: string): string => text.replace(/[\\~=#{}:]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');

/** The first place at or after `from` where one of the signs stands without a backslash; −1 when none does. Linear. */
export function findSign(text: string, signs: string, from = 0): number {
  for (let at = from; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (char === '\\') {
      // Only a backslash before a sign of GIFT takes its meaning away: `\ ` is a backslash.
      const next = text[at + 1] ?? '';
      if (next === '\\' || CONTROL.includes(next)) at += 1;
    } else if (signs.includes(char)) return at;
  }
  return -1;
}
