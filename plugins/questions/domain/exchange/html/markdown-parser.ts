import katexPlugin from '@vscode/markdown-it-katex';
import createMarkdownIt, { type MarkdownIt, type Token } from 'markdown-it';
import { MEDIA_SCHEME } from './media-name.ts';

/**
 * The parser of the renderer in core, which also knows `media:` as an address: files that come with an import have no other
 * until they are stored.
 */
export const exchangeMarkdown = create();

function create(): MarkdownIt {
  const md = createMarkdownIt('default', { html: false, linkify: false, typographer: false, maxNesting: 40 });
  // Only its parsing rules are used. A CommonJS module: bundlers hand over its default, Node the whole module.
  md.use((target) => (typeof katexPlugin === 'function' ? katexPlugin : katexPlugin.default)(target));
  md.validateLink = (address: string) =>
    address.startsWith(MEDIA_SCHEME) ||
    address.startsWith('/') ||
    address.startsWith('#') ||
    /^(?:https?:|mailto:)/i.test(address);
  return md;
}

export type { Token };
