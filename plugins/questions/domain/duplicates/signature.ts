import { BANDS, bandKeys } from './min-hash.ts';
import { trigrams } from './trigrams.ts';

/** The band keys of a text, to be stored and searched by: similar texts share at least one. Empty for a text without words. */
export function signatureOf(text: string): number[] {
  const sorted = trigrams(text);
  if (sorted.length === 0) return [];
  const keys = new Int32Array(BANDS);
  bandKeys(sorted, keys);
  return [...new Set(keys)];
}
