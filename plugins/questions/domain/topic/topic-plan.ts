import { cleanLine } from '../text/clean.ts';
import { type TopicMatch, topicFinder } from './find-topic.ts';
import { MAX_DEPTH, type PlacedNode, sameName, type TreeNode } from './tree.ts';

/** A topic an import is about to make. */
export type NewTopic = { documentId: string; name: string; parent: string | null; order: number; path: string };

export type PlanMatch = TopicMatch | { found: null; because: 'tooDeep' };

export type TopicPlan = {
  readonly find: (text: string) => PlanMatch;
  /** Topics planned since the last call, parents before children. */
  readonly take: () => NewTopic[];
};

type Options = {
  /** Off: what is not in the tree is unknown. */
  readonly create: boolean;
  /** New topics stand below this one. */
  readonly parent: string | null;
  readonly newId: () => string;
  /** Old names of topics that were renamed or merged. */
  readonly redirects?: ReadonlyMap<string, string>;
};

const SEPARATOR = ' / ';

/** Looks topics up in the tree and plans those that are missing; `Mathematics / Algebra` is a path. */
export function topicPlan(tree: readonly PlacedNode<TreeNode>[], { create, parent, newId, redirects }: Options): TopicPlan {
  const find = topicFinder(tree, redirects);
  const known = new Map<string, PlanMatch>();
  const children = new Map<string, { documentId: string; depth: number; path: string }>();
  const orders = new Map<string | null, number>();
  const childKey = (above: string | null, name: string) => `${above ?? ''}\n${sameName(name)}`;
  for (const node of tree) {
    children.set(childKey(node.parent, node.name), node);
    orders.set(node.parent, Math.max(orders.get(node.parent) ?? 0, node.order + 1));
  }
  let planned: NewTopic[] = [];

  const plan = (text: string): PlanMatch => {
    const names = cleanLine(text)
      .split(SEPARATOR)
      .map((name) => name.trim())
      .filter((name) => name !== '');
    const root = tree.find(({ documentId }) => documentId === parent);
    let above = root
      ? { documentId: root.documentId as string | null, depth: root.depth, path: root.path }
      : { documentId: null, depth: -1, path: '' };
    if (names.length === 0) return { found: null, because: 'unknown' };
    if (above.depth + names.length >= MAX_DEPTH) return { found: null, because: 'tooDeep' };
    for (const name of names) {
      const key = childKey(above.documentId, name);
      let node = children.get(key);
      if (!node) {
        const order = orders.get(above.documentId) ?? 0;
        orders.set(above.documentId, order + 1);
        node = { documentId: newId(), depth: above.depth + 1, path: above.path === '' ? name : above.path + SEPARATOR + name };
        planned.push({ documentId: node.documentId, name, parent: above.documentId, order, path: node.path });
        children.set(key, node);
      }
      above = node;
    }
    return above.documentId === null ? { found: null, because: 'unknown' } : { found: above.documentId };
  };

  return {
    find(text) {
      const before = known.get(text);
      if (before) return before;
      const match = find(text);
      const answer = match.found === null && match.because === 'unknown' && create ? plan(text) : match;
      known.set(text, answer);
      return answer;
    },
    take() {
      const taken = planned;
      planned = [];
      return taken;
    },
  };
}
