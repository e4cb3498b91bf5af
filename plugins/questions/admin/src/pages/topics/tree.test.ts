import type { DocumentId } from '@lyceum/core/contract';
import { expect, it } from 'vitest';
import { branchOf, matching, possibleParents, siblingsOf } from './tree.ts';

const node = (documentId: string, parent: string | null, depth: number, order = 0) => ({
  documentId: documentId as DocumentId,
  parent: parent as DocumentId | null,
  depth,
  order,
});
const physics = node('physics', null, 0, 1);
const waves = node('waves', 'physics', 1);
const radio = node('radio', 'waves', 2);
const law = node('law', null, 0, 0);
const tree = [physics, waves, radio, law];
const names = (nodes: readonly { documentId: string }[]) => nodes.map(({ documentId }) => documentId);

it('orders siblings as the tree is shown [Q-14]', () => {
  expect(names(siblingsOf(tree, physics))).toEqual(['law', 'physics']);
  expect(names(branchOf(tree, physics))).toEqual(['physics', 'waves', 'radio']);
});

it('offers no parent below the topic itself and none that would make a fourth level [Q-14]', () => {
  expect(names(possibleParents(tree, null))).toEqual(['physics', 'waves', 'law']);
  expect(names(possibleParents(tree, waves))).toEqual(['physics', 'law']);
  expect(names(possibleParents(tree, physics))).toEqual([]);
  expect(names(possibleParents(tree, radio))).toEqual(['physics', 'waves', 'law']);
});

it('finds topics by words of their path or by code, with what stands above them', () => {
  const named = [
    { ...physics, path: 'Physics', code: null },
    { ...waves, path: 'Physics / Waves', code: null },
    { ...radio, path: 'Physics / Waves / Radio', code: 'T1A' },
    { ...law, path: 'Law', code: null },
  ];
  expect(names(matching(named, 't1a'))).toEqual(['physics', 'waves', 'radio']);
  expect(names(matching(named, ' LAW '))).toEqual(['law']);
  expect(names(matching(named, ''))).toHaveLength(4);
  expect(names(matching(named, 'zzz'))).toEqual([]);
});
