import type { HtmlContext } from './context.ts';
import { type Block, lineOf } from './line.ts';
import { attribute, isElement, type MarkupElement, type MarkupNode } from './tree.ts';

const MAX_COLUMNS = 40;

type Cell = { readonly element: MarkupElement; readonly head: boolean; readonly span: number };

const wrapped = (node: MarkupNode): MarkupElement => ({ name: 'td', attributes: {}, children: [node] });
const isBlank = (node: MarkupNode): boolean => typeof node === 'string' && node.trim() === '';
const SETTINGS = ['caption', 'colgroup', 'col'];

/** What stands in a table beside its rows is a row of its own, and beside its cells a cell: nothing is lost. */
function rowsOf(table: MarkupElement, head = false): { cells: Cell[]; head: boolean }[] {
  return table.children.flatMap((part) => {
    if (isBlank(part) || (isElement(part) && SETTINGS.includes(part.name))) return [];
    if (!isElement(part)) return [rowOf({ name: 'tr', attributes: {}, children: [part] }, false)];
    if (part.name === 'tr') return [rowOf(part, head)];
    if (['thead', 'tbody', 'tfoot'].includes(part.name)) return rowsOf(part, part.name === 'thead');
    return [rowOf({ name: 'tr', attributes: {}, children: [part] }, false)];
  });
}

function rowOf(row: MarkupElement, head: boolean): { cells: Cell[]; head: boolean } {
  const cells = row.children.flatMap((node): Cell[] => {
    if (isBlank(node)) return [];
    const element = isElement(node) && (node.name === 'td' || node.name === 'th') ? node : wrapped(node);
    const span = Number(attribute(element, 'colspan') ?? 1);
    return [{ element, head: element.name === 'th', span: Number.isInteger(span) && span > 1 ? Math.min(span, MAX_COLUMNS) : 1 }];
  });
  return { cells, head: head || (cells.length > 0 && cells.every((cell) => cell.head)) };
}

function alignment(cell: Cell | undefined): string {
  const written = cell
    ? `${attribute(cell.element, 'align') ?? ''} ${attribute(cell.element, 'style') ?? ''} ${attribute(cell.element, 'class') ?? ''}`
    : '';
  if (/^center|text-align:\s{0,3}center|align-center/.test(written)) return ':---:';
  if (/^right|text-align:\s{0,3}(?:right|end)|align-end/.test(written)) return '---:';
  return '---';
}

/** A table of Markdown: one head, cells of one line. What a table of HTML can do beyond that is approximated and said. */
export function tableBlock(
  table: MarkupElement,
  context: HtmlContext,
  blocks: (nodes: readonly MarkupNode[]) => Block[],
): Block[] {
  const above = table.children
    .filter((child) => isElement(child) && child.name === 'caption')
    .flatMap((caption) => blocks([caption]));
  const rows = rowsOf(table).filter(({ cells }) => cells.length > 0);
  const columns = Math.max(0, ...rows.map(({ cells }) => cells.reduce((sum, { span }) => sum + span, 0)));
  if (columns === 0) return above;
  // One cell or one column is a frame around a text; very wide ones no reader can follow.
  if (columns === 1 || columns > MAX_COLUMNS) {
    context.lose('approximated', 'htmlTableFrame');
    return [...above, ...rows.flatMap(({ cells }) => cells.flatMap(({ element }) => blocks(element.children)))];
  }
  const lines = rows.map(({ cells }) =>
    cells.flatMap((cell) => [cellOf(cell.element, context), ...Array<Block>(cell.span - 1).fill(EMPTY)]),
  );
  if (rows.some(({ cells }) => cells.some(({ element, span }) => span > 1 || attribute(element, 'rowspan') !== undefined))) {
    context.lose('approximated', 'htmlTableSpans');
  }
  const hasHead = rows[0]?.head === true;
  if (!hasHead) context.lose('approximated', 'htmlTableHead');
  const all = hasHead ? lines : [[], ...lines];
  const text = all.map((line) => rowText(line, columns));
  const rule = `| ${Array.from({ length: columns }, (_, at) => alignment((rows[1] ?? rows[0])?.cells[at])).join(' | ')} |`;
  const shown = lines
    .flat()
    .map((cell) => cell.shown)
    .join('');
  return [...above, { kind: 'other', markdown: [text[0], rule, ...text.slice(1)].join('\n'), shown }];
}

const EMPTY: Block = { kind: 'text', markdown: '', shown: '' };

const rowText = (cells: readonly Block[], columns: number): string =>
  `| ${Array.from({ length: columns }, (_, at) => cells[at]?.markdown ?? '').join(' | ')} |`;

function cellOf(cell: MarkupElement, context: HtmlContext): Block {
  const line = lineOf(flat(cell.children, context), context, 'space') ?? EMPTY;
  // The table rule takes away one backslash before each bar, in words, code and formulas alike.
  return { ...line, markdown: line.markdown.replaceAll('\n', ' ').replaceAll('|', '\\|') };
}

const BETWEEN = ['p', 'div', 'li', 'tr', 'td', 'th', 'pre', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'dd'];

/** The content of a cell as one run of words, a space where a block ends. */
function flat(nodes: readonly MarkupNode[], context: HtmlContext): MarkupNode[] {
  if (nodes.filter((node) => isElement(node) && BETWEEN.includes(node.name)).length > 1)
    context.lose('approximated', 'htmlTableCells');
  return nodes.flatMap((node): MarkupNode[] => {
    if (!isElement(node)) return [node];
    if (['ul', 'ol', 'table', 'tbody', 'thead'].includes(node.name)) return flat(node.children, context);
    return BETWEEN.includes(node.name) ? [' ', ...flat(node.children, context), ' '] : [node];
  });
}
