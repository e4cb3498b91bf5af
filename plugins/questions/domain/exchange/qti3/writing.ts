import { markdownToHtml } from '../html/markdown-to-html.ts';
import { mediaAddress, mediaNameOf } from '../html/media-name.ts';
import { rewriteMedia } from '../html/rewrite-media.ts';
import type { ExchangeQuestion, Loss } from '../item.ts';
import { leftOut } from '../losses.ts';
import { possible, type xmlAttributes, xmlElement } from '../package/xml-text.ts';
import { MARKDOWN_ATTRIBUTE } from '../qti/own-markdown.ts';

export type WriteOptions = {
  /** The name of a file of the bank inside the package, such as `media/x.png`; null for an address that stays as it is. */
  readonly fileOf: (address: string) => string | null;
  /** The way from the folder of the item to the root of the package. */
  readonly toRoot: string;
  /** The identifier in the package; made from the code where it is left out. */
  readonly identifier?: string;
};

/** Travels through the writing of one item. */
export type Writing = {
  readonly question: ExchangeQuestion;
  readonly losses: Loss[];
  /** Files of the package that the item shows. */
  readonly media: Set<string>;
  /** A text as markup that carries its Markdown. */
  readonly text: (
    markdown: string,
    field: string,
    as?: { tag?: 'div' | 'span'; inline?: boolean; gap?: (id: string) => string },
  ) => string;
};

/** Opens the writing of a question. */
export function openWriting(question: ExchangeQuestion, { fileOf, toRoot }: WriteOptions): Writing {
  const losses: Loss[] = [];
  const media = new Set<string>();
  return {
    question,
    losses,
    media,
    text(markdown, field, { tag = 'div', inline = false, gap } = {}) {
      const packed = rewriteMedia(markdown, (address) => {
        const file = fileOf(address);
        if (file !== null) {
          media.add(file);
          return mediaAddress(file);
        }
        if (address.startsWith('/')) losses.push(leftOut('qtiMediaMissing', field, { address: address.slice(0, 120) }));
        return null;
      });
      const address = (written: string): string => {
        const name = mediaNameOf(written);
        return name === null ? written : toRoot + name.split('/').map(encodeURIComponent).join('/');
      };
      const html = markdownToHtml(packed, { maths: 'mathml', inline, address, ...(gap ? { gap } : {}) });
      return xmlElement(tag, { [MARKDOWN_ATTRIBUTE]: packed }, possible(html));
    },
  };
}

/** An element of QTI 3. */
export const qti = (
  name: string,
  attributes: Parameters<typeof xmlAttributes>[0] = {},
  inner: string | readonly string[] = '',
): string => xmlElement(`qti-${name}`, attributes, inner);
