/** Levels of the tree: subject, topic, subtopic. */
export const MAX_DEPTH = 3;
export const PATH_SEPARATOR = ' / ';

export type TreeNode = { documentId: string; name: string; code: string | null; parent: string | null; order: number };
export type PlacedNode<N extends TreeNode> = N & { path: string; depth: number };

/** Parents before children, siblings by order then name. A node whose parent is missing stands at the root. */
export function placed<N extends TreeNode>(nodes: readonly N[]): PlacedNode<N>[] {
  const known = new Set(nodes.map(({ documentId }) => documentId));
  const children = new Map<string | null, N[]>();
  for (const node of nodes) {
    const parent = node.parent !== null && known.has(node.parent) ? node.parent : null;
    const siblings = children.get(parent);
    if (siblings) siblings.push(node);
    else children.set(parent, [node]);
  }
  const walk = (parent: string | null, prefix: string, depth: number): PlacedNode<N>[] =>
    (children.get(parent) ?? [])
      .sort((a, b) => a.order - b.order || a.name.localeCompare(b.name))
      .flatMap((node) => {
        const path = prefix === '' ? node.name : `${prefix}${PATH_SEPARATOR}${node.name}`;
        return [{ ...node, path, depth }, ...walk(node.documentId, path, depth + 1)];
      });
  return walk(null, '', 0);
}

/** The node and everything below it. */
export function subtree(nodes: readonly TreeNode[], root: string): Set<string> {
  const found = new Set([root]);
  for (let grew = true; grew; ) {
    const next = nodes.filter(({ documentId, parent }) => parent !== null && found.has(parent) && !found.has(documentId));
    for (const { documentId } of next) found.add(documentId);
    grew = next.length > 0;
  }
  return found;
}

export type MoveAnswer = { allowed: true } | { allowed: false; because: 'insideItself' | 'tooDeep' | 'nameTaken' };

/** Whether a node may stand below a parent: not below itself, not deeper than three levels, no sibling of its name. */
export function canMove(nodes: readonly TreeNode[], moved: TreeNode, parent: string | null): MoveAnswer {
  const below = subtree(nodes, moved.documentId);
  if (parent !== null && below.has(parent)) return { allowed: false, because: 'insideItself' };
  const depths = new Map(placed(nodes).map(({ documentId, depth }) => [documentId, depth]));
  const own = depths.get(moved.documentId) ?? 0;
  const height = Math.max(...[...below].map((id) => (depths.get(id) ?? own) - own));
  const depth = parent === null ? 0 : (depths.get(parent) ?? 0) + 1;
  if (depth + height >= MAX_DEPTH) return { allowed: false, because: 'tooDeep' };
  if (hasSibling(nodes, moved.name, parent, moved.documentId)) return { allowed: false, because: 'nameTaken' };
  return { allowed: true };
}

export const sameName = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/** True when another topic of the same parent has the name (case does not count). */
export function hasSibling(nodes: readonly TreeNode[], name: string, parent: string | null, except?: string): boolean {
  return nodes.some((node) => node.parent === parent && node.documentId !== except && sameName(node.name) === sameName(name));
}
