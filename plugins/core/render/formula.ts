import katex from 'katex';
import { toMathmlCore } from './mathml-core.ts';

/** Characters one formula may have. */
export const MAX_FORMULA_LENGTH = 4_000;
/** Macro expansions one formula may take; enough for a page of matrices, too few to stall the process. */
const MAX_EXPANSIONS = 1_000;
/** Largest size a formula may ask for, in em. */
const MAX_SIZE_EM = 50;

/** Letters outside the font tables are ordinary text in Turkish and Arabic papers; a browser shows them. */
const TOLERATED = new Set(['unknownSymbol', 'unicodeTextInMathMode', 'newLineInDisplayMode']);

export type Formula =
  | { readonly ok: true; readonly mathml: string }
  | { readonly ok: false; readonly message: string; readonly position: number };

/**
 * LaTeX to MathML, and nothing but MathML: screen readers read it, no style sheet or font of KaTeX is needed.
 * @returns the markup, or what is wrong with the formula and the offset in it
 */
export function renderFormula(latex: string, display: boolean): Formula {
  if (latex.length > MAX_FORMULA_LENGTH) {
    return { ok: false, message: `The formula is longer than ${MAX_FORMULA_LENGTH} characters`, position: MAX_FORMULA_LENGTH };
  }
  try {
    const html = katex.renderToString(latex, {
      output: 'mathml',
      displayMode: display,
      throwOnError: true,
      // Links, images and markup inside a formula: said, not shown as a red word.
      trust: ({ command }) => {
        throw new katex.ParseError(`${command} is not allowed in a formula`);
      },
      strict: (code: string) => (TOLERATED.has(code) ? 'ignore' : 'error'),
      maxExpand: MAX_EXPANSIONS,
      maxSize: MAX_SIZE_EM,
    });
    return { ok: true, mathml: toMathmlCore(onlyMathml(html)) };
  } catch (error) {
    if (error instanceof katex.ParseError) {
      return { ok: false, message: error.rawMessage, position: Math.min(error.position ?? 0, latex.length) };
    }
    // The parser is recursive: thousands of open braces end in a RangeError.
    if (error instanceof RangeError) return { ok: false, message: 'The formula is nested too deeply', position: 0 };
    throw error;
  }
}

/** Drops KaTeX's wrapper and the copy of the source that it appends; the text of a refused command could hide in it. */
function onlyMathml(html: string): string {
  return html
    .slice(html.indexOf('<math'), html.lastIndexOf('</math>') + '</math>'.length)
    .replace(/<annotation[\s\S]*<\/annotation>/, '')
    .replace(/<\/?semantics>/g, '');
}
