import type { AnsweredItem } from '../../contract/index.ts';

/** Moments of pairs (x, y), updated one by one without losing digits (Welford; West, Communications of the ACM 22, 1979). */
export type Moments = { n: number; meanX: number; meanY: number; squaresX: number; squaresY: number; products: number };

export const newMoments = (): Moments => ({ n: 0, meanX: 0, meanY: 0, squaresX: 0, squaresY: 0, products: 0 });

/** Takes a pair in. */
export function addPair(moments: Moments, x: number, y: number): void {
  moments.n += 1;
  const deltaX = x - moments.meanX;
  const deltaY = y - moments.meanY;
  moments.meanX += deltaX / moments.n;
  moments.meanY += deltaY / moments.n;
  moments.squaresX += deltaX * (x - moments.meanX);
  moments.squaresY += deltaY * (y - moments.meanY);
  moments.products += deltaX * (y - moments.meanY);
}

/** What is kept of all answers to one revision. */
export type ItemSums = {
  times: number;
  answered: number;
  /** Share earned, with its square sum in x. */
  shares: Moments;
  /** Share earned against the share of the rest of the paper; only papers that have a rest. */
  withRest: Moments;
  seconds: number;
  /** How often each option was chosen, and by whom: the sum of the rest of their papers. */
  options: Map<string, { count: number; withRest: number; restSum: number }>;
};

export const newSums = (): ItemSums => ({
  times: 0,
  answered: 0,
  shares: newMoments(),
  withRest: newMoments(),
  seconds: 0,
  options: new Map(),
});

/** Takes one answered place of a paper in. */
export function addItem(sums: ItemSums, { ratio, restRatio, selected, answered, secondsSpent }: AnsweredItem): void {
  sums.times += 1;
  sums.answered += answered ? 1 : 0;
  sums.seconds += secondsSpent;
  addPair(sums.shares, ratio, 0);
  if (restRatio !== null) addPair(sums.withRest, ratio, restRatio);
  for (const id of selected ?? []) {
    const option = sums.options.get(id) ?? { count: 0, withRest: 0, restSum: 0 };
    option.count += 1;
    if (restRatio !== null) {
      option.withRest += 1;
      option.restSum += restRatio;
    }
    sums.options.set(id, option);
  }
}
