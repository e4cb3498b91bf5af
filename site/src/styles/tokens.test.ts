import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('.', import.meta.url);
const sheets = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.css') && !name.endsWith('tokens.css'),
);

describe.each(sheets)('%s', (name) => {
  const css = readFileSync(new URL(name, folder), 'utf8');
  it('takes every colour from the tokens', () => {
    expect(css.match(/#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|oklab|lab|lch)\(/gi) ?? []).toEqual([]);
  });
  it('mirrors by logical properties', () => {
    expect(
      css.match(/(?:margin|padding|border)-(?:left|right)\b|(?:^|[\s;{])(?:left|right):|text-align: (?:left|right)/g) ?? [],
    ).toEqual([]);
  });
});
