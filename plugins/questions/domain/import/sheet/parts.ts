/**
 * The one way in which a cell holds several things: `|` parts entries, `;` parts gaps, `=>` parts the columns of an entry.
 * A sign that belongs to the text has a backslash before it; backslashes count only directly before such a sign or at the
 * end of a text, so that formulas stay as they are. Everything is linear in the length [I11].
 */
export type Sign = '|' | ';' | ',' | '=>';

const signAt = (text: string, at: number, signs: readonly Sign[]): Sign | undefined =>
  signs.find((sign) => text.startsWith(sign, at));

/** The text with its signs marked as text. */
export function escaped(text: string, signs: readonly Sign[]): string {
  let out = '';
  let slashes = 0;
  for (let at = 0; at < text.length; ) {
    const sign = signAt(text, at, signs);
    const piece = sign ?? text.charAt(at);
    if (sign !== undefined) out += `${'\\'.repeat(slashes)}\\`;
    slashes = piece === '\\' ? slashes + 1 : 0;
    out += piece;
    at += piece.length;
  }
  return out + '\\'.repeat(slashes);
}

/** Takes the marks of `escaped` away again. */
export function unescaped(text: string, signs: readonly Sign[]): string {
  let out = '';
  let slashes = 0;
  for (let at = 0; at < text.length; ) {
    if (text.charAt(at) === '\\') {
      slashes += 1;
      at += 1;
      continue;
    }
    const sign = signAt(text, at, signs);
    out += '\\'.repeat(sign === undefined ? slashes : Math.floor(slashes / 2));
    slashes = 0;
    const piece = sign ?? text.charAt(at);
    out += piece;
    at += piece.length;
  }
  return out + '\\'.repeat(Math.ceil(slashes / 2));
}

/** The text cut at the signs that are not marked as text; marks stay in the parts. */
export function splitAt(text: string, signs: readonly Sign[]): string[] {
  const parts: string[] = [];
  let start = 0;
  let slashes = 0;
  for (let at = 0; at < text.length; ) {
    const sign = signAt(text, at, signs);
    if (sign !== undefined && slashes % 2 === 0) {
      parts.push(text.slice(start, at));
      start = at + sign.length;
    }
    slashes = text.charAt(at) === '\\' ? slashes + 1 : 0;
    at += sign?.length ?? 1;
  }
  return [...parts, text.slice(start)];
}

/** `a | b`: texts without space at their ends, empty ones left out. */
export const readList = (cell: string, signs: readonly Sign[] = ['|']): string[] =>
  splitAt(cell, signs)
    .map((text) => unescaped(text.trim(), signs))
    .filter((text) => text !== '');

export const writeList = (texts: readonly string[], signs: readonly Sign[] = ['|']): string =>
  texts.map((text) => escaped(text, signs)).join('|');
