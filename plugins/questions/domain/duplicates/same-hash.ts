import { createHash } from 'node:crypto';
import type { Locale } from '@lyceum/core/contract';
import type { QuestionInput } from '../../contract/index.ts';

/** Composed, of one width, without markup signs and maths dollars, with single spaces. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[*_`$~#>\\]/g, '')
    .replace(/\s+/gu, ' ')
    .trim();

/** A stem also without case, folded by the rules of its language: the Turkish I is not an i. */
const folded = (text: string, language: Locale): string => bare(text).toLocaleLowerCase(language);

/**
 * Equal for exact duplicates: the same stem, set of options and key after normalising.
 * Case counts in options (kHz and khz differ) and not in the stem. The order of options does not count.
 */
export function sameHash({ type, stem, options, key, details, language }: QuestionInput): string {
  const texts = new Map<string, string>(options.map(({ id, text }) => [id, bare(text)]));
  const named = (value: unknown): unknown => {
    if (typeof value === 'string') return texts.get(value) ?? bare(value);
    if (Array.isArray(value)) return value.map(named);
    if (value === null || typeof value !== 'object') return value;
    return Object.entries(value)
      .map(([name, field]) => [texts.get(name) ?? name, named(field)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
  };
  const right = 'correct' in key ? key.correct.map((id) => texts.get(id) ?? id).sort() : named(key);
  const parts = [type, folded(stem, language), [...texts.values()].sort(), right, named(details)];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 32);
}
