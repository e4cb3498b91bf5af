import { Buckets } from './buckets.ts';
import { BANDS, bandKeys } from './min-hash.ts';
import { SketchStore } from './sketch-store.ts';
import { Traces } from './traces.ts';
import { SKETCH, sketchOf, trigrams } from './trigrams.ts';

/** A text that is like the one asked about; similarity 0–1. */
export type Match = { readonly id: string; readonly similarity: number };
export type Found = {
  /** The most similar first. */
  readonly matches: readonly Match[];
  /** True when there were more candidates or matches than are looked at. */
  readonly isLimited: boolean;
};

export const MATCHER_LIMITS = {
  /** Entries of one bucket that are looked at, the newest first. */
  bucket: 100,
  /** Entries of all buckets of one text that are looked at. */
  steps: 4_000,
  /** Texts that are compared in full with one. */
  comparisons: 200,
  /** Texts above the threshold after which one is compared with no more. */
  enough: 40,
  /** Matches of one text that are told. */
  matches: 20,
} as const;

const NONE: Found = { matches: [], isLimited: false };

/**
 * Finds near-duplicates among many texts, one after the other: MinHash and LSH propose, the Jaccard similarity of the trigrams
 * decides. Every step is bounded, so the time grows with the number of texts whatever they say [I8]. Memory: 4 bytes a trigram,
 * at most 704 bytes a text, 290 bytes and the id beside, and 12 MB at the start.
 */
export class NearMatcher {
  private readonly threshold: number;
  private readonly buckets = new Buckets();
  private readonly sketches = new SketchStore();
  private readonly ids: string[] = [];
  private readonly keys = new Int32Array(BANDS);
  private readonly traces: Traces;

  /** @param threshold least similarity that counts, 0–1; below 0.5 many pairs are missed */
  constructor(threshold: number) {
    this.threshold = threshold;
    this.traces = new Traces(threshold);
  }

  get size(): number {
    return this.ids.length;
  }

  /** Texts like this one among those added before; then it is added itself. Entries of the same id are passed over. */
  add(id: string, text: string): Found {
    const sorted = this.take(text);
    const found = this.search(id, sorted);
    this.keep(id, sorted);
    return found;
  }

  /** Texts like this one; nothing is added. */
  match(id: string, text: string): Found {
    return this.search(id, this.take(text));
  }

  /** Adds without looking: for what was compared before. */
  load(id: string, text: string): void {
    this.keep(id, this.take(text));
  }

  private take(text: string): Uint32Array {
    const sorted = trigrams(text);
    bandKeys(sorted, this.keys, this.traces.own);
    return sorted;
  }

  private search(id: string, sorted: Uint32Array): Found {
    if (sorted.length === 0) return NONE;
    const sketch = sketchOf(sorted);
    const { places, isLimited } = this.buckets.find(this.keys, MATCHER_LIMITS.bucket, MATCHER_LIMITS.steps);
    const matches: Match[] = [];
    let compared = 0;
    for (const place of places) {
      if (!this.canBeAlike(place, sketch.length)) continue;
      const other = this.ids[place] as string;
      if (other === id) continue;
      compared += 1;
      const alike = this.sketches.similarityTo(place, sketch);
      if (alike >= this.threshold) matches.push({ id: other, similarity: alike });
      if (compared >= MATCHER_LIMITS.comparisons || matches.length >= MATCHER_LIMITS.enough) break;
    }
    matches.sort((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : 1));
    const isCut = compared >= MATCHER_LIMITS.comparisons || matches.length > MATCHER_LIMITS.matches;
    return { matches: matches.slice(0, MATCHER_LIMITS.matches), isLimited: isLimited || isCut };
  }

  /** Sets of very different size cannot be alike (what was cut to a sketch says nothing about its size), nor those with other traces. */
  private canBeAlike(place: number, length: number): boolean {
    const other = this.sketches.lengthOf(place);
    const [small, large] = other < length ? [other, length] : [length, other];
    return (large >= SKETCH || small >= large * this.threshold) && this.traces.areAlike(place);
  }

  private keep(id: string, sorted: Uint32Array): void {
    this.traces.keep();
    this.ids.push(id);
    this.sketches.add(sketchOf(sorted));
    this.buckets.add(sorted.length === 0 ? null : this.keys);
  }
}
