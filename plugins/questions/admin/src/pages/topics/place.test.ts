import type { DocumentId } from '@lyceum/core/contract';
import { describe, expect, it } from 'vitest';
import { dropPlace, keyPlace, zoneAt } from './place.ts';

const node = (documentId: string, parent: string | null, depth: number, order: number) => ({
  documentId: documentId as DocumentId,
  parent: parent as DocumentId | null,
  depth,
  order,
});
const maths = node('maths', null, 0, 0);
const algebra = node('algebra', 'maths', 1, 0);
const linear = node('linear', 'algebra', 2, 0);
const geometry = node('geometry', 'maths', 1, 1);
const law = node('law', null, 0, 1);
const tree = [maths, algebra, linear, geometry, law];

describe('dropping a topic [Q-14]', () => {
  it('puts it before, into or behind another one', () => {
    expect(dropPlace(tree, geometry, algebra, 'before')).toEqual({ parent: 'maths', order: 0 });
    expect(dropPlace(tree, algebra, geometry, 'after')).toEqual({ parent: 'maths', order: 1 });
    expect(dropPlace(tree, geometry, law, 'inside')).toEqual({ parent: 'law', order: 0 });
    expect(dropPlace(tree, geometry, law, 'after')).toEqual({ parent: null, order: 2 });
  });

  it('is refused in itself, below itself and as a fourth level', () => {
    expect(dropPlace(tree, maths, maths, 'inside')).toBeNull();
    expect(dropPlace(tree, maths, linear, 'after')).toBeNull();
    expect(dropPlace(tree, algebra, geometry, 'inside')).toBeNull();
    expect(dropPlace(tree, law, linear, 'inside')).toBeNull();
  });

  it('knows the zones of a row by its height', () => {
    expect([2, 20, 38].map((offset) => zoneAt(offset, 40))).toEqual(['before', 'inside', 'after']);
  });
});

describe('moving a topic by keyboard [Q-14]', () => {
  it('goes up and down among siblings, into the one above and out beside the parent', () => {
    expect(keyPlace(tree, geometry, 'up')).toEqual({ parent: 'maths', order: 0 });
    expect(keyPlace(tree, algebra, 'down')).toEqual({ parent: 'maths', order: 1 });
    expect(keyPlace(tree, geometry, 'in')).toEqual({ parent: 'algebra', order: 1 });
    expect(keyPlace(tree, linear, 'out')).toEqual({ parent: 'maths', order: 1 });
  });

  it('stays where there is nowhere to go', () => {
    expect(keyPlace(tree, algebra, 'up')).toBeNull();
    expect(keyPlace(tree, law, 'down')).toBeNull();
    expect(keyPlace(tree, law, 'in')).toEqual({ parent: 'maths', order: 2 });
    expect(keyPlace(tree, maths, 'out')).toBeNull();
  });
});
