import { similarity, sketchOf, trigrams } from './trigrams.ts';

/** Jaccard similarity of the trigrams of two texts, 0–1: what the matcher would say. */
export function textSimilarity(a: string, b: string): number {
  const [left, right] = [sketchOf(trigrams(a)), sketchOf(trigrams(b))];
  return similarity(left, 0, left.length, right, 0, right.length);
}

/** A similarity as editors read it: whole percent, rounded down, so that 100 means the same words. */
export const percentOf = (alike: number): number => Math.floor(alike * 100 + 1e-6);
