import { renderMarkdown } from '@lyceum/core/render';
import { exchangeMarkdown, type Token } from './markdown-parser.ts';

export type ToHtmlOptions = {
  /** How formulas are written: TeX in the signs of MathJax, which other systems show, or MathML with the TeX inside. */
  readonly maths?: 'tex' | 'mathml';
  /** Where a file stands for the reader of the HTML; by default at the address of the Markdown. */
  readonly address?: (address: string) => string;
  /** Without a paragraph around it, for an option or a name. */
  readonly inline?: boolean;
  /** What stands in the place of gap `[[1]]`; without it the signs stay. */
  readonly gap?: (id: string) => string;
};

const AUDIO = /(?:^\/media\/|\.(?:mp3|ogg|oga|opus|wav|m4a|aac)$)/i;
const escapeHtml = (text: string): string => exchangeMarkdown.utils.escapeHtml(text);

/** MathML that carries its own TeX, as KaTeX and MathJax write it; text in MathJax's signs when it cannot be read. */
function mathml(tex: string, display: boolean): string {
  const source = display ? `$$\n${tex}\n$$` : `$${tex}$`;
  const { html, errors } = renderMarkdown(source, { inline: !display });
  const math = /<math([^>]*)>([\s\S]*)<\/math>/.exec(html);
  if (errors.length > 0 || !math) return texSigns(tex, display);
  const attributes = (math[1] ?? '').includes('xmlns=') ? math[1] : ` xmlns="http://www.w3.org/1998/Math/MathML"${math[1]}`;
  const note = `<annotation encoding="application/x-tex">${escapeHtml(tex)}</annotation>`;
  return `<math${attributes}><semantics><mrow>${math[2]}</mrow>${note}</semantics></math>`;
}

const texSigns = (tex: string, display: boolean): string => (display ? `\\[${escapeHtml(tex)}\\]` : `\\(${escapeHtml(tex)}\\)`);

/** Words that look like the start of a formula stay words: an element between the signs keeps MathJax and our own import away. */
const words = (text: string): string => escapeHtml(text).replace(/\\(?=[([]|begin\{)|\$(?=\$)/g, '<span>$&</span>');

const withGaps = (escaped: string, gap: ToHtmlOptions['gap']): string =>
  gap ? escaped.replace(/\[\[([1-9][0-9]?)\]\]/g, (_, id: string) => gap(id)) : escaped;

/** An image, or the player of a recording, which Markdown writes the same way. */
function mediaTag(token: Token, { address = (same) => same }: ToHtmlOptions): string {
  const from = String(token.attrGet('src') ?? '');
  const to = escapeHtml(address(from));
  const label = exchangeMarkdown.renderer.renderInlineAsText(token.children ?? [], exchangeMarkdown.options, {}).trim();
  if (AUDIO.test(from)) {
    const plays = /^plays=(\d{1,2})$/.exec(String(token.attrGet('title') ?? ''))?.[1];
    const limit = plays === undefined ? '' : ` data-plays="${plays}"`;
    return `<audio src="${to}" controls="controls" title="${escapeHtml(label)}"${limit}>${escapeHtml(label)}</audio>`;
  }
  return `<img src="${to}" alt="${escapeHtml(label)}" />`;
}

function written(tokens: Token[], options: ToHtmlOptions): string {
  const { renderer, options: parserOptions } = exchangeMarkdown;
  let out = '';
  tokens.forEach((token, at) => {
    if (token.type === 'inline') out += written(token.children ?? [], options);
    else if (token.type === 'text') out += withGaps(words(token.content), options.gap);
    else if (token.type === 'code_inline') out += `<code>${withGaps(escapeHtml(token.content), options.gap)}</code>`;
    else if (token.type === 'image') out += mediaTag(token, options);
    else if (token.type === 'math_inline' || token.type === 'math_block') out += formula(token, options);
    else if (token.type === 'hardbreak') out += '<br />\n';
    else if (token.type === 'hr') out += '<hr />\n';
    else
      out += renderRule(token.type)
        ? renderRule(token.type)?.(tokens, at, parserOptions, {}, renderer)
        : renderer.renderToken(tokens, at, parserOptions);
  });
  return out;
}

const renderRule = (type: string) => exchangeMarkdown.renderer.rules[type];

function formula(token: Token, { maths = 'tex' }: ToHtmlOptions): string {
  const display = token.type === 'math_block';
  const tex = token.content.trim();
  const shown = maths === 'mathml' ? mathml(tex, display) : texSigns(tex, display);
  return display && token.map !== null ? `<p>${shown}</p>\n` : shown;
}

/** Our Markdown as HTML for other systems, well formed as XML too; `htmlToMarkdown` takes it back. */
export function markdownToHtml(markdown: string, options: ToHtmlOptions = {}): string {
  const tokens = options.inline ? exchangeMarkdown.parseInline(markdown, {}) : exchangeMarkdown.parse(markdown, {});
  return written(tokens, options).trim();
}
