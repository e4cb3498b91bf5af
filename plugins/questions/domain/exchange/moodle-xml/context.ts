import { mediaAddress } from '../html/media-name.ts';
import type { ExchangeQuestion } from '../item.ts';
import { type ItemDraft, itemDraft } from '../item-draft.ts';
import { leftOut } from '../losses.ts';
import type { TextFormat } from '../text-format.ts';
import { child, children, textOf, type XmlNode } from './tree.ts';

/** What a kind makes of its question; the rest is the same for all. */
export type KindBody = Pick<ExchangeQuestion, 'type' | 'key' | 'options' | 'details'> &
  Partial<Pick<ExchangeQuestion, 'stem' | 'unit'>>;

export type KindContext = {
  readonly node: XmlNode;
  readonly draft: ItemDraft;
  /** Format of the question's own text, which parts without one share. */
  readonly format: TextFormat;
  /** The text of an element as Markdown under a field. */
  readonly markdown: (element: XmlNode | undefined, field: string) => string;
  /** The same for feedback: null where none is written. */
  readonly feedback: (element: XmlNode | undefined, field: string) => string | null;
};

/** Reads one kind of question. What cannot be read or carried over is noted in the draft. */
export type Kind = (context: KindContext) => KindBody;

const FORMATS: Readonly<Record<string, TextFormat>> = {
  html: 'html',
  markdown: 'markdown',
  plain_text: 'plain',
  plain: 'plain',
  moodle_auto_format: 'moodle',
};

export const formatOf = (element: XmlNode | undefined, inherited: TextFormat = 'moodle'): TextFormat =>
  FORMATS[element?.attributes['format'] ?? ''] ?? inherited;

const PLUGIN_FILE = /@@PLUGINFILE@@\/([^\s)"'<>]+)/g;

const decoded = (name: string): string => {
  try {
    return decodeURIComponent(name);
  } catch {
    // A lone % in a file name.
    return name;
  }
};
const withoutQuery = (name: string): string => name.split('?', 1)[0] ?? '';

/** The name under which a file of a question is found again in the whole file. */
export const packedName = (place: number, name: string): string => `${place}/${name}`;

/** Names of the files that stand inside a question. */
const filesIn = (node: XmlNode): string[] =>
  node.children.flatMap((one) => (one.name === 'file' ? [one.attributes['name'] ?? ''] : filesIn(one)));

/** Everything a kind needs to read its question. */
export function kindContext(node: XmlNode, place: number): KindContext {
  const files = new Set(filesIn(node));
  const missing = new Set<string>();
  const nameOf = (address: string): string | null => {
    const name = /^@@PLUGINFILE@@\/(.+)$/i.exec(address)?.[1];
    if (name === undefined) return null;
    const plain = decoded(withoutQuery(name));
    if (!files.has(plain)) {
      missing.add(plain);
      return null;
    }
    return packedName(place, plain);
  };
  const draft = itemDraft(nameOf);
  const format = formatOf(child(node, 'questiontext'));
  const markdown = (element: XmlNode | undefined, field: string): string => {
    const own = formatOf(element, format);
    const raw = textOf(element);
    const text =
      own === 'markdown'
        ? raw.replace(PLUGIN_FILE, (address) => {
            const name = nameOf(address);
            return name === null ? address : mediaAddress(name);
          })
        : raw;
    const result = draft.markdown(text, own, field);
    for (const name of missing) draft.lose(leftOut('mediaNotInFile', field, { name }));
    missing.clear();
    return result;
  };
  return { node, draft, format, markdown, feedback: (element, field) => (element ? markdown(element, field) || null : null) };
}

/** A fraction in percent as a share; 0 where none is written. */
export const shareOf = (answer: XmlNode): number => {
  const percent = Number((answer.attributes['fraction'] ?? '0').replace(',', '.'));
  return Number.isFinite(percent) ? percent / 100 : 0;
};

export const answersOf = (node: XmlNode): XmlNode[] => children(node, 'answer');
