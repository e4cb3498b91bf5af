/** A small seeded generator (mulberry32), so that a failing run can be played again from its printed seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The run's seed: FAULT_SEED, or the time. */
export const runSeed = (): number => Number(process.env['FAULT_SEED'] ?? Date.now() % 1_000_000);
