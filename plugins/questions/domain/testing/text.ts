import fc from 'fast-check';

/** Words, scripts and signs that formats have trouble with; none opens a formula, an image or a gap. */
const PIECES = [
  'water',
  'Ankara',
  'ılık çığ İstanbul',
  'الجواب الصحيح',
  'naïve café',
  '👩‍🚀🌍',
  '日本',
  '3.5',
  '50 %',
  '=',
  '~',
  '# 1',
  '{x}',
  'a:b',
  '\\frac',
  'C:\\temp\\',
  '|',
  ';',
  ',',
  '"quoted"',
  "it's",
  '<b>bold</b>',
  '&amp; &',
  ']]>',
  '=> b',
  '-> c',
  '// no comment',
  '[link]',
  '(1)',
  '@home',
  '+1',
  '*not bold',
  '_',
  '%50%',
  'Answer: C',
  'A. one',
] as const;

/** Formulas that parse, inline and as a block. */
const FORMULAS = ['$x^2 + 1$', '$\\frac{1}{2}$', '$a \\ne b$', '$\\{1; 2\\}$', '\n\n$$\\sqrt{2}$$\n\n', '$|x|$'] as const;
const MARKS = ['**bold**', '*emphasis*', '`code | {}`', '\n\nA paragraph', '\n- one\n- two\n\n', '\nnext line'] as const;

const joined = (pieces: fc.Arbitrary<string>, maxLength: number) =>
  fc.array(pieces, { minLength: 1, maxLength }).map((parts) => parts.join(' '));

/** One line without markup, never empty: for accepted answers, tags, names. */
export const plainLine = fc.oneof(
  joined(fc.constantFrom(...PIECES), 3),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .filter((text) => !/[$![\]`]/.test(text))
    .map((text) => `x${text}`),
);

/** Markdown with formulas that parse, never empty, without images. */
export const markdownText = joined(fc.oneof(fc.constantFrom(...PIECES), fc.constantFrom(...FORMULAS, ...MARKS)), 6);

/** Markdown in one line: for options, which are shown without paragraphs. */
export const markdownLine = joined(
  fc.constantFrom(...PIECES, ...FORMULAS.filter((text) => !text.includes('\n')), ...MARKS.filter((text) => !text.includes('\n'))),
  4,
);
