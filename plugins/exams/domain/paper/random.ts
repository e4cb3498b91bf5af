/** Source of draws for one purpose of one attempt. The same seed and purpose give the same numbers for ever. */
export type Random = {
  /** A whole number from 0 to `below` − 1, each equally likely. @param below 1 … 2³² */
  int(below: number): number;
};

const rotl = (x: number, k: number) => (x << k) | (x >>> (32 - k));

/** Finaliser of MurmurHash3 (Appleby, public domain): spreads every bit of a 32-bit word over all. */
function mix(word: number): number {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/**
 * xoshiro128** 1.1 (Blackman and Vigna, https://prng.di.unimi.it/xoshiro128starstar.c), 32 bits a step.
 * @param state four words, not all zero; changed in place
 */
export function xoshiro128(state: Int32Array): () => number {
  return () => {
    const [s0 = 0, s1 = 0, s2 = 0, s3 = 0] = state;
    const result = Math.imul(rotl(Math.imul(s1, 5), 7), 9) >>> 0;
    const next2 = s2 ^ s0;
    const next3 = s3 ^ s1;
    state[1] = s1 ^ next2;
    state[0] = s0 ^ next3;
    state[2] = next2 ^ (s1 << 9);
    state[3] = rotl(next3, 11);
    return result;
  };
}

/**
 * The stream of one purpose ("draw", "options 7"). Streams of different purposes do not follow from each other,
 * and without the attempt's secret seed none can be told from ids.
 * @param seed 16 random bytes, made when the attempt starts
 */
export function randomFor(seed: Uint8Array, purpose: string): Random {
  if (seed.length !== 16) throw new RangeError('a seed has 16 bytes');
  const view = new DataView(seed.buffer, seed.byteOffset, 16);
  const state = new Int32Array(4);
  let hash = 0x9e3779b9;
  for (let at = 0; at < purpose.length; at++) hash = mix(hash ^ purpose.charCodeAt(at)) + at;
  for (let word = 0; word < 4; word++) {
    hash = mix(hash + 0x9e3779b9);
    state[word] = mix(view.getInt32(word * 4) ^ hash);
  }
  if (state.every((word) => word === 0)) state[0] = 1;
  const next = xoshiro128(state);
  for (let warmUp = 0; warmUp < 16; warmUp++) next();
  return {
    int(below) {
      if (below <= 1) return 0;
      // Numbers above the last full multiple would favour small results.
      const limit = 0x1_0000_0000 - (0x1_0000_0000 % below);
      for (;;) {
        const drawn = next();
        if (drawn < limit) return drawn % below;
      }
    },
  };
}

/** A shuffled copy (Fisher–Yates). */
export function shuffled<T>(list: readonly T[], random: Random): T[] {
  const copy = [...list];
  for (let last = copy.length - 1; last > 0; last--) {
    const other = random.int(last + 1);
    const kept = copy[last] as T;
    copy[last] = copy[other] as T;
    copy[other] = kept;
  }
  return copy;
}

/** The list in random order, one at a time: taking k of n costs k steps, so a large pool is not shuffled for a few draws. */
export function* inRandomOrder<T>(list: readonly T[], random: Random): Generator<T> {
  const moved = new Map<number, number>();
  for (let left = list.length; left > 0; left--) {
    const place = random.int(left);
    const index = moved.get(place) ?? place;
    moved.set(place, moved.get(left - 1) ?? left - 1);
    yield list[index] as T;
  }
}
