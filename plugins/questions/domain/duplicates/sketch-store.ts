import { similarity } from './trigrams.ts';

const CHUNK = 1 << 20;

/** Sketches one behind the other in blocks of 4 MB, so that growing copies nothing. */
export class SketchStore {
  private readonly chunks: Uint32Array[] = [];
  private free = CHUNK;
  private starts = new Uint32Array(1_024);
  private lengths = new Uint16Array(1_024);
  private count = 0;

  /** @param sketch at most 65,535 numbers */
  add(sketch: Uint32Array): void {
    if (this.count === this.starts.length) {
      this.starts = larger(this.starts, new Uint32Array(this.count * 2));
      this.lengths = larger(this.lengths, new Uint16Array(this.count * 2));
    }
    if (this.free + sketch.length > CHUNK) {
      this.chunks.push(new Uint32Array(CHUNK));
      this.free = 0;
    }
    this.chunks.at(-1)?.set(sketch, this.free);
    this.starts[this.count] = (this.chunks.length - 1) * CHUNK + this.free;
    this.lengths[this.count] = sketch.length;
    this.free += sketch.length;
    this.count += 1;
  }

  lengthOf(place: number): number {
    return this.lengths[place] as number;
  }

  /** Similarity of a stored sketch and another one, 0–1. */
  similarityTo(place: number, sketch: Uint32Array): number {
    const start = this.starts[place] as number;
    const chunk = this.chunks[Math.floor(start / CHUNK)] as Uint32Array;
    const from = start % CHUNK;
    return similarity(chunk, from, from + this.lengthOf(place), sketch, 0, sketch.length);
  }
}

export function larger<List extends Int32Array | Uint32Array | Uint16Array | Uint8Array>(from: List, into: List): List {
  into.set(from);
  return into;
}
