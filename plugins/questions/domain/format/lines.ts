/** The text with a number before each line, so that an answer can point to where a question stands. */
export const numbered = (text: string): string =>
  text
    .split('\n')
    .map((line, at) => `${at + 1}: ${line}`)
    .join('\n');

export type Span = { readonly firstLine: number; readonly lastLine: number };

/**
 * Cuts the text into the pieces that proposals were made from and those that no proposal covers, in the order of the text.
 * Every line that is not blank stands in exactly one piece, so nothing that was pasted is ever lost. Spans outside the text are
 * moved into it; where two overlap, the first keeps the lines.
 */
export function pieces<S extends Span>(
  text: string,
  spans: readonly S[],
): { readonly original: string; readonly span: S | null }[] {
  const lines = text.split('\n');
  const owner: (S | null)[] = lines.map(() => null);
  for (const span of spans) {
    for (let line = Math.max(1, span.firstLine); line <= Math.min(lines.length, span.lastLine); line += 1) {
      if (owner[line - 1] === null) owner[line - 1] = span;
    }
  }
  const found: { lines: string[]; span: S | null }[] = [];
  lines.forEach((line, at) => {
    const span = owner[at] ?? null;
    const last = found.at(-1);
    if (last && last.span === span) last.lines.push(line);
    else found.push({ lines: [line], span });
  });
  const placed = new Set(found.map(({ span }) => span));
  return [
    ...found
      .map((piece) => ({ original: piece.lines.join('\n').trim(), span: piece.span }))
      .filter(({ original, span }) => span !== null || original !== ''),
    // A proposal that points to lines of another one still is a proposal.
    ...spans.filter((span) => !placed.has(span)).map((span) => ({ original: '', span })),
  ];
}
