import type { HtmlOptions } from '../html/context.ts';
import { type FromHtml, treeToMarkdown } from '../html/html-to-markdown.ts';
import { markdownToHtml } from '../html/markdown-to-html.ts';
import { mediaNameOf } from '../html/media-name.ts';
import { attribute, isElement, type MarkupElement, type MarkupNode } from '../html/tree.ts';
import { XmlProblem, xmlDocument } from '../package/xml-tree.ts';

/** The attribute that keeps the Markdown of a block beside the HTML made of it. */
export const MARKDOWN_ATTRIBUTE = 'data-markdown';
/** Stands for an interaction inside a text, until the text is Markdown. */
export const GAP_ELEMENT = 'qtigap';

export const gapElement = (id: string): MarkupElement => ({ name: GAP_ELEMENT, attributes: { id }, children: [] });
const gapMarkdown = (element: MarkupElement): string | null =>
  element.name === GAP_ELEMENT ? `[[${attribute(element, 'id') ?? ''}]]` : null;

/** The markup that our own writer makes of a text, gaps as elements. Null when it cannot be read back. */
function rendered(markdown: string, inline: boolean): readonly MarkupNode[] | null {
  const html = markdownToHtml(markdown, { maths: 'mathml', inline, gap: (id) => `<${GAP_ELEMENT} id="${id}"/>` });
  try {
    return xmlDocument(`<div>${html}</div>`).children;
  } catch (error) {
    if (error instanceof XmlProblem) return null;
    throw error;
  }
}

const isBlank = (node: MarkupNode): boolean => typeof node === 'string' && node.trim() === '';

/** The one element around a text that carries its Markdown. */
function carrier(nodes: readonly MarkupNode[]): MarkupElement | null {
  const [only, ...more] = nodes.filter((node) => !isBlank(node));
  return more.length === 0 && isElement(only) && attribute(only, MARKDOWN_ATTRIBUTE) !== undefined ? only : null;
}

/**
 * Markup of an item as Markdown. Where our own writer left the Markdown beside it, that is taken word for word, as long as the
 * markup still says the same: what somebody changed in another tool counts.
 */
export function qtiMarkdown(nodes: readonly MarkupNode[], options: HtmlOptions): FromHtml {
  const withGaps: HtmlOptions = {
    ...options,
    replace: gapMarkdown,
    mediaName: (address, kind) => mediaNameOf(address) ?? options.mediaName?.(address, kind) ?? null,
  };
  const found = carrier(nodes);
  const read = treeToMarkdown(found?.children ?? nodes, withGaps);
  if (!found) return read;
  const markdown = attribute(found, MARKDOWN_ATTRIBUTE) ?? '';
  const expected = rendered(markdown, options.inline === true);
  const isSame = expected !== null && treeToMarkdown(expected, withGaps).markdown === read.markdown;
  return isSame ? { markdown, losses: [], media: read.media } : read;
}
