import type { HtmlContext } from './context.ts';
import { type InlinePiece, inlinePieces } from './inline.ts';
import { type Piece, shownPieces, tidyPieces, writePieces } from './pieces.ts';
import type { MarkupNode } from './tree.ts';

/** A part of a text with blank lines around it, and what it shows. */
export type Block = {
  readonly kind: 'text' | 'bullets' | 'numbers' | 'other';
  readonly markdown: string;
  readonly shown: string;
};

const withoutDisplay = (pieces: readonly InlinePiece[]): Piece[] =>
  pieces.map((piece) => (piece.kind === 'display' ? { kind: 'raw', markdown: `$${piece.tex}$`, shown: piece.tex } : piece));

/** A run of words as one line of Markdown; null when nothing is in it. */
export function lineOf(nodes: readonly MarkupNode[], context: HtmlContext, breaks: 'keep' | 'space' = 'keep'): Block | null {
  const raw = withoutDisplay(inlinePieces(nodes, context, false));
  const pieces = tidyPieces(
    breaks === 'keep' ? raw : raw.map((one) => (one.kind === 'break' ? { kind: 'text', text: ' ' } : one)),
  );
  if (pieces.length === 0) return null;
  return { kind: 'text', markdown: writePieces(pieces, context.plain), shown: shownPieces(pieces) };
}

/** A run of words as paragraphs; display formulas are paragraphs of their own. */
export function paragraphs(nodes: readonly MarkupNode[], context: HtmlContext): Block[] {
  const blocks: Block[] = [];
  let part: Piece[] = [];
  const flush = () => {
    const pieces = tidyPieces(part);
    part = [];
    if (pieces.length > 0)
      blocks.push({ kind: 'text', markdown: writePieces(pieces, context.plain), shown: shownPieces(pieces) });
  };
  for (const piece of inlinePieces(nodes, context, true)) {
    if (piece.kind !== 'display') part.push(piece);
    else {
      flush();
      blocks.push({ kind: 'other', markdown: `$$\n${piece.tex}\n$$`, shown: piece.tex });
    }
  }
  flush();
  return blocks.filter(({ shown, markdown }) => shown.trim() !== '' || markdown.startsWith('!'));
}
