import { type Random, shuffled } from './random.ts';

/** Variants of each question that must not share a paper with it; questions without any are missing. */
export type Enemies = ReadonlyMap<string, ReadonlySet<string>>;

export const NO_ENEMIES: Enemies = new Map();

/** Both ways round, from pairs in any order. */
export function enemiesFrom(pairs: Iterable<readonly [string, string]>): Enemies {
  const enemies = new Map<string, Set<string>>();
  const add = (one: string, other: string) => {
    const known = enemies.get(one);
    if (known) known.add(other);
    else enemies.set(one, new Set([other]));
  };
  for (const [one, other] of pairs) {
    if (one === other) continue;
    add(one, other);
    add(other, one);
  }
  return enemies;
}

/** Whether a question has an enemy among those on the paper already. */
export function isEnemyOf(id: string, used: ReadonlySet<string>, enemies: Enemies): boolean {
  for (const enemy of enemies.get(id) ?? []) if (used.has(enemy)) return true;
  return false;
}

/** Questions that hang together as enemies: everyone with everyone (of such a group one can be taken), or in a knot. */
export type EnemyGroup = { readonly members: readonly string[]; readonly isKnot: boolean };

/** Groups among these questions, each of at least two. */
export function enemyGroups(ids: Iterable<string>, enemies: Enemies): EnemyGroup[] {
  const left = new Set<string>();
  for (const id of ids) if (enemies.has(id)) left.add(id);
  const groups: EnemyGroup[] = [];
  for (const start of left) {
    left.delete(start);
    const members = [start];
    for (const member of members) {
      for (const enemy of enemies.get(member) ?? []) if (left.delete(enemy)) members.push(enemy);
    }
    if (members.length < 2) continue;
    const own = new Set(members);
    const isKnot = members.some(
      (id) => [...(enemies.get(id) ?? [])].filter((enemy) => own.has(enemy)).length < members.length - 1,
    );
    groups.push({ members, isKnot });
  }
  return groups;
}

/** A random choice of members that get along, to which none of the others could be added. */
export function peacefulChoice(members: readonly string[], enemies: Enemies, random: Random): Set<string> {
  const chosen = new Set<string>();
  for (const id of shuffled(members, random)) if (!isEnemyOf(id, chosen, enemies)) chosen.add(id);
  return chosen;
}
