import type { Locale } from '@lyceum/core/contract';

/**
 * A short answer brought to the form it is compared in: NFKC (so full-width and ligatures equal their plain forms),
 * without marks nobody sees, with single spaces, and, unless case counts, in lower case by the rules of the language
 * (`I` is `ı` in Turkish). Arabic tatweel and vowel marks do not count. Linear in the length.
 */
export function comparable(text: string, caseSensitive: boolean, language: Locale): string {
  const shaped = text
    .toWellFormed()
    .normalize('NFKC')
    .replace(/[\p{Cf}\u0640\u064B-\u0652\u0670]/gu, '')
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐‑–—−]/g, '-')
    .replace(/\s+/gu, ' ')
    .trim();
  return caseSensitive ? shaped : shaped.toLocaleLowerCase(language).normalize('NFKC');
}

/** True when the answer equals one of the accepted texts. */
export function isAccepted(answer: string, accepted: readonly string[], caseSensitive: boolean, language: Locale): boolean {
  const given = comparable(answer, caseSensitive, language);
  return given !== '' && accepted.some((text) => comparable(text, caseSensitive, language) === given);
}
