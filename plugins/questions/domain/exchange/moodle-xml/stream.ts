import { refuse } from '@lyceum/core/contract';
import { SaxesParser } from 'saxes';
import { IMPORT_HARD_LIMITS, questionsProblems } from '../../../contract/index.ts';
import type { XmlNode } from './tree.ts';

/** A `<question>` with its place among those of the file that are no categories, from 1. */
export type MoodleEntry = { readonly place: number; readonly line: number; readonly node: XmlNode; readonly kind: string };

/** An image or another file inside a question; its bytes come piece by piece. */
export type FileSink = {
  readonly start: (place: number, name: string) => void;
  readonly data: (base64: string) => void;
  readonly end: () => void;
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: Moodle exports hold characters that XML does not allow
const ILLEGAL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

const unreadable = (reason: string, line: number): never =>
  refuse(questionsProblems.importUnreadable, { params: { reason, line } });
const tooLarge = (limit: 'itemCharacters' | 'itemDepth'): never =>
  refuse(questionsProblems.importTooLarge, { params: { limit, max: IMPORT_HARD_LIMITS[limit] } });

const openingTag = (name: string, attributes: Readonly<Record<string, string>>): string => {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${value.replaceAll('"', '&quot;')}"`);
  return `<${name}${written.join('')}>`;
};

/**
 * Reads a Moodle XML file piece by piece and hands out its questions. Knows the five entities of XML and no others: a document
 * type, with which entities are declared, is refused [I4]. The bytes of files inside it are never part of a question.
 */
export function moodleStream(sink?: FileSink) {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const ready: MoodleEntry[] = [];
  const open: XmlNode[] = [];
  let place = 0;
  let line = 1;
  let depth = 0;
  let held = 0;
  let isFile = false;
  /** Elements inside a `<text>` that somebody wrote without CDATA: they are HTML of that text. */
  let inText = 0;

  const addText = (text: string): void => {
    if (isFile) {
      sink?.data(text);
      return;
    }
    const node = open.at(-1);
    if (node === undefined) return;
    held += text.length;
    if (held > IMPORT_HARD_LIMITS.itemCharacters) tooLarge('itemCharacters');
    node.text += text;
  };

  parser.on('doctype', () => unreadable('doctype', parser.line));
  parser.on('error', () => unreadable('xml', parser.line));
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > IMPORT_HARD_LIMITS.itemDepth) tooLarge('itemDepth');
    if (depth === 1 && name !== 'quiz') unreadable('moodleXml', parser.line);
    if (open.length === 0 && !(depth === 2 && name === 'question')) return;
    if (open.at(-1)?.name === 'text') {
      inText += 1;
      addText(openingTag(name, attributes));
      return;
    }
    const node: XmlNode = { name, attributes, children: [], text: '' };
    if (open.length === 0) {
      [held, line] = [0, parser.line];
      if (attributes['type'] !== 'category') place += 1;
    }
    held += name.length + Object.values(attributes).reduce((sum, value) => sum + value.length, 0);
    open.at(-1)?.children.push(node);
    open.push(node);
    if (name === 'file') {
      isFile = true;
      sink?.start(place, attributes['name'] ?? '');
    }
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    if (inText > 0) {
      inText -= 1;
      addText(`</${name}>`);
      return;
    }
    const node = open.pop();
    if (node?.name === 'file') {
      isFile = false;
      sink?.end();
    }
    if (node !== undefined && open.length === 0) {
      ready.push({ place, line, node, kind: node.attributes['type'] ?? '' });
    }
  });

  return {
    /** Takes the next piece; gives the questions that are complete by now. */
    push(piece: string): MoodleEntry[] {
      parser.write(piece.replace(ILLEGAL, ''));
      return ready.splice(0);
    },
    /** Refuses a file that breaks off. */
    end(): MoodleEntry[] {
      parser.close();
      return ready.splice(0);
    },
  };
}
