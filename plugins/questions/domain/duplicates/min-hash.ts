/**
 * Independent hash functions, bands of them, and how many make a band. Three to a band would need fewer, but in 100,000 real
 * questions most share words like "which of these is the": a bucket of three then holds hundreds that are not alike.
 */
export const BANDS = 44;
export const ROWS = 5;
export const HASHES = BANDS * ROWS;
/** Hashes of which 8 bits are kept for a quick guess at a similarity. */
export const TRACES = 64;

/** Raise it when any number here or the text compared changes: stored signatures of another version are made anew. */
export const SIGNATURE_VERSION = 2;

/** Odd multipliers and addends of the hash functions; from one fixed seed, because signatures are stored. */
const [MULTIPLIERS, ADDENDS] = constants();

function constants(): readonly [Int32Array, Int32Array] {
  const multipliers = new Int32Array(HASHES);
  const addends = new Int32Array(HASHES);
  let state = 0x1d872b41;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state;
  };
  for (let at = 0; at < HASHES; at += 1) {
    multipliers[at] = next() | 1;
    addends[at] = next();
  }
  return [multipliers, addends];
}

/**
 * Keys of the bands of a set of trigrams, by MinHash: two sets with Jaccard similarity s share a key with probability
 * 1 − (1 − s⁵)⁴⁴: 0.972 at 0.6, 0.996 at 0.65, 0.9996 at 0.7 (A. Broder, On the resemblance and containment of documents, 1997; Leskovec, Rajaraman
 * and Ullman, Mining of Massive Datasets, ch. 3). Keys of different bands differ, so they may share a list.
 * @param keys takes the 44 keys, numbers of 32 bits with sign
 * @param traces takes 8 bits each of 64 hashes
 */
export function bandKeys(trigrams: Uint32Array, keys: Int32Array, traces?: Uint8Array): void {
  for (let band = 0; band < BANDS; band += 1) {
    let key = Math.imul(band + 1, 0x27d4eb2f);
    for (let row = 0; row < ROWS; row += 1) {
      const at = band * ROWS + row;
      const least = smallest(trigrams, MULTIPLIERS[at] as number, ADDENDS[at] as number);
      key = Math.imul(key ^ least, 0x9e3779b1);
      key ^= key >>> 15;
      // The smallest hash has few bits that vary at its front: mixed before it is cut.
      const trace = row * BANDS + band;
      if (traces && trace < TRACES) traces[trace] = Math.imul(least ^ (least >>> 15), 0x85ebca6b) >>> 24;
    }
    keys[band] = key;
  }
}

function smallest(trigrams: Uint32Array, multiplier: number, addend: number): number {
  let least = 0x7fffffff;
  for (let at = 0; at < trigrams.length; at += 1) {
    const hash = (Math.imul(trigrams[at] as number, multiplier) + addend) | 0;
    if (hash < least) least = hash;
  }
  return least;
}
