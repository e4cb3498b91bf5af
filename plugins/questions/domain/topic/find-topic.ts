import { type PlacedNode, sameName, type TreeNode } from './tree.ts';

export type TopicMatch = { found: string } | { found: null; because: 'unknown' | 'ambiguous' };

/**
 * Looks topics up by document id, code, whole path, name or old name, in this order; a name that several topics share is ambiguous.
 * @param redirects old names and document ids, folded, with the topic that stands for them today
 */
export function topicFinder(
  nodes: readonly PlacedNode<TreeNode>[],
  redirects: ReadonlyMap<string, string> = new Map(),
): (text: string) => TopicMatch {
  const ids = new Set(nodes.map(({ documentId }) => documentId));
  const index = (keyOf: (node: PlacedNode<TreeNode>) => string | null) => {
    const map = new Map<string, string[]>();
    for (const node of nodes) {
      const key = keyOf(node);
      if (key) map.set(sameName(key), [...(map.get(sameName(key)) ?? []), node.documentId]);
    }
    return map;
  };
  const tables = [index(({ code }) => code), index(({ path }) => path), index(({ name }) => name)];
  return (text) => {
    if (ids.has(text)) return { found: text };
    const wanted = sameName(text);
    for (const table of tables) {
      const matches = table.get(wanted);
      const [only] = matches ?? [];
      if (only !== undefined) return matches?.length === 1 ? { found: only } : { found: null, because: 'ambiguous' };
    }
    const moved = redirects.get(wanted);
    return moved !== undefined && ids.has(moved) ? { found: moved } : { found: null, because: 'unknown' };
  };
}
