import { inRandomOrder, type Random, shuffled } from './random.ts';

/** A published question as the draw sees it. */
export type Candidate = { readonly documentId: string; readonly revisionId: number };

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
 * (rules may overlap), and as few questions of `avoid` as possible (the learner's last attempt, E-48).
 * Fixed questions stand first in their section in the given order; `shuffleItems` mixes each section [E-46].
 */
export function drawPaper(
  sections: readonly SectionToDraw[],
  options: { avoid: ReadonlySet<string>; shuffleItems: boolean; random: Random },
): Draw {
  const { avoid, random } = options;
  const fixed = new Set(sections.flatMap((section) => section.fixed.map((one) => one.documentId)));
  const rules = sections.flatMap((section) => section.rules.map((rule) => ({ ...rule, sectionId: section.id })));
  const taken = drawFreely(rules, fixed, avoid, random) ?? drawByAugmenting(rules, fixed, avoid, random);

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
function drawFreely(rules: readonly RuleToDraw[], fixed: ReadonlySet<string>, avoid: ReadonlySet<string>, random: Random) {
  const used = new Set(fixed);
  const taken: Candidate[][] = [];
  for (const rule of rules) {
    const picked: Candidate[] = [];
    for (const candidate of inRandomOrder(rule.candidates, random)) {
      if (picked.length === rule.count) break;
      if (used.has(candidate.documentId) || avoid.has(candidate.documentId)) continue;
      used.add(candidate.documentId);
      picked.push(candidate);
    }
    if (picked.length < rule.count) return null;
    taken.push(picked);
  }
  return taken;
}

/**
 * Maximum matching of rules to questions by augmenting paths (Kuhn 1955): first among fresh questions, then with
 * those to avoid. An augmenting path never gives a matched question back, so fresh ones stay as many as possible.
 */
function drawByAugmenting(rules: readonly RuleToDraw[], fixed: ReadonlySet<string>, avoid: ReadonlySet<string>, random: Random) {
  const pools = rules.map((rule) => shuffled(rule.candidates, random).filter((one) => !fixed.has(one.documentId)));
  const fresh = pools.map((pool) => pool.filter((one) => !avoid.has(one.documentId)));
  const taken: Map<string, Candidate>[] = rules.map(() => new Map());
  const holder = new Map<string, number>();

  const give = (rule: number, candidate: Candidate) => {
    const before = holder.get(candidate.documentId);
    if (before !== undefined) taken[before]?.delete(candidate.documentId);
    holder.set(candidate.documentId, rule);
    taken[rule]?.set(candidate.documentId, candidate);
  };
  const augment = (rule: number, from: readonly (readonly Candidate[])[], visited: Set<number>): boolean => {
    visited.add(rule);
    const pool = from[rule] ?? [];
    const free = pool.find((one) => !holder.has(one.documentId));
    if (free) {
      give(rule, free);
      return true;
    }
    for (const candidate of pool) {
      const other = holder.get(candidate.documentId);
      if (other === undefined || visited.has(other)) continue;
      if (augment(other, from, visited)) {
        give(rule, candidate);
        return true;
      }
    }
    return false;
  };
  for (const from of [fresh, pools]) {
    rules.forEach((rule, index) => {
      while ((taken[index]?.size ?? 0) < rule.count && augment(index, from, new Set())) {
        // Each turn fills one more place of this rule.
      }
    });
  }
  return taken.map((one) => [...one.values()]);
}
