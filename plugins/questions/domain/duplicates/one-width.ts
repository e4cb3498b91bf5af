/** Ligatures, Arabic presentation forms, full and half width forms: the same letters drawn otherwise. */
const DRAWN_OTHERWISE = /[\uFB00-\uFDFF\uFE70-\uFEFC\uFF01-\uFFEF\u3000]+/g;
/** Marks nobody sees, and the Arabic stretch. */
const UNSEEN = /[\p{Cf}\u0640]+/gu;
const MAYBE_ODD = /[^\n -~]/;
const SINGLE_QUOTES = /[‘’ʼ‚]/g;
const DOUBLE_QUOTES = /[“”„«»]/g;
const DASHES = /[‐‑‒–—−]/g;

/**
 * The text composed (NFC), of one width, with plain quotes and dashes and without marks nobody sees.
 * Not NFKC as a whole: that would make 10² the same as 102. Linear in the length.
 */
export function oneWidth(text: string): string {
  if (!MAYBE_ODD.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(DRAWN_OTHERWISE, (drawn) => drawn.normalize('NFKC'))
    .replace(UNSEEN, '')
    .replace(SINGLE_QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .replace(DASHES, '-');
}
