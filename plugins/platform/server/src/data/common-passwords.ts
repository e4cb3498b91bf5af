import { readFileSync } from 'node:fs';
import path from 'node:path';

const SUBSTITUTES: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};

const plain = (text: string) => text.replace(/[@431!0$57]/g, (sign) => SUBSTITUTES[sign] ?? sign);

let words: ReadonlySet<string> | null = null;

function known(): ReadonlySet<string> {
  words ??= new Set(
    readFileSync(path.join(import.meta.dirname, 'common-passwords.txt'), 'utf8')
      .split('\n')
      .filter(Boolean),
  );
  return words;
}

/**
 * True for a password many people use, also with the usual substitutes (`p@ssw0rd`). The list is our own: words, names,
 * clubs and keyboard walks in English, Turkish and Arabic, without digits at their ends.
 */
export function isCommonPassword(text: string): boolean {
  const lower = text.toLowerCase();
  return known().has(lower) || known().has(plain(lower)) || known().has(lower.replaceAll(/\s+/g, ''));
}
