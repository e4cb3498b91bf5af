/** 1 for every UTF-16 unit that belongs to a word; halves of pairs count as letters. */
const WORD = wordUnits();

function wordUnits(): Uint8Array {
  const table = new Uint8Array(65_536);
  const word = /[\p{L}\p{N}\p{M}]/u;
  for (let unit = 0; unit < table.length; unit += 1)
    if ((unit >= 0xd800 && unit < 0xe000) || word.test(String.fromCharCode(unit))) table[unit] = 1;
  return table;
}

const SPACE = 32;

/** Three units as one well mixed number of 32 bits. Source of the mixing: MurmurHash3, 32-bit finaliser (A. Appleby). */
function mixed(a: number, b: number, c: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca77) ^ Math.imul(c, 0xc2b2ae3d);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * The trigrams of a text as sorted, distinct numbers of 32 bits: of every word with two spaces before and one behind it, as
 * pg_trgm counts them (https://www.postgresql.org/docs/current/pgtrgm.html), with the letters of all scripts.
 * Two different trigrams are one number once in some four billion. Linear in the length, but for the sort.
 */
export function trigrams(text: string): Uint32Array {
  const found = new Uint32Array(text.length * 2 + 2);
  let count = 0;
  let before = SPACE;
  let last = SPACE;
  for (let at = 0; at <= text.length; at += 1) {
    const unit = at < text.length ? text.charCodeAt(at) : SPACE;
    const isWord = WORD[unit] === 1;
    if (!isWord && last === SPACE) continue;
    found[count] = mixed(before, last, isWord ? unit : SPACE);
    count += 1;
    before = isWord ? last : SPACE;
    last = isWord ? unit : SPACE;
  }
  return distinct(found.subarray(0, count).sort());
}

function distinct(sorted: Uint32Array): Uint32Array {
  let kept = 0;
  for (let at = 0; at < sorted.length; at += 1) {
    const value = sorted[at] ?? 0;
    if (kept > 0 && sorted[kept - 1] === value) continue;
    sorted[kept] = value;
    kept += 1;
  }
  return sorted.slice(0, kept);
}

/** Most trigrams that are kept of one text. */
export const SKETCH = 176;

/** A sorted list of trigrams as it is kept: whole, or the 176 smallest numbers of a longer one. */
export const sketchOf = (sorted: Uint32Array): Uint32Array => (sorted.length > SKETCH ? sorted.slice(0, SKETCH) : sorted);

/**
 * Jaccard similarity |A ∩ B| / |A ∪ B| of two sketches, 0–1; two empty ones have nothing in common. Exact while both hold at
 * most 175 trigrams; of longer texts the 176 smallest numbers of the union are a fair sample of it, with a standard error
 * below 0.037 (bottom-k sketch: Cohen and Kaplan, Summarizing data using bottom-k sketches, PODC 2007).
 */
export function similarity(a: Uint32Array, aStart: number, aEnd: number, b: Uint32Array, bStart: number, bEnd: number): number {
  const isSample = aEnd - aStart >= SKETCH || bEnd - bStart >= SKETCH;
  const most = isSample ? SKETCH : Number.POSITIVE_INFINITY;
  let shared = 0;
  let union = 0;
  let atA = aStart;
  let atB = bStart;
  while (atA < aEnd && atB < bEnd && union < most) {
    const left = a[atA] as number;
    const right = b[atB] as number;
    if (left === right) shared += 1;
    if (left <= right) atA += 1;
    if (right <= left) atB += 1;
    union += 1;
  }
  union = Math.min(most, union + (aEnd - atA) + (bEnd - atB));
  return union === 0 ? 0 : shared / union;
}
