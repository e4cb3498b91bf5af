/**
 * Share earned on a paper without one of its items, by points, 0–1: what that item is compared with, so that it is not
 * correlated with itself (corrected item–total correlation, Henrysson 1963). Null when the others have no points.
 */
export function restRatio(items: readonly { points: number; ratio: number }[], without: number): number | null {
  let [earned, most] = [0, 0];
  items.forEach(({ points, ratio }, at) => {
    if (at === without) return;
    earned += points * ratio;
    most += points;
  });
  return most > 0 ? Math.min(1, Math.max(0, earned / most)) : null;
}
