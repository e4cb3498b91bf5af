/** A text cut into words and formulas. */
export type TextPart = { readonly text: string } | { readonly tex: string; readonly display: boolean };

const CLOSERS = [
  { open: '\\(', close: '\\)', display: false },
  { open: '\\[', close: '\\]', display: true },
  { open: '$$', close: '$$', display: true },
] as const;
const ENVIRONMENTS = /^\\begin\{((?:align|equation|gather|multline|eqnarray)\*?)\}/;

type Found = { readonly tex: string; readonly display: boolean; readonly end: number };

/** The formula that begins at a place, with where it ends; null when none does. `ends` remembers signs that no longer come. */
function formulaAt(text: string, at: number, absent: Set<string>): Found | null {
  const environment = text.startsWith('\\begin{', at) ? ENVIRONMENTS.exec(text.slice(at, at + 40))?.[1] : undefined;
  const sign = CLOSERS.find(({ open }) => text.startsWith(open, at));
  const close = environment === undefined ? sign?.close : `\\end{${environment}}`;
  if (close === undefined || absent.has(close)) return null;
  const start = environment === undefined ? at + 2 : at;
  const end = text.indexOf(close, start);
  if (end < 0) {
    absent.add(close);
    return null;
  }
  const tex = text.slice(start, environment === undefined ? end : end + close.length).trim();
  return tex === '' ? null : { tex, display: environment !== undefined || sign?.display === true, end: end + close.length };
}

/**
 * Formulas in the signs that MathJax and Moodle's filter know: `\( \)`, `\[ \]`, `$$ $$` and display environments. A single
 * `$` is money. Linear: a closing sign that was once not found is not looked for again.
 */
export function textParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  const absent = new Set<string>();
  let from = 0;
  const signs = /[\\$]/g;
  for (let found = signs.exec(text); found; found = signs.exec(text)) {
    const formula = formulaAt(text, found.index, absent);
    if (!formula) {
      // `\\(` is a line break of TeX or an escaped backslash, not the start of a formula.
      if (text[found.index] === '\\' && text[found.index + 1] === '\\') signs.lastIndex = found.index + 2;
      continue;
    }
    if (found.index > from) parts.push({ text: text.slice(from, found.index) });
    parts.push({ tex: formula.tex, display: formula.display });
    from = formula.end;
    signs.lastIndex = formula.end;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}

/** TeX as it may stand between dollar signs on one line: a dollar inside a text of the formula becomes `\( \)`. */
export function texOnLine(tex: string): string {
  let inside = false;
  const plain = tex.replace(/\\[\s\S]|\$/g, (sign) => {
    if (sign !== '$') return sign;
    inside = !inside;
    return inside ? '\\(' : '\\)';
  });
  const line = plain.replace(/\s+/g, ' ').trim();
  // A space after a backslash is a command of its own.
  return /(?<!\\)(?:\\\\)*\\$/.test(line) ? `${line} ` : line;
}
