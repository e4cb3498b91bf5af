import type { HtmlContext } from './context.ts';
import { type Block, lineOf, paragraphs } from './line.ts';
import { tableBlock } from './table-block.ts';
import { attribute, isElement, type MarkupElement, type MarkupNode, textOf } from './tree.ts';

const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const HIDDEN = ['script', 'style', 'template', 'math', 'svg', 'object', 'audio', 'video', 'select', 'textarea', 'head'];

/** Whether a node is a block or holds one. */
function isBlockNode(node: MarkupNode, known: Map<MarkupElement, boolean>): boolean {
  if (!isElement(node) || HIDDEN.includes(node.name)) return false;
  const before = known.get(node);
  if (before !== undefined) return before;
  const answer = BLOCKS.has(node.name) || node.children.some((child) => isBlockNode(child, known));
  known.set(node, answer);
  return answer;
}

/** Paragraphs, lists, tables and the rest of a tree, in their order. */
export function blocksOf(nodes: readonly MarkupNode[], context: HtmlContext, known = new Map<MarkupElement, boolean>()): Block[] {
  const blocks: Block[] = [];
  let run: MarkupNode[] = [];
  const flush = () => {
    if (run.length > 0) blocks.push(...paragraphs(run, context));
    run = [];
  };
  for (const node of nodes) {
    if (!isElement(node) || !isBlockNode(node, known) || context.options.replace?.(node) != null) {
      run.push(node);
      continue;
    }
    flush();
    blocks.push(...elementBlocks(node, blocks.at(-1), context, known));
  }
  flush();
  return blocks;
}

type Known = Map<MarkupElement, boolean>;

function elementBlocks(node: MarkupElement, before: Block | undefined, context: HtmlContext, known: Known): Block[] {
  if (/^h[1-6]$/.test(node.name)) return heading(node, context, known);
  switch (node.name) {
    case 'ul':
    case 'ol':
    case 'menu':
    case 'dir':
      return list(node, before, context, known);
    case 'blockquote':
      return quotation(blocksOf(node.children, context, known));
    case 'pre':
      return codeBlock(node);
    case 'hr':
      return [{ kind: 'other', markdown: '---', shown: '' }];
    case 'table':
      return tableBlock(node, context, (nodes) => blocksOf(nodes, context, known));
    default:
      return blocksOf(node.children, context, known);
  }
}

function heading(node: MarkupElement, context: HtmlContext, known: Known): Block[] {
  if (node.children.some((child) => isBlockNode(child, known))) return blocksOf(node.children, context, known);
  const line = lineOf(node.children, context, 'space');
  if (!line) return [];
  const text = line.markdown.replace(/#+$/, (signs) => `\\${signs}`);
  return [{ kind: 'other', markdown: `${'#'.repeat(Number(node.name[1]))} ${text}`, shown: line.shown }];
}

function quotation(inner: readonly Block[]): Block[] {
  if (inner.length === 0) return [];
  const { markdown, shown } = joined(inner);
  return [{ kind: 'other', markdown: markdown.replace(/^/gm, '> ').replace(/^> $/gm, '>'), shown }];
}

function codeBlock(node: MarkupElement): Block[] {
  const text = textOf(node).replace(/^\n/, '').replace(/\s+$/, '');
  if (text.trim() === '') return [];
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((ticks) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return [{ kind: 'other', markdown: `${fence}\n${text}\n${fence}`, shown: text }];
}

/** Lists that follow each other need other signs, or they would be one. */
function list(node: MarkupElement, before: Block | undefined, context: HtmlContext, known: Known): Block[] {
  const numbered = node.name === 'ol';
  const kind = numbered ? 'numbers' : 'bullets';
  const other = before?.kind === kind && (numbered ? /^\d+\./ : /^-/).test(before.markdown);
  const start = Number(attribute(node, 'start') ?? 1);
  let number = Number.isInteger(start) && start >= 0 && start < 1e8 ? start : 1;
  if (numbered && /^[aAiI]$/.test(attribute(node, 'type') ?? '')) context.lose('approximated', 'htmlListSigns');
  const entries = node.children.flatMap((child) => {
    if (typeof child === 'string' && child.trim() === '') return [];
    const blocks =
      isElement(child) && child.name === 'li' ? blocksOf(child.children, context, known) : blocksOf([child], context, known);
    return blocks.length === 0 ? [] : [blocks];
  });
  if (entries.length === 0) return [];
  const tight =
    !node.children.some((child) => isElement(child) && child.children.some((one) => isElement(one) && one.name === 'p')) &&
    entries.every(isTight);
  const lines = entries.map((blocks) => {
    const sign = numbered ? `${number++}${other ? ')' : '.'} ` : `${other ? '*' : '-'} `;
    const text = joined(blocks, tight ? '\n' : '\n\n').markdown;
    return sign + text.replace(/\n(?!\n)/g, `\n${' '.repeat(sign.length)}`).replace(/[ \t]+\n/g, '\n');
  });
  return [
    {
      kind,
      markdown: lines.join(tight ? '\n' : '\n\n'),
      shown: entries
        .flat()
        .map(({ shown }) => shown)
        .join(''),
    },
  ];
}

/** An entry whose parts need no blank lines between them: words, and below them a list that may interrupt words. */
const isTight = ([first, ...rest]: readonly Block[]): boolean =>
  first?.kind === 'text' &&
  rest.every(({ kind, markdown }) => kind === 'bullets' || (kind === 'numbers' && /^1[.)]/.test(markdown)));

/** Blocks as one text. */
export function joined(blocks: readonly Block[], between = '\n\n'): { markdown: string; shown: string } {
  return { markdown: blocks.map(({ markdown }) => markdown).join(between), shown: blocks.map(({ shown }) => shown).join('') };
}
