import { BANDS } from './min-hash.ts';
import { larger } from './sketch-store.ts';

const BITS = 16;

export type Candidates = { readonly places: readonly number[]; readonly isLimited: boolean };

/** Which texts share a band, as chains through typed arrays, the newest first. */
export class Buckets {
  private readonly heads = new Int32Array(BANDS << BITS).fill(-1);
  private chains = new Int32Array(BANDS * 1_024);
  private stamps = new Int32Array(1_024);
  private asked = 0;
  private count = 0;

  /** @param keys of the text's bands; null where it has none and is never found */
  add(keys: Int32Array | null): void {
    const place = this.count;
    this.count += 1;
    if (place === this.stamps.length) {
      const size = Math.ceil(place * 1.25);
      this.chains = larger(this.chains, new Int32Array(size * BANDS));
      this.stamps = larger(this.stamps, new Int32Array(size));
    }
    if (keys === null) return;
    for (let band = 0; band < BANDS; band += 1) {
      const bucket = bucketOf(band, keys);
      this.chains[place * BANDS + band] = this.heads[bucket] as number;
      this.heads[bucket] = place;
    }
  }

  /** Places that share a bucket with the keys, each once; of a full bucket the newest. */
  find(keys: Int32Array, mostOfBucket: number, mostSteps: number): Candidates {
    this.asked += 1;
    const places: number[] = [];
    let isLimited = false;
    let steps = 0;
    for (let band = 0; band < BANDS; band += 1) {
      let place = this.heads[bucketOf(band, keys)] as number;
      const end = Math.min(steps + mostOfBucket, mostSteps);
      while (place >= 0 && steps < end) {
        steps += 1;
        if (this.stamps[place] !== this.asked) places.push(place);
        this.stamps[place] = this.asked;
        place = this.chains[place * BANDS + band] as number;
      }
      if (place >= 0) isLimited = true;
    }
    return { places, isLimited };
  }
}

const bucketOf = (band: number, keys: Int32Array): number => (band << BITS) | ((keys[band] as number) >>> (32 - BITS));
