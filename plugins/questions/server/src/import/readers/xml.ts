import { SaxesParser } from 'saxes';
import { unreadable } from './limits.ts';

export type XmlHandlers = {
  /** Names come without their namespace prefix. */
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close: (name: string) => void;
  readonly text?: (text: string) => void;
};

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Elements inside each other; more is an attack, a workbook has about ten. */
const MAX_DEPTH = 64;

/**
 * A parser for one XML part of a workbook, fed piece by piece. Knows the five entities of XML and no others:
 * a document type, with which entities are declared, is refused [I4].
 */
export function xmlParser(part: string, handlers: XmlHandlers) {
  const parser = new SaxesParser({ xmlns: false });
  let depth = 0;
  parser.on('doctype', () => unreadable('doctype', { part }));
  parser.on('error', () => unreadable('xml', { part }));
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > MAX_DEPTH) unreadable('xmlDepth', { part });
    handlers.open(local(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    handlers.close(local(tag.name));
  });
  if (handlers.text) parser.on('text', handlers.text);
  return parser;
}

/** Reads a whole part through the handlers. Wrong UTF-8 is refused. */
export async function readXml(part: string, bytes: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<void> {
  for await (const _ of xmlPieces(part, bytes, handlers)) {
    // The handlers do the work.
  }
}

/** The same with a pause after each piece, so that a caller can hand on what was found so far. */
export async function* xmlPieces(part: string, bytes: AsyncIterable<Buffer>, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = xmlParser(part, handlers);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (chunk?: Buffer): string => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      return unreadable('encoding', { part });
    }
  };
  for await (const chunk of bytes) {
    parser.write(decode(chunk));
    yield;
  }
  parser.write(decode()).close();
  yield;
}
