import { withoutInvisible } from './clean-markdown.ts';
import { markdown, type RenderEnv, type RenderError } from './markdown.ts';
import { sanitize } from './sanitize.ts';

export type { RenderError } from './markdown.ts';

export type RenderOptions = {
  /** Without paragraphs, lists and tables: for an answer option or a title. */
  readonly inline?: boolean;
  /** Language of the text where it differs from the page's; wraps the result with `lang` and `dir`. */
  readonly lang?: string;
};

export type Rendered = {
  /** Safe to set as markup. */
  readonly html: string;
  /** Empty for a text that may be published. */
  readonly errors: RenderError[];
};

/**
 * The one way from Markdown with formulas to markup, the same in admin, site and mail. Takes no HTML; formulas become
 * MathML, left to right; what cannot be shown is shown as it was typed and listed in `errors`.
 */
export function renderMarkdown(text: string, options: RenderOptions = {}): Rendered {
  const env: RenderEnv & Record<string, unknown> = { source: text, cursor: 0, errors: [] };
  const raw = options.inline === true ? markdown.renderInline(text, env) : markdown.render(text, env);
  const html = withoutInvisible(sanitize(raw)).trim();
  return {
    html: options.lang === undefined ? html : inLanguage(html, options.lang, options.inline === true),
    errors: env.errors,
  };
}

function inLanguage(html: string, lang: string, inline: boolean): string {
  const tag = inline ? 'span' : 'div';
  const code = /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/.test(lang) ? lang : 'und';
  const dir = /^(ar|fa|he|ur|ps|ku-arab)\b/i.test(code) ? 'rtl' : 'ltr';
  return `<${tag} lang="${code}" dir="${dir}">${html}</${tag}>`;
}
