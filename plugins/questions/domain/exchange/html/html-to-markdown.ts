import type { Loss } from '../item.ts';
import { blocksOf, joined } from './blocks.ts';
import { type HtmlContext, type HtmlOptions, htmlContext } from './context.ts';
import { inlineText } from './inline-text.ts';
import { parseHtml } from './parse-html.ts';
import { sameForm, shownMarkdown } from './shown-text.ts';
import type { MarkupNode } from './tree.ts';

export type { HtmlOptions } from './context.ts';

/** A text of another system as our Markdown. */
export type FromHtml = {
  readonly markdown: string;
  /** What is not there, or not the same. */
  readonly losses: readonly Loss[];
  /** Names of the files that the text shows as `media:<name>`, each once. */
  readonly media: readonly string[];
};

/**
 * HTML of any origin as Markdown with formulas. Nothing that a browser would run or fetch comes through; signs that look
 * like Markdown are escaped, so that the renderer shows the words of the original [I1]. Never throws, linear under limits.
 */
export function htmlToMarkdown(html: string, options: HtmlOptions = {}): FromHtml {
  const { root, cut } = parseHtml(html);
  const converted = treeToMarkdown(root.children, options);
  if (!cut) return converted;
  return {
    ...converted,
    losses: [...converted.losses, { level: 'leftOut', code: 'htmlTooLarge', field: options.field ?? '', params: {} }],
  };
}

/** The same for markup that was read as XML, such as the body of a QTI item. */
export function treeToMarkdown(nodes: readonly MarkupNode[], options: HtmlOptions = {}): FromHtml {
  const first = convert(nodes, htmlContext(options, false));
  if (isShown(first, options)) return first;
  // The signs of this text cannot stand beside each other in Markdown: its words come without emphasis and links.
  const context = htmlContext(options, true);
  context.lose('approximated', 'htmlFormatting');
  const second = convert(nodes, context);
  if (options.inline || isShown(second, options)) return second;
  const { markdown } = inlineText(nodes, context);
  return { markdown: markdown.replaceAll('\\\n', '\n\n'), losses: context.losses, media: context.media };
}

type Converted = FromHtml & { readonly shown: string };

function convert(nodes: readonly MarkupNode[], context: HtmlContext): Converted {
  const { markdown, shown } = context.options.inline ? inlineText(nodes, context) : joined(blocksOf(nodes, context));
  return { markdown: markdown.trim(), shown, losses: context.losses, media: context.media };
}

/** Whether the renderer would show what was converted: the rules of emphasis have corners that only the parser knows. */
const isShown = ({ markdown, shown }: Converted, { inline }: HtmlOptions): boolean =>
  shownMarkdown(markdown, inline === true) === sameForm(shown);
