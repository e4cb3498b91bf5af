import { cleanMarkdown } from '@lyceum/core/render';
import { type SaxesAttributePlain, SaxesParser, type SaxesTagPlain } from 'saxes';
import type { MarkupElement } from '../html/tree.ts';

/** Elements inside each other; items of real authors stay below thirty. */
export const MAX_XML_DEPTH = 100;
/** Elements of one document or of one item. */
const MAX_NODES = 50_000;
/** Characters of text in one document or item. */
const MAX_TEXT = 2_000_000;

/** Why a document cannot be read; a code of the refusals `import-unreadable` knows. */
export type XmlReason = 'doctype' | 'xml' | 'xmlDepth' | 'xmlSize' | 'encoding';

/** Thrown by the reader and caught by whoever feeds it: one document that cannot be read is not the end of a package. */
export class XmlProblem extends Error {
  readonly reason: XmlReason;
  readonly line: number;
  constructor(reason: XmlReason, line: number) {
    super(`${reason} in line ${line}`);
    this.reason = reason;
    this.line = line;
  }
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Names of QTI 3 as those of QTI 2 in lower case: `qti-choice-interaction` and `choiceInteraction` are one. */
const elementName = (name: string): string => {
  const lower = local(name).toLowerCase();
  return lower.startsWith('qti-') ? lower.slice(4).replaceAll('-', '') : lower;
};

/** Attributes by their local names in lower case; those that only say where a schema lies are left out. An item of QTI 3 says so. */
function attributesOf(tag: SaxesTagPlain): Record<string, string> {
  const isQti = local(tag.name).toLowerCase().startsWith('qti-');
  const entries = Object.entries(tag.attributes as Record<string, SaxesAttributePlain['value']>).flatMap(([name, value]) => {
    if (/^(?:xmlns(?::|$)|xsi:)/i.test(name)) return [];
    const lower = local(name).toLowerCase();
    return [[isQti && !lower.startsWith('data-') ? lower.replaceAll('-', '') : lower, value] as const];
  });
  if (local(tag.name).toLowerCase() === 'qti-assessment-item') entries.push(['qtiversion', '3']);
  return Object.fromEntries(entries);
}

export type XmlWatch = {
  /** Whether the tree of an element is wanted; asked for elements outside of wanted ones, with the names above it. */
  readonly isWanted: (name: string, above: readonly string[]) => boolean;
  /** @param source the element as it stands in the document */
  readonly onTree: (tree: MarkupElement, source: string, line: number) => void;
  /** The start of an element that is not wanted itself. */
  readonly onOpen?: (name: string, attributes: Readonly<Record<string, string>>, above: readonly string[]) => void;
  readonly onClose?: (name: string) => void;
};

type Open = { readonly element: MarkupElement; readonly parent: Open | null };

/**
 * Reads XML piece by piece and hands over the wanted elements as trees; nothing else is kept. Knows the five entities of XML
 * and no others: a document type, with which entities are declared, is refused [I4].
 * @throws XmlProblem
 */
export function xmlTrees(watch: XmlWatch) {
  const parser = new SaxesParser({ xmlns: false });
  const above: string[] = [];
  let open: Open | null = null;
  let depth = 0;
  let nodes = 0;
  let characters = 0;
  let kept = '';
  let keptFrom = 0;
  let start = 0;
  const stop = (reason: XmlReason): never => {
    throw new XmlProblem(reason, parser.line);
  };
  parser.on('doctype', () => stop('doctype'));
  parser.on('error', () => stop('xml'));
  const text = (piece: string): void => {
    if (open === null) return;
    characters += piece.length;
    if (characters > MAX_TEXT) stop('xmlSize');
    const { children } = open.element;
    const last = children.at(-1);
    if (typeof last === 'string') children[children.length - 1] = last + piece;
    else children.push(piece);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > MAX_XML_DEPTH) stop('xmlDepth');
    const name = elementName(tag.name);
    const attributes = attributesOf(tag);
    if (open === null && !watch.isWanted(name, above)) {
      watch.onOpen?.(name, attributes, above);
      above.push(name);
      return;
    }
    if (open === null) {
      nodes = 0;
      characters = 0;
      start = keptFrom + Math.max(0, kept.lastIndexOf('<', parser.position - keptFrom - 1));
    }
    nodes += 1;
    if (nodes > MAX_NODES) stop('xmlSize');
    const element: MarkupElement = { name, attributes, children: [] };
    open?.element.children.push(element);
    open = { element, parent: open };
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    if (open === null) {
      above.pop();
      watch.onClose?.(elementName(tag.name));
      return;
    }
    const { element, parent } = open;
    open = parent;
    if (parent === null) watch.onTree(cleanTexts(element), kept.slice(start - keptFrom, parser.position - keptFrom), parser.line);
  });
  return {
    write(piece: string): void {
      // Outside of wanted elements only a tag that is not complete yet is kept.
      const tail = kept.lastIndexOf('<');
      const outside = tail > kept.lastIndexOf('>') ? keptFrom + tail : parser.position;
      const from = open === null ? outside : start;
      kept = kept.slice(Math.max(0, from - keptFrom)) + piece;
      keptFrom = Math.max(keptFrom, from);
      if (kept.length > MAX_TEXT * 2) stop('xmlSize');
      parser.write(piece);
    },
    close: (): void => void parser.close(),
  };
}

const cleanTexts = (element: MarkupElement): MarkupElement => ({
  ...element,
  children: element.children.map((child) => (typeof child === 'string' ? cleanMarkdown(child) : cleanTexts(child))),
});

/** A small document as one tree. @throws XmlProblem */
export function xmlDocument(text: string): MarkupElement {
  let root: MarkupElement | null = null;
  const reader = xmlTrees({
    isWanted: () => true,
    onTree: (tree) => {
      root ??= tree;
    },
  });
  for (let at = 0; at < text.length; at += 65_536) reader.write(text.slice(at, at + 65_536));
  reader.close();
  if (root === null) throw new XmlProblem('xml', 1);
  return root;
}
