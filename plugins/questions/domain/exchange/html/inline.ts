import type { HtmlContext } from './context.ts';
import { texOf } from './mathml.ts';
import { mediaPiece } from './media-piece.ts';
import type { Mark, Piece } from './pieces.ts';
import { raisedOrLowered } from './super-sub.ts';
import { texOnLine, textParts } from './tex-in-text.ts';
import { attribute, isElement, type MarkupElement, type MarkupNode, textOf } from './tree.ts';

const MARKS: Record<string, Mark> = {
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  cite: 'em',
  s: 'strike',
  del: 'strike',
  strike: 'strike',
};
const CODE = ['code', 'kbd', 'samp', 'tt'];
/** Never shown as text: what a browser runs, fetches or keeps for itself. */
const SILENT = [
  'script',
  'style',
  'head',
  'title',
  'meta',
  'link',
  'base',
  'template',
  'noscript',
  'noembed',
  'noframes',
  'xmp',
  'param',
];
const ACTIVE = [
  'iframe',
  'embed',
  'applet',
  'frame',
  'frameset',
  'select',
  'textarea',
  'input',
  'button',
  'canvas',
  'dialog',
  'datalist',
  'option',
];
const MEDIA = ['img', 'audio', 'video', 'object', 'image'];

/** A display formula among words: a line of its own, or a part of the line where there is only one line. */
export type Display = { readonly kind: 'display'; readonly tex: string };
export type InlinePiece = Piece | Display;

type Collect = {
  readonly context: HtmlContext;
  readonly out: InlinePiece[];
  readonly marks: readonly Mark[];
  readonly display: boolean;
};

/** The words and marks of a run of nodes. @param display whether display formulas may stand on lines of their own here */
export function inlinePieces(nodes: readonly MarkupNode[], context: HtmlContext, display: boolean): InlinePiece[] {
  const out: InlinePiece[] = [];
  collect(nodes, { context, out, marks: [], display });
  return out;
}

function collect(nodes: readonly MarkupNode[], to: Collect): void {
  for (const node of nodes) {
    if (isElement(node)) element(node, to);
    else words(node, to);
  }
}

function words(text: string, to: Collect): void {
  for (const part of textParts(text)) {
    if ('text' in part) to.out.push({ kind: 'text', text: part.text });
    else formula(part.tex, part.display, to);
  }
}

function formula(tex: string, display: boolean, { out, marks, context, ...to }: Collect): void {
  const line = texOnLine(tex);
  if (display && to.display && marks.length === 0) out.push({ kind: 'display', tex: line });
  else if (display && context.options.inline) out.push({ kind: 'raw', markdown: `$$${line}$$`, shown: line });
  else out.push({ kind: 'raw', markdown: `$${line}$`, shown: line });
}

function element(node: MarkupElement, to: Collect): void {
  const { context, out } = to;
  const replaced = context.options.replace?.(node) ?? null;
  const mark = MARKS[node.name];
  if (replaced !== null) {
    if (replaced !== '') out.push({ kind: 'raw', markdown: replaced, shown: replaced });
  } else if (SILENT.includes(node.name)) return;
  else if (ACTIVE.includes(node.name)) context.lose('leftOut', 'htmlActive', { element: node.name });
  else if (node.name === 'svg') context.lose('leftOut', 'htmlDrawing');
  else if (MEDIA.includes(node.name)) media(node, to);
  else if (node.name === 'math') mathml(node, to);
  else if (node.name === 'br') out.push({ kind: 'break' });
  else if (node.name === 'sub' || node.name === 'sup') raised(node, node.name, to);
  else if (CODE.includes(node.name)) code(node, to);
  else if (node.name === 'a') link(node, to);
  else if (mark !== undefined && !to.marks.includes(mark) && !context.plain) {
    out.push({ kind: 'open', mark });
    collect(node.children, { ...to, marks: [...to.marks, mark] });
    out.push({ kind: 'close', mark });
  } else {
    if (node.name === 'u' || node.name === 'ins') context.lose('approximated', 'htmlUnderline');
    if (node.name === 'q') out.push({ kind: 'text', text: '“' });
    collect(node.children, to);
    if (node.name === 'q') out.push({ kind: 'text', text: '”' });
  }
}

function media(node: MarkupElement, to: Collect): void {
  const equation = node.name === 'img' ? equationOf(node) : null;
  const piece = equation === null ? mediaPiece(node, to.context) : null;
  if (equation !== null) formula(equation, false, to);
  else if (piece) to.out.push(piece);
  // What a browser shows when it cannot show the object.
  else if (node.name === 'object') collect(node.children, to);
}

/** Canvas keeps formulas as pictures with their TeX beside them. */
function equationOf(node: MarkupElement): string | null {
  const tex = attribute(node, 'data-equation-content');
  if (tex !== undefined) return doublyEncoded(tex);
  const isEquation = /(?:^|\s)(?:equation_image|texrender)(?:\s|$)/.test(attribute(node, 'class') ?? '');
  const alt = (attribute(node, 'alt') ?? '').replace(/^LaTeX: /, '');
  return isEquation && alt !== '' ? alt : null;
}

/** TeX whose `<` and `&` are written as entities a second time. */
const doublyEncoded = (tex: string): string => tex.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

function mathml(node: MarkupElement, to: Collect): void {
  const found = texOf(node);
  if (found === null) {
    to.context.lose('approximated', 'htmlFormulaText');
    to.out.push({ kind: 'text', text: textOf(node) });
    return;
  }
  if (!found.exact) to.context.lose('approximated', 'htmlMathml');
  formula(found.tex, found.display, to);
}

function raised(node: MarkupElement, kind: 'sub' | 'sup', to: Collect): void {
  const text = textOf(node).trim();
  const form = raisedOrLowered(text, kind);
  if (form !== null) {
    to.out.push({ kind: 'text', text: form });
    return;
  }
  to.context.lose('approximated', kind === 'sub' ? 'htmlSub' : 'htmlSup');
  const word = text.replace(/\s+/g, ' ');
  // Letters, digits and the usual signs stand as they are in TeX's text; the rest would be commands.
  if (/^[\p{L}\p{N} .,:;+*/=()'-]+$/u.test(word)) formula(`${kind === 'sub' ? '_' : '^'}{\\text{${word}}}`, false, to);
  else collect(node.children, to);
}

function code(node: MarkupElement, to: Collect): void {
  const text = textOf(node).replace(/\s+/g, ' ').trim();
  if (text !== '') to.out.push(to.context.plain ? { kind: 'text', text } : { kind: 'code', text });
}

function link(node: MarkupElement, to: Collect): void {
  const address = (attribute(node, 'href') ?? '').trim();
  const label = textOf(node).replace(/\s+/g, ' ').trim();
  const isPlace = /^(?:https?:\/\/[^\s<>()\\]+|mailto:[^\s<>()\\]+)$/i.test(address) && URL.canParse(address);
  if (isPlace && label !== '' && label.length < 500 && !to.context.plain && !hasMarkup(node)) {
    const escaped = label.replace(/[!-/:-@[-`{-~]/g, '\\$&');
    to.out.push({ kind: 'raw', markdown: `[${escaped}](${address})`, shown: label });
    return;
  }
  if (address !== '' && !address.startsWith('#') && !/^javascript:/i.test(address)) {
    to.context.lose('leftOut', 'htmlLink', { address: address.slice(0, 200) });
  }
  collect(node.children, to);
}

const hasMarkup = (node: MarkupElement): boolean =>
  node.children.some((child) => isElement(child) && (child.name === 'img' || child.name === 'math' || hasMarkup(child)));
