import type { DocumentId } from '@lyceum/core/contract';
import type { Topic } from '../../../../contract/index.ts';
import { branchOf, possibleParents, siblingsOf } from './tree.ts';

type Node = Pick<Topic, 'documentId' | 'parent' | 'order' | 'depth'>;

/** Where on a row something is dropped: above it, into it, or below it. */
export type DropZone = 'before' | 'inside' | 'after';
/** What the move endpoint takes. */
export type Place = { readonly parent: DocumentId | null; readonly order: number };

/** The upper and lower quarter of a row mean beside it, the middle means into it. */
export function zoneAt(offset: number, height: number): DropZone {
  if (offset < height / 4) return 'before';
  return offset > (height * 3) / 4 ? 'after' : 'inside';
}

const mayStandBelow = (topics: readonly Node[], topic: Node, parent: DocumentId | null): boolean =>
  parent === null || possibleParents(topics, topic).some(({ documentId }) => documentId === parent);

/** Where a topic goes when it is dropped; null where it cannot stand: in itself, or as a fourth level. */
export function dropPlace(topics: readonly Node[], topic: Node, target: Node, zone: DropZone): Place | null {
  if (branchOf(topics, topic).some(({ documentId }) => documentId === target.documentId)) return null;
  const parent = zone === 'inside' ? target.documentId : target.parent;
  if (!mayStandBelow(topics, topic, parent)) return null;
  const others = topics
    .filter((other) => other.parent === parent && other.documentId !== topic.documentId)
    .sort((a, b) => a.order - b.order);
  if (zone === 'inside') return { parent, order: others.length };
  const place = others.findIndex(({ documentId }) => documentId === target.documentId);
  return { parent, order: zone === 'before' ? place : place + 1 };
}

export type KeyMove = 'up' | 'down' | 'in' | 'out';

/** Where a topic goes by keyboard: among its siblings, into the one above it, or out beside its parent. */
export function keyPlace(topics: readonly Node[], topic: Node, move: KeyMove): Place | null {
  const siblings = siblingsOf(topics, topic);
  const at = siblings.findIndex(({ documentId }) => documentId === topic.documentId);
  if (move === 'up') return at > 0 ? { parent: topic.parent, order: at - 1 } : null;
  if (move === 'down') return at < siblings.length - 1 ? { parent: topic.parent, order: at + 1 } : null;
  if (move === 'in') {
    const above = siblings[at - 1];
    return above ? dropPlace(topics, topic, above, 'inside') : null;
  }
  const parent = topics.find(({ documentId }) => documentId === topic.parent);
  return parent ? dropPlace(topics, topic, parent, 'after') : null;
}
