const WORD = /[\p{L}\p{N}_]/u;
const SPACE = /\s/u;
const PUNCTUATION_ASCII = /[!-/:-@[-`{-~]/;

/** What stands around a text in its line; empty at the ends. */
export type Around = { readonly before: string; readonly after: string };

const isSpaceOrEdge = (char: string): boolean => char === '' || SPACE.test(char);

/** A run of `*` or `_` that can open or close nothing stays as it is: `5 * 3`, `snake_case`, `The ____ of`. */
function marksAreHarmless(mark: string, before: string, after: string): boolean {
  if (isSpaceOrEdge(before) && isSpaceOrEdge(after)) return before !== '' || after !== '';
  return mark === '_' && WORD.test(before) && WORD.test(after);
}

/**
 * A text so that Markdown shows it as it is. Only signs that would mean something at their place get a backslash, so that
 * ordinary sentences stay readable for their editors. Starts of lines are the concern of `escapeLineStart`.
 */
export function escapeText(text: string, around: Around, everything = false): string {
  if (everything) return text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
  let out = '';
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    const next = at + 1 < text.length ? (text[at + 1] ?? '') : around.after;
    const before = at > 0 ? (text[at - 1] ?? '') : around.before;
    if (char === '*' || char === '_') {
      let end = at + 1;
      while (text[end] === char) end += 1;
      const after = end < text.length ? (text[end] ?? '') : around.after;
      out += marksAreHarmless(char, before, after) ? text.slice(at, end) : `\\${char}`.repeat(end - at);
      at = end - 1;
    } else if (isEscaped(char, next, text, at)) out += `\\${char}`;
    else out += char;
  }
  return out;
}

function isEscaped(char: string, next: string, text: string, at: number): boolean {
  switch (char) {
    case '`':
    case '$':
      return true;
    case '\\':
      return next === '' || PUNCTUATION_ASCII.test(next) || text.startsWith('begin', at + 1);
    case '[':
      // `[[1]]` is a gap only where we write one.
      return text[at - 1] === '[';
    case ']':
      return next === '(' || next === '[' || next === ':';
    case '!':
      return next === '[';
    case '~':
      return next === '~' || text[at - 1] === '~';
    case '<':
      return /^<[A-Za-z][^\s<>]{0,300}[:@]/.test(text.slice(at, at + 310));
    case '&':
      return /^&(?:#\w{1,8}|[A-Za-z]\w{0,31});/.test(text.slice(at, at + 40));
    default:
      return false;
  }
}

/** A line whose first signs would make it a heading, list, quotation, rule, table or definition, with these signs escaped. */
export function escapeLineStart(line: string): string {
  const number = /^(\d{1,9})([.)])(?=\s|$)/.exec(line);
  if (number) return `${number[1]}\\${line.slice(number[1]?.length ?? 0)}`;
  if (/^(?:#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|\[[^\]]*\]:)/.test(line)) return `\\${line}`;
  if (/^[-=_*:|+\s]+$/.test(line)) return line.replace(/^\s*[-=_*:|+]/, (start) => `${start.slice(0, -1)}\\${start.at(-1)}`);
  return line;
}

/** A character written as an entity: shown the same, but a sign of punctuation to the rules of emphasis and formulas. */
export const asEntity = (char: string): string => `&#${char.codePointAt(0)};`;
