import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { nearCorpus } from '../testing/near-corpus.ts';
import { sample } from '../testing/sample.ts';
import { MATCHER_LIMITS, NearMatcher } from './near-matcher.ts';
import { nearText } from './near-text.ts';
import { signatureOf } from './signature.ts';
import { percentOf, textSimilarity } from './text-similarity.ts';
import { trigrams } from './trigrams.ts';

/** What nobody holds any more does not count as memory in use. */
function collect(): void {
  setFlagsFromString('--expose_gc');
  const gc: unknown = runInNewContext('gc');
  if (typeof gc === 'function') gc();
}

/** Trigrams as pg_trgm's manual describes them, as texts: slow and obvious. */
function plainTrigrams(text: string): Set<string> {
  const words = text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return new Set(
    words.flatMap((word) => {
      const padded = `  ${word} `;
      return Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3));
    }),
  );
}

function plainSimilarity(a: Set<string>, b: Set<string>): number {
  let shared = 0;
  for (const one of a) if (b.has(one)) shared += 1;
  const union = a.size + b.size - shared;
  return union === 0 ? 0 : shared / union;
}

describe('the similarity of two texts', () => {
  it('is the one pg_trgm gives, for letters of all scripts [Q-39]', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abc ABCçğıİşü ماء0-1?,'), maxLength: 60 });
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        expect(textSimilarity(a, b)).toBeCloseTo(plainSimilarity(plainTrigrams(a), plainTrigrams(b)), 10);
      }),
    );
    expect(textSimilarity('word', 'two words')).toBeCloseTo(0.363636, 5);
  });

  it('stays close to the exact one where long texts are compared by a sample', () => {
    const [a = '', b = ''] = nearCorpus(2, 5);
    const long = nearCorpus(40, 9).join(' ');
    const exact = plainSimilarity(plainTrigrams(`${long} ${a}`), plainTrigrams(`${long} ${b}`));
    expect(trigrams(long).length).toBeGreaterThan(500);
    expect(Math.abs(textSimilarity(`${long} ${a}`, `${long} ${b}`) - exact)).toBeLessThan(0.1);
  });

  it('is told in whole percent, and as 100 for the same words only', () => {
    expect([percentOf(1), percentOf(0.999), percentOf(0.85), percentOf(0.29)]).toEqual([100, 99, 85, 29]);
  });

  it('takes the words of stem and options, not their markup, case, order of marks or vowels', () => {
    const base = nearText(sample({ stem: 'What **is** this?', language: 'en' }));
    expect(nearText(sample({ stem: 'WHAT is _this_?' }))).toBe(base);
    expect(nearText(sample({ language: 'ar', stem: 'كِتَاب' }))).toBe(nearText(sample({ language: 'ar', stem: 'كتاب' })));
    expect(nearText(sample({ stem: 'x'.repeat(20_000) })).length).toBeLessThanOrEqual(4_000);
    const matching = sample({
      type: 'matching',
      details: { prompts: [{ id: '1', text: 'Turkey' }] },
      key: { pairs: { 1: 'a' } },
    });
    expect(nearText(matching)).toContain('turkey');
  });
});

describe('near-duplicates among many', () => {
  it('are found as a join of every text with every other finds them, at least 98 of 100 [Q-39]', () => {
    const texts = nearCorpus(1_800, 3);
    const sets = texts.map(plainTrigrams);
    const expected = new Set<string>();
    for (let b = 1; b < sets.length; b += 1)
      for (let a = 0; a < b; a += 1)
        if (plainSimilarity(sets[a] as Set<string>, sets[b] as Set<string>) >= 0.6) expected.add(`${a}-${b}`);
    const matcher = new NearMatcher(0.6);
    const found = new Set<string>();
    texts.forEach((text, b) => {
      for (const { id } of matcher.add(String(b), text).matches) found.add(`${id}-${b}`);
    });
    expect(expected.size).toBeGreaterThan(100);
    expect([...found].filter((pair) => !expected.has(pair))).toEqual([]);
    expect([...expected].filter((pair) => found.has(pair)).length / expected.size).toBeGreaterThanOrEqual(0.98);
  });

  it('share a stored signature, at least 98 of 100 [Q-39]', () => {
    const texts = nearCorpus(4_000, 11);
    let pairs = 0;
    let sharing = 0;
    const matcher = new NearMatcher(0.6);
    texts.forEach((text, at) => {
      const own = new Set(signatureOf(text));
      for (const { id } of matcher.add(String(at), text).matches) {
        pairs += 1;
        if (signatureOf(texts[Number(id)] ?? '').some((key) => own.has(key))) sharing += 1;
      }
    });
    expect(sharing / pairs).toBeGreaterThanOrEqual(0.98);
    expect(signatureOf('… ?!')).toEqual([]);
  });

  it('come with their similarity, the nearest first, and never the text itself', () => {
    const matcher = new NearMatcher(0.6);
    matcher.load('near', 'which planet is the largest one of the solar system');
    matcher.load('nearer', 'which planet is the largest of the solar system');
    matcher.load('other', 'how many legs does a spider have');
    const { matches, isLimited } = matcher.match('new', 'which planet is the largest of our solar system');
    expect(matches.map(({ id }) => id)).toEqual(['nearer', 'near']);
    expect(isLimited).toBe(false);
    expect(matcher.match('nearer', 'which planet is the largest of the solar system').matches.map(({ id }) => id)).toEqual([
      'near',
    ]);
    expect(matcher.size).toBe(3);
    expect(matcher.add('empty', '?!').matches).toEqual([]);
    expect(matcher.add('empty too', '…').matches).toEqual([]);
  });

  it.each([
    ['all the same', 20_000, (_: number, text: string) => text],
    ['all nearly the same', 20_000, (at: number, text: string) => `${text} ${at}`],
  ] as const)('are bounded and say so when they are %s, at the cost of any other [I8]', (_, count, textOf) => {
    const [text = ''] = nearCorpus(1, 1);
    const matcher = new NearMatcher(0.6);
    const timeOf = (from: number, to: number): number => {
      const started = performance.now();
      for (let at = from; at < to; at += 1) {
        const { matches, isLimited } = matcher.add(String(at), textOf(at, text));
        expect(matches.length).toBeLessThanOrEqual(MATCHER_LIMITS.matches);
        if (at > 1_000) expect(isLimited).toBe(true);
      }
      return performance.now() - started;
    };
    const first = timeOf(0, count / 2);
    // Quadratic work would take three times as long for the second half; the machine may be busy.
    expect(timeOf(count / 2, count)).toBeLessThan(first * 3 + 2_000);
  });

  it('take 1,080 bytes each at most beside 12 MB, however long they are, so 100,000 take at most 120 MB', async () => {
    const count = 40_000;
    const long = nearCorpus(40, 2).join(' ');
    collect();
    const before = process.memoryUsage().arrayBuffers;
    const matcher = new NearMatcher(0.6);
    for (let at = 0; at < count; at += 1) matcher.load(`question-${at}`, `${at} ${long.slice(at % 2_000, (at % 2_000) + 300)}`);
    expect(matcher.size).toBe(count);
    // What a grown array left behind is counted until the collector, which works beside the program, has swept it.
    await vi.waitFor(
      () => {
        collect();
        const each = (process.memoryUsage().arrayBuffers - before - 12_000_000) / count;
        expect(each).toBeLessThan(1_080);
      },
      { timeout: 20_000, interval: 200 },
    );
    expect(matcher.size).toBe(count);
  });
});
