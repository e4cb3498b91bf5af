import type { Passage } from '../../contract/index.ts';

/** Words, runs of space, and every other sign alone. */
const TOKEN = /\s+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu;
/** More changes than this are shown as one text in the place of another. */
const MAX_CHANGES = 400;

export type Difference = { readonly left: Passage[]; readonly right: Passage[] };

const tokens = (text: string): string[] => text.match(TOKEN) ?? [];

/**
 * What two texts share and what only one of them says, word by word: the shortest list of changes
 * (E. W. Myers, An O(ND) Difference Algorithm and Its Variations, 1986). Beyond 400 changes the middle is taken as wholly changed.
 */
export function wordDifference(left: string, right: string): Difference {
  const [a, b] = [tokens(left), tokens(right)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const kept = sharedPlaces(a.slice(start, a.length - end), b.slice(start, b.length - end));
  const isShared = (list: readonly string[], places: ReadonlySet<number>) => (_: string, at: number) =>
    at < start || at >= list.length - end || places.has(at - start);
  return { left: passages(a, isShared(a, kept.left)), right: passages(b, isShared(b, kept.right)) };
}

type Shared = { readonly left: Set<number>; readonly right: Set<number> };

/** Places of the tokens both lists keep, in the same order. */
function sharedPlaces(a: readonly string[], b: readonly string[]): Shared {
  const trace = furthestPaths(a, b);
  const shared: Shared = { left: new Set(), right: new Set() };
  if (trace === null) return shared;
  let [x, y] = [a.length, b.length];
  for (let changes = trace.length - 1; changes >= 0; changes -= 1) {
    const before = trace[changes] as Map<number, number>;
    const diagonal = x - y;
    const isInsert =
      diagonal === -changes || (diagonal !== changes && (before.get(diagonal - 1) ?? -1) < (before.get(diagonal + 1) ?? -1));
    const fromDiagonal = isInsert ? diagonal + 1 : diagonal - 1;
    const fromX = changes === 0 ? 0 : (before.get(fromDiagonal) ?? 0);
    const fromY = changes === 0 ? 0 : fromX - fromDiagonal;
    while (x > fromX && y > fromY) {
      x -= 1;
      y -= 1;
      shared.left.add(x);
      shared.right.add(y);
    }
    [x, y] = [fromX, fromY];
  }
  return shared;
}

/** For every number of changes how far each diagonal reached before them; null when there are too many. */
function furthestPaths(a: readonly string[], b: readonly string[]): Map<number, number>[] | null {
  const reached = new Map<number, number>([[1, 0]]);
  const trace: Map<number, number>[] = [];
  for (let changes = 0; changes <= MAX_CHANGES; changes += 1) {
    trace.push(new Map(reached));
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      const down = reached.get(diagonal + 1) ?? -1;
      const along = reached.get(diagonal - 1) ?? -1;
      let x = diagonal === -changes || (diagonal !== changes && along < down) ? down : along + 1;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1;
      reached.set(diagonal, x);
      if (x >= a.length && x - diagonal >= b.length) return trace;
    }
  }
  return null;
}

/** Neighbours of one kind as one passage; a space between two changed words counts as changed with them. */
function passages(list: readonly string[], isShared: (token: string, at: number) => boolean): Passage[] {
  const shared = list.map(isShared);
  list.forEach((token, at) => {
    if (token.trim() === '' && shared[at - 1] === false && shared[at + 1] === false) shared[at] = false;
  });
  const found: { text: string; isOwn: boolean }[] = [];
  list.forEach((token, at) => {
    const last = found.at(-1);
    const isOwn = shared[at] === false;
    if (last?.isOwn === isOwn) last.text += token;
    else found.push({ text: token, isOwn });
  });
  return found;
}
