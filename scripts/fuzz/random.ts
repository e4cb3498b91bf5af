/** Numbers that a seed decides (mulberry32): a run can be repeated. */
export type Random = {
  /** A whole number from 0 to below `max`. */
  readonly below: (max: number) => number;
  readonly pick: <Value>(list: readonly Value[]) => Value;
};

/** Random numbers from a seed of 32 bits. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const below = (max: number): number => Math.floor(next() * Math.max(1, max));
  return {
    below,
    pick<Value>(list: readonly Value[]): Value {
      const value = list[below(list.length)];
      if (value === undefined) throw new RangeError('nothing to pick from');
      return value;
    },
  };
}
