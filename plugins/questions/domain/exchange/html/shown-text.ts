import { exchangeMarkdown, type Token } from './markdown-parser.ts';

/** What a reader sees of a Markdown text, without spaces: words, code, formulas as TeX, images as label and address. */
export function shownMarkdown(markdown: string, inline: boolean): string {
  const tokens = inline ? exchangeMarkdown.parseInline(markdown, {}) : exchangeMarkdown.parse(markdown, {});
  return sameForm(wordsOf(tokens).join(''));
}

/** The form in which two shown texts are compared. */
export const sameForm = (text: string): string => text.replace(/\s+/gu, '').normalize('NFC');

function wordsOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => {
    if (token.type === 'image') return [wordsOf(token.children ?? []).join(''), addressOf(token)];
    if (token.children !== null && token.children.length > 0) return wordsOf(token.children);
    return token.nesting === 0 && token.type !== 'hr' ? [token.content] : [];
  });
}

const addressOf = (token: Token): string => String(token.attrGet('src') ?? '');

/** An address as the parser hands it on. */
export const shownAddress = (address: string): string => exchangeMarkdown.normalizeLink(address);
