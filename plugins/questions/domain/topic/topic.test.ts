import { describe, expect, it } from 'vitest';
import { topicFinder } from './find-topic.ts';
import { slugOf } from './slug.ts';
import { topicPlan } from './topic-plan.ts';
import { canMove, hasSibling, placed, subtree, type TreeNode } from './tree.ts';

const node = (
  documentId: string,
  name: string,
  parent: string | null = null,
  order = 0,
  code: string | null = null,
): TreeNode => ({ documentId, name, parent, order, code });
const TREE = [
  node('m', 'Mathematics'),
  node('a', 'Algebra', 'm', 1),
  node('g', 'Geometry', 'm', 0),
  node('t', 'Triangles', 'g', 0, 'T1A'),
  node('e', 'English', null, 1),
  node('e2', 'Geometry', 'e'),
];

describe('the topic tree [Q-14]', () => {
  it('puts parents before children and siblings in their order', () => {
    expect(placed(TREE).map(({ path, depth }) => `${depth} ${path}`)).toEqual([
      '0 Mathematics',
      '1 Mathematics / Geometry',
      '2 Mathematics / Geometry / Triangles',
      '1 Mathematics / Algebra',
      '0 English',
      '1 English / Geometry',
    ]);
  });

  it('leaves nothing out when a parent is gone', () => {
    expect(placed([node('x', 'Lost', 'nowhere')]).map(({ path }) => path)).toEqual(['Lost']);
  });

  it('knows everything below a topic', () => {
    expect([...subtree(TREE, 'm')].sort()).toEqual(['a', 'g', 'm', 't']);
  });

  it('moves nothing below itself, deeper than three levels, or beside its own name', () => {
    const [m, , g, t] = TREE;
    if (!m || !g || !t) throw new Error('no tree');
    expect(canMove(TREE, m, 't')).toEqual({ allowed: false, because: 'insideItself' });
    expect(canMove(TREE, m, 'm')).toEqual({ allowed: false, because: 'insideItself' });
    expect(canMove(TREE, m, 'e')).toEqual({ allowed: false, because: 'tooDeep' });
    expect(canMove(TREE, g, 'e')).toEqual({ allowed: false, because: 'nameTaken' });
    expect(canMove(TREE, t, 'a')).toEqual({ allowed: true });
    expect(canMove(TREE, g, null)).toEqual({ allowed: true });
  });

  it('takes names of siblings as equal whatever their case', () => {
    expect(hasSibling(TREE, ' ALGEBRA ', 'm')).toBe(true);
    expect(hasSibling(TREE, 'Algebra', 'm', 'a')).toBe(false);
    expect(hasSibling(TREE, 'Algebra', null)).toBe(false);
  });
});

describe('topics in a file', () => {
  const find = topicFinder(placed(TREE));
  it('are found by id, code, path and name, and a name of two is ambiguous', () => {
    expect(find('t')).toEqual({ found: 't' });
    expect(find('t1a')).toEqual({ found: 't' });
    expect(find('english / geometry')).toEqual({ found: 'e2' });
    expect(find('Algebra')).toEqual({ found: 'a' });
    expect(find('Geometry')).toEqual({ found: null, because: 'ambiguous' });
    expect(find('Botany')).toEqual({ found: null, because: 'unknown' });
  });

  it('are planned once with their parents, below the chosen topic', () => {
    let next = 0;
    const newId = () => {
      next += 1;
      return `new${next}`;
    };
    const plan = topicPlan(placed(TREE), { create: true, parent: null, newId });
    expect(plan.find('Biology / Botany')).toEqual({ found: 'new2' });
    expect(plan.find('biology / botany')).toEqual({ found: 'new2' });
    expect(plan.find('Mathematics / Numbers')).toEqual({ found: 'new3' });
    expect(plan.find('A / B / C / D')).toEqual({ found: null, because: 'tooDeep' });
    expect(plan.take().map(({ path, parent, order }) => [path, parent, order])).toEqual([
      ['Biology', null, 2],
      ['Biology / Botany', 'new1', 0],
      ['Mathematics / Numbers', 'm', 2],
    ]);
    expect(plan.take()).toEqual([]);
    expect(topicPlan(placed(TREE), { create: true, parent: 't', newId }).find('Deeper')).toEqual({
      found: null,
      because: 'tooDeep',
    });
    expect(topicPlan(placed(TREE), { create: false, parent: null, newId }).find('Botany')).toEqual({
      found: null,
      because: 'unknown',
    });
  });
});

it.each([
  ['Algebra & Analysis', 'algebra-analysis'],
  ['Üçgenler', 'ucgenler'],
  ['İstatistik Işık', 'istatistik-isik'],
  ['الجبر', 'الجبر'],
  ['!!!', 'topic'],
])('makes the address part of %s: %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});
