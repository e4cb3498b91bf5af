import type { Topic } from '../../../../contract/index.ts';

type Node = Pick<Topic, 'documentId' | 'parent' | 'order' | 'depth'>;

/** Deepest level of the tree, counted from 0: subject, topic, subtopic. */
const DEEPEST = 2;

/** Topics of the same parent, in their order. */
export const siblingsOf = <T extends Node>(topics: readonly T[], { parent }: Node): T[] =>
  topics.filter((topic) => topic.parent === parent).sort((a, b) => a.order - b.order);

/** The topic with everything below it. */
export function branchOf<T extends Node>(topics: readonly T[], topic: Node): T[] {
  const inside = new Set([topic.documentId]);
  // Parents stand before children, so one pass finds all.
  for (const { documentId, parent } of topics) if (parent !== null && inside.has(parent)) inside.add(documentId);
  return topics.filter(({ documentId }) => inside.has(documentId));
}

/** Where a topic may be put: not below itself, and never so that something becomes a fourth level. */
export function possibleParents<T extends Node>(topics: readonly T[], topic: Node | null): T[] {
  const branch = topic ? branchOf(topics, topic) : [];
  const height = topic ? Math.max(...branch.map(({ depth }) => depth)) - topic.depth : 0;
  return topics.filter(
    (parent) => parent.depth + 1 + height <= DEEPEST && !branch.some(({ documentId }) => documentId === parent.documentId),
  );
}

/** Topics whose path or code holds the words searched for, with what stands above them. */
export function matching<T extends Node & Pick<Topic, 'path' | 'code'>>(topics: readonly T[], search: string): T[] {
  const wanted = search.trim().toLocaleLowerCase();
  if (wanted === '') return [...topics];
  const kept = new Set<string>();
  // Children stand behind their parents, so from the end every parent of a kept topic is still to come.
  for (const topic of [...topics].reverse()) {
    const found = `${topic.path} ${topic.code ?? ''}`.toLocaleLowerCase().includes(wanted);
    if (!found && !kept.has(topic.documentId)) continue;
    kept.add(topic.documentId);
    if (topic.parent !== null) kept.add(topic.parent);
  }
  return topics.filter(({ documentId }) => kept.has(documentId));
}
