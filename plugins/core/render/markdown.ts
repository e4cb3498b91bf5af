import katexPlugin from '@vscode/markdown-it-katex';
import createMarkdownIt, { type MarkdownIt, type Token } from 'markdown-it';
import { audioIdOf, playLimitOf } from './audio-clip.ts';
import { renderFormula } from './formula.ts';
import { isImageAddress, isLinkAddress } from './sanitize.ts';

/** What is wrong in a text, so that an editor can find it. */
export type RenderError = {
  readonly code: 'formula' | 'image-address' | 'image-alt' | 'audio-label';
  /** For the editor; English, from the formula parser where it speaks. */
  readonly message: string;
  /** Offset in the text, in UTF-16 units; 0 is its first character. */
  readonly position: number;
};

/** Travels through one rendering. */
export type RenderEnv = { source: string; cursor: number; errors: RenderError[] };

type Plugin = (target: MarkdownIt) => void;

/** A plugin that is a CommonJS module: bundlers hand over its default, Node the whole module. */
function parsingRules(module: unknown): Plugin {
  return (typeof module === 'function' ? module : (module as { default: Plugin }).default) as Plugin;
}

export const markdown = createMarkdown();

function createMarkdown(): MarkdownIt {
  const md = createMarkdownIt('default', { html: false, linkify: false, typographer: false, maxNesting: 40 });
  // Only its parsing rules are used.
  md.use(parsingRules(katexPlugin));
  md.validateLink = (address: string) => isLinkAddress(address) || isImageAddress(address) || audioIdOf(address) !== null;

  md.renderer.rules.math_inline = (tokens, index, _options, env) => formula(tokenAt(tokens, index), envOf(env), false);
  md.renderer.rules.math_block = (tokens, index, _options, env) => formula(tokenAt(tokens, index), envOf(env), true);
  md.renderer.rules.image = (tokens, index, _options, env) => image(md, tokenAt(tokens, index), envOf(env));
  md.renderer.rules.table_open = () => '<div class="table-scroll"><table>\n';
  md.renderer.rules.table_close = () => '</table></div>\n';
  md.renderer.rules.th_open = (tokens, index) => `<th scope="col"${alignment(tokenAt(tokens, index))}>`;
  md.renderer.rules.td_open = (tokens, index) => `<td${alignment(tokenAt(tokens, index))}>`;
  md.renderer.rules.link_open = (tokens, index, options, _env, self) => {
    tokenAt(tokens, index).attrSet('rel', 'noopener');
    return self.renderToken(tokens, index, options);
  };
  // Headings of a text stand below the page's own two levels.
  md.renderer.rules.heading_open = (tokens, index) => `<${lowered(tokenAt(tokens, index))}>`;
  md.renderer.rules.heading_close = (tokens, index) => `</${lowered(tokenAt(tokens, index))}>\n`;
  md.renderer.rules.code_inline = (tokens, index) => `<code dir="ltr">${escapeHtml(tokenAt(tokens, index).content)}</code>`;
  const codeBlock = (content: string) => `<pre dir="ltr"><code>${escapeHtml(content)}</code></pre>\n`;
  md.renderer.rules.code_block = (tokens, index) => codeBlock(tokenAt(tokens, index).content);
  md.renderer.rules.fence = (tokens, index) => codeBlock(tokenAt(tokens, index).content);
  return md;
}

function formula(token: Token, env: RenderEnv, display: boolean): string {
  const start = locate(env, token.markup + token.content, token.markup.length);
  const result = renderFormula(token.content, display);
  // Without a map the block formula stands inside a line of text, where no div may be.
  const tag = display && token.map !== null ? 'div' : 'span';
  const kind = display ? 'math-block' : 'math';
  if (result.ok) return `<${tag} class="${kind}" dir="ltr">${result.mathml}</${tag}>`;
  env.errors.push({ code: 'formula', message: result.message, position: start + result.position });
  const shown = `<span class="formula-error" dir="ltr">${escapeHtml(token.markup + token.content + token.markup)}</span>`;
  return tag === 'div' ? `<p>${shown}</p>` : shown;
}

function image(md: MarkdownIt, token: Token, env: RenderEnv): string {
  const address = String(token.attrGet('src') ?? '');
  const alt = md.renderer.renderInlineAsText(token.children ?? [], md.options, env).trim();
  const position = locate(env, `![${token.content}]`, 0);
  const audioId = audioIdOf(address);
  if (audioId !== null) return audioClip(audioId, String(token.attrGet('title') ?? ''), alt, position, env);
  if (!isImageAddress(address)) {
    env.errors.push({ code: 'image-address', message: 'Images come from /uploads/ or over https', position });
    return escapeHtml(alt);
  }
  if (alt === '') env.errors.push({ code: 'image-alt', message: 'The image has no alternative text', position });
  return `<img src="${escapeHtml(address)}" alt="${escapeHtml(alt)}" loading="lazy" decoding="async">`;
}

/** Says which file and how often it may be played; the player puts itself in this place. */
function audioClip(id: string, title: string, label: string, position: number, env: RenderEnv): string {
  if (label === '') env.errors.push({ code: 'audio-label', message: 'The audio has no name', position });
  const plays = playLimitOf(title);
  const limit = plays === null ? '' : ` data-plays="${plays}"`;
  return `<span class="audio-clip" data-media="${id}"${limit}>${escapeHtml(label)}</span>`;
}

/**
 * Where a piece of the source stands. Tokens inside a line carry no offset, but they come in the order of the text, so
 * the search goes on behind the last one found. Where a list's indent was taken out of it, the last place counts.
 */
function locate(env: RenderEnv, piece: string, skip: number): number {
  const found = env.source.indexOf(piece, env.cursor);
  if (found === -1) return env.cursor;
  env.cursor = found + piece.length;
  return found + skip;
}

function alignment(token: Token): string {
  const style = String(token.attrGet('style') ?? '');
  const side = /text-align:(left|center|right)/.exec(style)?.[1];
  if (side === undefined) return '';
  const logical = side === 'left' ? 'start' : side === 'right' ? 'end' : 'center';
  return ` class="align-${logical}"`;
}

const lowered = (token: Token) => `h${Math.min(6, Number(token.tag.slice(1)) + 2)}`;

const escapeHtml = (text: string) => markdown.utils.escapeHtml(text);

function tokenAt(tokens: Token[], index: number): Token {
  const token = tokens[index];
  if (token === undefined) throw new RangeError(`no token at ${index}`);
  return token;
}

/** The renderer passes through what `renderMarkdown` gave it; a bare call gets a place of its own. */
function envOf(env: unknown): RenderEnv {
  return typeof env === 'object' && env !== null && 'errors' in env ? (env as RenderEnv) : { source: '', cursor: 0, errors: [] };
}
