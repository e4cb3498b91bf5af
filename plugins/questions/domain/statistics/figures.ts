import type { ItemFigures, OptionFigures } from '../../contract/index.ts';
import type { ItemSums, Moments } from './sums.ts';

/** Bounds of a 95 % interval lie so many standard errors away. */
const Z95 = 1.959964;

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
const round = (value: number): number => Math.round(value * 10_000) / 10_000;

/** Pearson's correlation; null with fewer than three pairs or where one side never changes. */
export function correlation({ n, squaresX, squaresY, products }: Moments): number | null {
  if (n < 3 || squaresX <= 1e-12 || squaresY <= 1e-12) return null;
  return clamp(products / Math.sqrt(squaresX * squaresY), -1, 1);
}

/** 95 % interval of a correlation by Fisher's z (Fisher, Metron 1, 1921); null with fewer than four pairs. */
export function correlationInterval(r: number, n: number): { low: number; high: number } | null {
  if (n < 4) return null;
  const z = Math.atanh(clamp(r, -0.999999, 0.999999));
  const step = Z95 / Math.sqrt(n - 3);
  return { low: round(Math.tanh(z - step)), high: round(Math.tanh(z + step)) };
}

/**
 * 95 % interval of a mean share between 0 and 1. Wilson's for a proportion (JASA 22, 1927), with the spread that was seen instead of
 * p(1 − p): for right-or-wrong items both are the same, for partial credit this one is narrower, as it should be.
 */
export function shareInterval(mean: number, squares: number, n: number): { low: number; high: number } {
  if (n === 0) return { low: 0, high: 1 };
  const spread = mean > 0 && mean < 1 ? clamp(squares / n / (mean * (1 - mean)), 0, 1) : 1;
  const size = n / Math.max(spread, 1 / n);
  const z2 = Z95 * Z95;
  const middle = (mean + z2 / (2 * size)) / (1 + z2 / size);
  const half = (Z95 / (1 + z2 / size)) * Math.sqrt((mean * (1 - mean)) / size + z2 / (4 * size * size));
  return { low: round(Math.max(0, middle - half)), high: round(Math.min(1, middle + half)) };
}

/**
 * Point-biserial correlation of choosing an option with the rest of the paper: positive where better learners choose it
 * (Crocker & Algina, Introduction to Classical and Modern Test Theory, 1986, ch. 14). Null where nobody or everybody chose it.
 */
function optionCorrelation({ withRest, restSum }: { withRest: number; restSum: number }, rest: Moments): number | null {
  if (rest.n < 3 || withRest === 0 || withRest === rest.n || rest.squaresY <= 1e-12) return null;
  const share = withRest / rest.n;
  const deviation = Math.sqrt(rest.squaresY / rest.n);
  return clamp(((restSum / withRest - rest.meanY) / deviation) * Math.sqrt(share / (1 - share)), -1, 1);
}

/**
 * Figures of one revision from the sums over its answers.
 * Difficulty index: mean share of the points, 0 (nobody right) to 1. Discrimination: corrected item–total correlation, the share
 * earned against the rest of the same paper, so that an item does not correlate with itself.
 * @param optionIds options of the revision, so that those nobody chose are listed with 0
 */
export function figuresOf(sums: ItemSums, optionIds: readonly string[]): ItemFigures {
  const { times, answered, shares, withRest, seconds } = sums;
  const r = correlation(withRest);
  const interval = r === null ? null : correlationInterval(r, withRest.n);
  const options: OptionFigures[] = optionIds.map((id) => {
    const option = sums.options.get(id) ?? { count: 0, withRest: 0, restSum: 0 };
    const own = optionCorrelation(option, withRest);
    return {
      id,
      count: option.count,
      share: times === 0 ? 0 : round(option.count / times),
      discrimination: own === null ? null : round(own),
    };
  });
  return {
    times,
    answered,
    omitted: times === 0 ? 0 : round((times - answered) / times),
    difficulty: { value: round(shares.meanX), ...shareInterval(shares.meanX, shares.squaresX, times) },
    discrimination: r === null || interval === null ? null : { value: round(r), ...interval },
    meanSec: times === 0 ? 0 : Math.round(seconds / times),
    options,
  };
}
