import { TRACES } from './min-hash.ts';
import { larger } from './sketch-store.ts';

/** How far below what is expected a count of equal traces may lie, in standard deviations: 1 pair of 3,000 is lost. */
const LEEWAY = 3.4;

/** Least number of equal ones among so many traces where the similarity is at the threshold (binomial, normal approximation). */
const leastEqual = (count: number, threshold: number): number =>
  Math.max(1, Math.floor(count * threshold - LEEWAY * Math.sqrt(count * threshold * (1 - threshold))));

/** 64 bytes a text that tell quickly which ones cannot be alike: a share of them equal to the similarity agrees. */
export class Traces {
  /** Of the text at hand. */
  readonly own = new Uint8Array(TRACES);
  private kept = new Uint8Array(TRACES * 1_024);
  private count = 0;
  private readonly leastOfHalf: number;
  private readonly least: number;

  constructor(threshold: number) {
    this.leastOfHalf = leastEqual(TRACES / 2, threshold);
    this.least = leastEqual(TRACES, threshold);
  }

  /** Takes over those of the text at hand. */
  keep(): void {
    const start = this.count * TRACES;
    if (start === this.kept.length) this.kept = larger(this.kept, new Uint8Array(start * 2));
    this.kept.set(this.own, start);
    this.count += 1;
  }

  areAlike(place: number): boolean {
    const half = this.equal(place, 0, TRACES / 2);
    return half >= this.leastOfHalf && half + this.equal(place, TRACES / 2, TRACES) >= this.least;
  }

  private equal(place: number, from: number, to: number): number {
    const { own, kept } = this;
    const start = place * TRACES;
    let equal = 0;
    for (let at = from; at < to; at += 1) if (own[at] === kept[start + at]) equal += 1;
    return equal;
  }
}
