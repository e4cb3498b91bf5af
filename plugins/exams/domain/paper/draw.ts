import { type Enemies, enemyGroups, isEnemyOf, NO_ENEMIES, peacefulChoice } from './enemies.ts';
import { type Matched, matchRules } from './match-rules.ts';
import { inRandomOrder, type Random, shuffled } from './random.ts';

/** A question in one version. */
export type Shown = { readonly documentId: string; readonly revisionId: number };

/** A published question as the draw sees it, with its translations by language. */
export type Candidate = Shown & { readonly translations?: Readonly<Record<string, Shown>> };

/** What a learner of a language gets for a candidate: its translation where there is one, else itself. */
export const shownIn = (candidate: Candidate, language: string | null): Shown =>
  (language === null ? undefined : candidate.translations?.[language]) ?? candidate;

export type RuleToDraw = { readonly id: string; readonly count: number; readonly candidates: readonly Candidate[] };

export type SectionToDraw = { readonly id: string; readonly fixed: readonly Candidate[]; readonly rules: readonly RuleToDraw[] };

export type DrawnSection = { readonly id: string; readonly items: readonly Candidate[] };

/** Rules the pool cannot fill, with how many questions each lacks at least. */
export type Shortage = { readonly sectionId: string; readonly ruleId: string; readonly missing: number };

export type Draw = {
  readonly complete: boolean;
  readonly sections: readonly DrawnSection[];
  readonly shortages: readonly Shortage[];
};

/**
 * Draws a paper: no question twice over the whole paper, every rule filled whenever some choice fills all of them
 * (rules may overlap), no two variants of one question, and as few questions of `avoid` as possible (the learner's last
 * attempt, E-48). Two fixed questions that are variants stay: whoever fixed them was warned.
 * Fixed questions stand first in their section in the given order; `shuffleItems` mixes each section [E-46].
 */
export function drawPaper(
  sections: readonly SectionToDraw[],
  options: { avoid: ReadonlySet<string>; shuffleItems: boolean; random: Random; enemies?: Enemies },
): Draw {
  const { avoid, random, enemies = NO_ENEMIES } = options;
  const fixed = new Set(sections.flatMap((section) => section.fixed.map((one) => one.documentId)));
  const rules = sections.flatMap((section) => section.rules.map((rule) => ({ ...rule, sectionId: section.id })));
  const taken = drawFreely(rules, fixed, avoid, enemies, random) ?? drawByMatching(rules, fixed, avoid, enemies, random);

  let at = 0;
  const drawn = sections.map((section) => {
    const items = [...section.fixed, ...section.rules.flatMap(() => taken[at++] ?? [])];
    return { id: section.id, items: options.shuffleItems ? shuffled(items, random) : items };
  });
  const shortages = rules.flatMap((rule, index) => {
    const missing = rule.count - (taken[index]?.length ?? 0);
    return missing > 0 ? [{ sectionId: rule.sectionId, ruleId: rule.id, missing }] : [];
  });
  return { complete: shortages.length === 0, sections: drawn, shortages };
}

/** The common case: each rule in turn finds enough fresh questions. Null when one does not. */
function drawFreely(
  rules: readonly RuleToDraw[],
  fixed: ReadonlySet<string>,
  avoid: ReadonlySet<string>,
  enemies: Enemies,
  random: Random,
): Matched | null {
  const used = new Set(fixed);
  const taken: Candidate[][] = [];
  for (const rule of rules) {
    const picked: Candidate[] = [];
    for (const candidate of inRandomOrder(rule.candidates, random)) {
      if (picked.length === rule.count) break;
      const { documentId } = candidate;
      if (used.has(documentId) || avoid.has(documentId) || isEnemyOf(documentId, used, enemies)) continue;
      used.add(documentId);
      picked.push(candidate);
    }
    if (picked.length < rule.count) return null;
    taken.push(picked);
  }
  return taken;
}

/** Choices tried in a knot of variants. Knots are rare and small: somebody marked a as a variant of b and b of c, but not a of c. */
const KNOT_TRIES = 40;

/**
 * The best assignment there is. Of a group in which everyone is a variant of everyone, one is taken whichever fits, so
 * the group counts as one question and the matching stays exact. In a knot several members may get along: choices are
 * tried until all rules are filled.
 */
function drawByMatching(
  rules: readonly RuleToDraw[],
  fixed: ReadonlySet<string>,
  avoid: ReadonlySet<string>,
  enemies: Enemies,
  random: Random,
): Matched {
  const pools = rules.map((rule) =>
    shuffled(rule.candidates, random).filter(
      ({ documentId }) => !fixed.has(documentId) && !isEnemyOf(documentId, fixed, enemies),
    ),
  );
  const groups = enemyGroups(
    pools.flatMap((pool) => pool.map((one) => one.documentId)),
    enemies,
  );
  const units = new Map(
    groups.filter((one) => !one.isKnot).flatMap(({ members }) => members.map((id) => [id, members[0] ?? id])),
  );
  const unitOf = (id: string) => units.get(id) ?? id;
  const knots = groups.filter((one) => one.isKnot);
  if (knots.length === 0) return matchRules(rules, pools, avoid, unitOf);

  const wanted = rules.reduce((sum, rule) => sum + rule.count, 0);
  const sizeOf = (matched: Matched) => matched.reduce((sum, one) => sum + one.length, 0);
  let best: Matched = rules.map(() => []);
  for (let turn = 0; turn < KNOT_TRIES && sizeOf(best) < wanted; turn++) {
    const out = new Set(knots.flatMap(({ members }) => [...apart(members, enemies, random)]));
    const left = pools.map((pool) => pool.filter((one) => !out.has(one.documentId)));
    const matched = matchRules(rules, left, avoid, unitOf);
    if (sizeOf(matched) > sizeOf(best)) best = matched;
  }
  return best;
}

/** Members of a knot that a choice leaves out. */
function apart(members: readonly string[], enemies: Enemies, random: Random): Set<string> {
  const chosen = peacefulChoice(members, enemies, random);
  return new Set(members.filter((id) => !chosen.has(id)));
}
