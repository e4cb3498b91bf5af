import type { Candidate, RuleToDraw } from './draw.ts';

/** What each rule was given, in the order of the rules. */
export type Matched = readonly (readonly Candidate[])[];

type Pools = readonly (readonly Candidate[])[];

/**
 * Maximum matching of rules to questions by augmenting paths (Kuhn 1955): first among fresh questions, then with
 * those to avoid. An augmenting path never gives a matched question back, so fresh ones stay as many as possible.
 * @param unitOf what is taken with a question: itself, or its whole group of variants, of which one is enough
 */
export function matchRules(
  rules: readonly RuleToDraw[],
  pools: Pools,
  avoid: ReadonlySet<string>,
  unitOf: (documentId: string) => string,
): Matched {
  const fresh = pools.map((pool) => pool.filter((one) => !avoid.has(one.documentId)));
  const taken: Map<string, Candidate>[] = rules.map(() => new Map());
  const holder = new Map<string, number>();

  const give = (rule: number, candidate: Candidate) => {
    const unit = unitOf(candidate.documentId);
    const before = holder.get(unit);
    if (before !== undefined) taken[before]?.delete(unit);
    holder.set(unit, rule);
    taken[rule]?.set(unit, candidate);
  };
  const augment = (rule: number, from: Pools, visited: Set<number>): boolean => {
    visited.add(rule);
    const pool = from[rule] ?? [];
    const free = pool.find((one) => !holder.has(unitOf(one.documentId)));
    if (free) {
      give(rule, free);
      return true;
    }
    for (const candidate of pool) {
      const other = holder.get(unitOf(candidate.documentId));
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
