import type { RuleCode } from '../../../../contract/index.ts';
import { attribute, childElements, findElements, type MarkupElement, textOf } from '../../../../domain/exchange/html/tree.ts';
import type { ExchangeItem } from '../../../../domain/exchange/item.ts';
import { xmlEncoding } from '../../../../domain/exchange/package/xml-encoding.ts';
import { XmlProblem, type XmlReason, xmlTrees } from '../../../../domain/exchange/package/xml-tree.ts';
import type { ItemMeta } from '../../../../domain/exchange/qti/meta.ts';
import { readQtiItem } from '../../../../domain/exchange/qti/read-item.ts';
import { readQti12Item } from '../../../../domain/exchange/qti12/read-item.ts';
import { cleanLine } from '../../../../domain/text/clean.ts';
import { error } from '../../../../domain/types/messages.ts';

/** A document of a package on its way in. */
export type QtiDocument = {
  readonly path: string;
  readonly bytes: AsyncIterable<Buffer>;
  readonly meta: ItemMeta;
  readonly mediaName: (address: string, kind: 'image' | 'audio') => string | null;
  /** Said to hold an item; then it is an error when it holds none. */
  readonly isItem: boolean;
};

const ROOTS = ['assessmentitem', 'questestinterop'];
/** Titles of a bank in Canvas and names of sections in QTI 1.2, from the root. */
const TITLED = ['assessment', 'section', 'objectbank'];
/** Names that tools give by themselves. */
const NAMELESS = /^(?:root[_ ]section|section|assessment|pool|quiz|main)?\s*\d*$/i;

const bankTitle = (metadata: MarkupElement): string =>
  findElements(metadata, ['qtimetadatafield']).flatMap((field) => {
    const [label, entry] = childElements(field);
    return label && entry && textOf(label).trim().toLowerCase() === 'bank_title' ? [cleanLine(textOf(entry))] : [];
  })[0] ?? '';

const titleOf = (attributes: MarkupElement['attributes']): string => {
  const title = cleanLine(attribute({ name: '', attributes, children: [] }, 'title') ?? '');
  return NAMELESS.test(title) ? '' : title;
};

type Decoder = InstanceType<typeof TextDecoder>;

/** The items of one document, read from its start as they are found. */
function itemsReader(document: QtiDocument, nextNumber: () => number) {
  const found: ExchangeItem[] = [];
  const titles: string[] = [];
  let root: string | null = null;
  let hasItem = false;
  const common = (source: string) => ({ number: nextNumber(), source, mediaName: document.mediaName });
  const reader = xmlTrees({
    isWanted(name, above) {
      if (above.length === 0) root ??= name;
      return (
        name === 'assessmentitem' ||
        (name === 'item' && root === 'questestinterop') ||
        (name === 'qtimetadata' && above.at(-1) === 'objectbank')
      );
    },
    onOpen(name, attributes) {
      if (TITLED.includes(name)) titles.push(titleOf(attributes));
    },
    onClose(name) {
      if (TITLED.includes(name)) titles.pop();
    },
    onTree(tree, source) {
      if (tree.name === 'qtimetadata') titles.splice(-1, 1, bankTitle(tree));
      else if (tree.name === 'assessmentitem') found.push(readQtiItem({ ...common(source), tree, meta: document.meta }));
      else {
        const topic = titles.filter((title, at) => title !== '' && title !== titles[at - 1]);
        found.push(
          readQti12Item({ ...common(source), tree, meta: { ...document.meta, ...(topic.length > 0 ? { topic } : {}) } }),
        );
      }
      hasItem ||= tree.name !== 'qtimetadata';
    },
  });
  return {
    ...reader,
    take: () => found.splice(0),
    /** Another kind of document, which holds no questions. */
    isOther: () => root !== null && !ROOTS.includes(root),
    hasItem: () => hasItem,
  };
}

const FAILURES = {
  xml: 'qtiNotXml',
  doctype: 'qtiDoctype',
  xmlDepth: 'qtiTooDeep',
  xmlSize: 'qtiTooLarge',
  encoding: 'qtiEncoding',
  noItem: 'qtiNoItem',
  zip: 'qtiDamaged',
} as const satisfies Record<XmlReason | 'noItem' | 'zip', RuleCode>;

/** An entry that says why a document, or the rest of it, could not be read. */
export const failed = (path: string, number: number, reason: keyof typeof FAILURES, line: number): ExchangeItem => ({
  number,
  kind: 'file',
  question: null,
  losses: [],
  messages: [error(FAILURES[reason], 'file', { file: path.slice(-200), line })],
  source: path.slice(-200),
});

function decoderFor(head: Buffer): Decoder {
  const encoding = xmlEncoding(head);
  if (encoding === null) throw new XmlProblem('encoding', 1);
  return new TextDecoder(encoding, { fatal: true });
}

function decoded(decoder: Decoder, chunk?: Buffer): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    // The decoder says so by throwing: bytes that are not of the encoding.
    throw new XmlProblem('encoding', 1);
  }
}

/**
 * Every item of a document, of QTI 1.2, 2.x or 3.0 by its root. What is broken is one failed entry with the name of the file,
 * and what stood before it is kept; documents of other kinds give nothing.
 */
export async function* documentItems(document: QtiDocument, nextNumber: () => number): AsyncGenerator<ExchangeItem> {
  const reader = itemsReader(document, nextNumber);
  let decoder: Decoder | null = null;
  try {
    for await (const chunk of document.bytes) {
      decoder ??= decoderFor(chunk);
      reader.write(decoded(decoder, chunk));
      yield* reader.take();
      if (reader.isOther()) break;
    }
    if (!reader.isOther()) {
      if (decoder) reader.write(decoded(decoder));
      reader.close();
    }
    yield* reader.take();
    if (!reader.hasItem() && document.isItem) yield failed(document.path, nextNumber(), 'noItem', 1);
  } catch (problem) {
    yield* reader.take();
    if (!(problem instanceof XmlProblem)) throw problem;
    yield failed(document.path, nextNumber(), problem.reason, problem.line);
  }
}
