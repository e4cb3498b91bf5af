import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, drawPaper, type SectionToDraw } from './draw.ts';
import { enemiesFrom } from './enemies.ts';
import { randomFor } from './random.ts';

const seed = (fill = 1) => new Uint8Array(16).fill(fill);
const question = (id: string): Candidate => ({ documentId: id, revisionId: id.charCodeAt(0) * 1000 + Number(id.slice(1)) });
const questions = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => question(`${prefix}${at}`));
const draw = (
  sections: SectionToDraw[],
  options: { avoid?: string[]; shuffleItems?: boolean; fill?: number; enemies?: [string, string][] } = {},
) =>
  drawPaper(sections, {
    enemies: enemiesFrom(options.enemies ?? []),
    avoid: new Set(options.avoid ?? []),
    shuffleItems: options.shuffleItems ?? false,
    random: randomFor(seed(options.fill), 'draw'),
  });
const idsOf = (result: ReturnType<typeof draw>) =>
  result.sections.flatMap((section) => section.items.map((item) => item.documentId));

/** Sections whose rules draw from overlapping parts of twelve questions. */
const anySections = fc.array(
  fc.record({
    fixed: fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { maxLength: 2 }),
    rules: fc.array(
      fc.record({
        count: fc.integer({ min: 1, max: 4 }),
        pool: fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { maxLength: 12 }),
      }),
      { maxLength: 3 },
    ),
  }),
  { minLength: 1, maxLength: 3 },
);

type RawSection = { fixed: number[]; rules: { count: number; pool: number[] }[] };

const toSections = (raw: readonly RawSection[]): SectionToDraw[] => {
  const fixed = new Set<number>();
  return raw.map((section, at) => ({
    id: `s${at}`,
    fixed: section.fixed.filter((one) => !fixed.has(one) && fixed.add(one)).map((one) => question(`q${one}`)),
    rules: section.rules.map((rule, place) => ({
      id: `r${at}-${place}`,
      count: rule.count,
      candidates: rule.pool.map((one) => question(`q${one}`)),
    })),
  }));
};

/** The slow, obvious reference: tries every way to fill the places one after the other. */
function most(places: readonly (readonly string[])[], used: ReadonlySet<string>): number {
  const [first, ...rest] = places;
  if (!first) return 0;
  let best = most(rest, used);
  if (best === rest.length + 1) return best;
  for (const id of first) if (!used.has(id)) best = Math.max(best, 1 + most(rest, new Set([...used, id])));
  return best;
}

/** The same where some questions keep each other out. */
function mostInPeace(
  places: readonly (readonly string[])[],
  used: ReadonlySet<string>,
  enemies: ReturnType<typeof enemiesFrom>,
): number {
  const [first, ...rest] = places;
  if (!first) return 0;
  let best = mostInPeace(rest, used, enemies);
  for (const id of first) {
    if (used.has(id) || [...(enemies.get(id) ?? [])].some((enemy) => used.has(enemy))) continue;
    best = Math.max(best, 1 + mostInPeace(rest, new Set([...used, id]), enemies));
  }
  return best;
}

