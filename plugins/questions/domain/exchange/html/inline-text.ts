import type { HtmlContext } from './context.ts';
import { type InlinePiece, inlinePieces } from './inline.ts';
import { type Piece, shownPieces, tidyPieces, writePieces } from './pieces.ts';
import { isElement, type MarkupNode } from './tree.ts';

const LINES = new Set(
  'address article aside blockquote body caption center dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tr ul'.split(
    ' ',
  ),
);
const BREAK: MarkupNode = { name: 'br', attributes: {}, children: [] };

/** A tree as one run of words, a line break where a block begins or ends. */
function lines(nodes: readonly MarkupNode[], context: HtmlContext): MarkupNode[] {
  return nodes.flatMap((node): MarkupNode[] => {
    if (!isElement(node)) return [node];
    if (context.options.replace?.(node) != null) return [node];
    if (node.name === 'table') context.lose('approximated', 'htmlTableText');
    if (node.name === 'td' || node.name === 'th') return [' ', ...lines(node.children, context), ' '];
    if (node.name === 'thead' || node.name === 'tbody' || node.name === 'tfoot') return lines(node.children, context);
    if (!LINES.has(node.name)) return [{ ...node, children: lines(node.children, context) }];
    return [BREAK, ...(node.name === 'li' ? ['• '] : []), ...lines(node.children, context), BREAK];
  });
}

const isPiece = (piece: InlinePiece): piece is Piece => piece.kind !== 'display';

/** For texts of one paragraph, such as an answer option: lines instead of paragraphs and lists. */
export function inlineText(nodes: readonly MarkupNode[], context: HtmlContext): { markdown: string; shown: string } {
  const pieces = tidyPieces(inlinePieces(lines(nodes, context), context, false).filter(isPiece));
  const single = pieces.filter((piece, at) => piece.kind !== 'break' || pieces[at - 1]?.kind !== 'break');
  return { markdown: writePieces(single, context.plain), shown: shownPieces(single) };
}
