import type { Token } from 'markdown-it';
import { withoutInvisible } from './clean-markdown.ts';
import { markdown } from './markdown.ts';

/** A text without its markup, on one line: for titles, lists, search and mail. Formulas stay as LaTeX, images as their alternative text. */
export function plainText(text: string): string {
  return withoutInvisible(wordsOf(markdown.parse(text, {})).join(''))
    .replace(/\s+/g, ' ')
    .trim();
}

function wordsOf(tokens: Token[]): string[] {
  return tokens.flatMap((token) => {
    if (token.children !== null && token.children.length > 0) return wordsOf(token.children);
    if (token.type === 'softbreak' || token.type === 'hardbreak') return [' '];
    if (token.block && token.nesting !== 0) return [' '];
    return token.nesting === 0 ? [token.content] : [];
  });
}