describe('drawing a paper', () => {
  it('puts no question on a paper twice and takes each from its own rule [E-03]', () => {
    fc.assert(
      fc.property(anySections, fc.integer({ min: 1, max: 255 }), fc.boolean(), (raw, fill, shuffleItems) => {
        const sections = toSections(raw);
        const result = draw(sections, { fill, shuffleItems });
        const ids = idsOf(result);
        expect(new Set(ids).size).toBe(ids.length);
        for (const [at, section] of sections.entries()) {
          const allowed = new Set(
            [...section.fixed, ...section.rules.flatMap((rule) => rule.candidates)].map((one) => one.documentId),
          );
          for (const item of result.sections[at]?.items ?? []) expect(allowed.has(item.documentId)).toBe(true);
          for (const one of section.fixed) expect(ids).toContain(one.documentId);
        }
      }),
    );
  });

  it('fills overlapping rules whenever some choice fills them, and names what is missing otherwise', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            count: fc.integer({ min: 1, max: 2 }),
            pool: fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { maxLength: 4 }),
          }),
          {
            minLength: 1,
            maxLength: 3,
          },
        ),
        fc.integer({ min: 1, max: 255 }),
        (rules, fill) => {
          const places = rules.flatMap((rule) => Array.from({ length: rule.count }, () => rule.pool.map((one) => `q${one}`)));
          const best = most(places, new Set());
          const result = draw(toSections([{ fixed: [], rules }]), { fill });
          expect(idsOf(result).length).toBe(best);
          expect(result.complete).toBe(best === places.length);
          expect(result.shortages.reduce((sum, one) => sum + one.missing, 0)).toBe(places.length - best);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('fills a narrow rule although a wide one comes first', () => {
    const [a, b] = [question('a1'), question('a2')];
    const sections = [
      {
        id: 's',
        fixed: [],
        rules: [
          { id: 'wide', count: 1, candidates: [a, b] },
          { id: 'narrow', count: 1, candidates: [a] },
        ],
      },
    ];
    for (let fill = 1; fill < 30; fill++) expect(draw(sections, { fill }).complete).toBe(true);
  });

  it('avoids the questions of the last attempt while others fit [E-48]', () => {
    const pool = questions('q', 6);
    const rule = (count: number) => [{ id: 's', fixed: [], rules: [{ id: 'r', count, candidates: pool }] }];
    for (let fill = 1; fill < 30; fill++) {
      expect(idsOf(draw(rule(3), { avoid: ['q0', 'q1', 'q2'], fill })).sort()).toEqual(['q3', 'q4', 'q5']);
      const four = idsOf(draw(rule(4), { avoid: ['q0', 'q1', 'q2'], fill }));
      expect(four.filter((id) => ['q0', 'q1', 'q2'].includes(id))).toHaveLength(1);
    }
  });

  it('keeps fixed questions although they were in the last attempt', () => {
    expect(idsOf(draw([{ id: 's', fixed: questions('f', 2), rules: [] }], { avoid: ['f0', 'f1'] }))).toEqual(['f0', 'f1']);
  });

  it('shuffles items within their section only [E-46]', () => {
    const sections = ['a', 'b'].map((id) => ({ id, fixed: questions(id, 8), rules: [] }));
    const result = draw(sections, { shuffleItems: true });
    expect(result.sections.map((section) => section.id)).toEqual(['a', 'b']);
    expect(result.sections.map((section) => section.items.every((item) => item.documentId.startsWith(section.id)))).toEqual([
      true,
      true,
    ]);
    expect(idsOf(result)).not.toEqual(idsOf(draw(sections)));
  });

  it('gives the same paper for the same seed and other papers for other seeds [G3]', () => {
    const sections = [{ id: 's', fixed: [], rules: [{ id: 'r', count: 10, candidates: questions('q', 100) }] }];
    expect(idsOf(draw(sections, { fill: 9 }))).toEqual(idsOf(draw(sections, { fill: 9 })));
    const papers = new Set(Array.from({ length: 50 }, (_, at) => idsOf(draw(sections, { fill: at + 1 })).join()));
    expect(papers.size).toBe(50);
  });

  it('draws each question of a rule about equally often', () => {
    const counts = new Map<string, number>();
    const random = randomFor(seed(5), 'many');
    const sections = [{ id: 's', fixed: [], rules: [{ id: 'r', count: 2, candidates: questions('q', 10) }] }];
    for (let turn = 0; turn < 10_000; turn++) {
      for (const id of idsOf(drawPaper(sections, { avoid: new Set(), shuffleItems: false, random })))
        counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    for (const count of counts.values()) expect(Math.abs(count - 2_000)).toBeLessThan(200);
  });

  it('never puts two variants of one question on a paper [Q-40, E-48]', () => {
    const anyPairs = fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 12 });
    fc.assert(
      fc.property(anySections, anyPairs, fc.integer({ min: 1, max: 255 }), (raw, numbers, fill) => {
        const enemies = numbers.map(([one, other]): [string, string] => [`q${one}`, `q${other}`]);
        const sections = toSections(raw);
        const ids = new Set(idsOf(draw(sections, { fill, enemies })));
        const fixed = new Set(sections.flatMap((section) => section.fixed.map((one) => one.documentId)));
        for (const [one, other] of enemies) {
          if (one === other || (fixed.has(one) && fixed.has(other))) continue;
          expect(ids.has(one) && ids.has(other)).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('fills every rule although variants keep questions out, whenever some choice does [Q-40]', () => {
    const anyRules = fc.array(
      fc.record({ count: fc.integer({ min: 1, max: 2 }), pool: fc.uniqueArray(fc.nat(6), { maxLength: 5 }) }),
      { minLength: 1, maxLength: 3 },
    );
    const anyPairs = fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 6 });
    fc.assert(
      fc.property(anyRules, anyPairs, fc.integer({ min: 1, max: 255 }), (rules, numbers, fill) => {
        const pairs = numbers.filter(([a, b]) => a !== b).map(([a, b]): [string, string] => [`q${a}`, `q${b}`]);
        const enemies = enemiesFrom(pairs);
        const places = rules.flatMap((rule) => Array.from({ length: rule.count }, () => rule.pool.map((one) => `q${one}`)));
        const result = draw(toSections([{ fixed: [], rules }]), { fill, enemies: pairs });
        expect(idsOf(result).length).toBe(mostInPeace(places, new Set(), enemies));
      }),
      { numRuns: 300 },
    );
  });

  it('takes none of a group of variants where one of them is fixed', () => {
    const [a, b, c] = [question('a1'), question('a2'), question('a3')];
    const sections = [{ id: 's', fixed: [a], rules: [{ id: 'r', count: 1, candidates: [b, c] }] }];
    for (let fill = 1; fill < 20; fill++) expect(idsOf(draw(sections, { fill, enemies: [['a1', 'a2']] }))).toEqual(['a1', 'a3']);
  });

  it('gives the same paper for the same seed where variants are about [G3]', () => {
    const sections = [{ id: 's', fixed: [], rules: [{ id: 'r', count: 5, candidates: questions('q', 8) }] }];
    const enemies: [string, string][] = [
      ['q0', 'q1'],
      ['q1', 'q2'],
      ['q3', 'q4'],
    ];
    expect(idsOf(draw(sections, { fill: 3, enemies }))).toEqual(idsOf(draw(sections, { fill: 3, enemies })));
  });
});
