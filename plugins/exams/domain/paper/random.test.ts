import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inRandomOrder, randomFor, shuffled, xoshiro128 } from './random.ts';

const seedOf = (fill: number) => new Uint8Array(16).fill(fill);
const seeds = fc.uint8Array({ minLength: 16, maxLength: 16 });

/** The reference algorithm in 64-bit arithmetic without any trick, as prng.di.unimi.it prints it. */
function* reference(state: [bigint, bigint, bigint, bigint]) {
  const M = 0xffff_ffffn;
  const rotl = (x: bigint, k: bigint) => ((x << k) | (x >> (32n - k))) & M;
  const s = state;
  for (;;) {
    yield Number((rotl((s[1] * 5n) & M, 7n) * 9n) & M);
    const t = (s[1] << 9n) & M;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotl(s[3], 11n);
  }
}

describe('random numbers of an attempt', () => {
  it('follows the published xoshiro128** for any state', () => {
    expect(xoshiro128(new Int32Array([1, 2, 3, 4]))()).toBe(11520);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 0xffff_ffff }), { minLength: 4, maxLength: 4 }), (words) => {
        const next = xoshiro128(new Int32Array(words));
        const [a = 0, b = 0, c = 0, d = 0] = words;
        const right = reference([BigInt(a), BigInt(b), BigInt(c), BigInt(d)]);
        for (let step = 0; step < 50; step++) expect(next()).toBe(right.next().value);
      }),
    );
  });

  it('gives the same numbers for the same seed and purpose for ever [G3]', () => {
    const draw = (purpose: string) =>
      Array.from({ length: 5 }, () => 0).map(
        (
          (random) => () =>
            random.int(1000)
        )(randomFor(seedOf(7), purpose)),
      );
    expect(draw('draw')).toEqual(draw('draw'));
    expect(draw('draw')).not.toEqual(draw('options 1'));
    expect(draw('draw')).toMatchInlineSnapshot(`
      [
        551,
        741,
        507,
        346,
        132,
      ]
    `);
  });

  it('depends on every byte of the seed', () => {
    const first = (seed: Uint8Array) => randomFor(seed, 'draw').int(2 ** 32);
    for (let at = 0; at < 16; at++) {
      const other = seedOf(7);
      other[at] = 8;
      expect(first(other)).not.toBe(first(seedOf(7)));
    }
  });

  it('draws every number below the limit about equally often', () => {
    const random = randomFor(seedOf(3), 'fair');
    const counts = [0, 0, 0, 0, 0, 0, 0];
    for (let turn = 0; turn < 70_000; turn++) {
      const drawn = random.int(7);
      counts[drawn] = (counts[drawn] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });

  it('keeps what it shuffles', () => {
    fc.assert(
      fc.property(seeds, fc.array(fc.integer()), (seed, list) => {
        const sorted = (values: number[]) => values.toSorted((a, b) => a - b);
        expect(sorted(shuffled(list, randomFor(seed, 'x')))).toEqual(sorted(list));
        expect(sorted([...inRandomOrder(list, randomFor(seed, 'x'))])).toEqual(sorted(list));
      }),
    );
  });
});
