import { type HtmlOptions, htmlToMarkdown } from './html/html-to-markdown.ts';
import type { Loss } from './item.ts';
import type { TextFormat } from './text-format.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const asHtml = (text: string): string => text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign).replaceAll('\n', '<br>');
/** A tag or an entity; a lone `<` of a comparison is neither. */
const MARKUP = /<\/?[a-z][a-z0-9]{0,20}(?:\s[^<>]{0,2000})?\/?>|<!--|&(?:[a-z]{2,20}|#\d{1,7}|#x[\da-f]{1,6});/i;
const BLOCK = /<(?:p|div|ul|ol|table|pre|h[1-6]|blockquote)[\s>]/i;

function htmlOf(text: string, format: Exclude<TextFormat, 'markdown'>): string {
  if (format === 'html') return text;
  if (format === 'plain' || !MARKUP.test(text)) return asHtml(text);
  return BLOCK.test(text) ? text : text.replaceAll('\n', '<br>');
}

export type Markdown = { readonly markdown: string; readonly losses: readonly Loss[] };
/** The field for the losses, whether it is a text of one line, and which file an address in it means. */
export type TextOptions = Pick<HtmlOptions, 'inline' | 'mediaName'> & { readonly field: string };

/** A text of a file as Markdown, with what it loses on the way named under its field. Markdown stays as it is. */
export function asMarkdown(text: string, format: TextFormat, options: TextOptions): Markdown {
  if (format === 'markdown') return { markdown: text, losses: [] };
  if (text.trim() === '') return { markdown: '', losses: [] };
  return htmlToMarkdown(htmlOf(text, format), { mediaName: () => null, ...options });
}
