import { describe, expect, it } from 'vitest';
import type { Content } from '../../contract/index.ts';
import { previewOrder } from './preview-order.ts';

const option = (id: 'a' | 'b' | 'c' | 'd', pinned = false) => ({ id, text: id, ...(pinned ? { pinned } : {}) });

describe('orders of a preview [Q-45]', () => {
  const choice: Content = {
    type: 'single-choice',
    stem: 's',
    options: [option('a'), option('b'), option('c'), option('d', true)],
  };
  it('are as written at first, and others after that, with pinned options in their place', () => {
    expect(previewOrder(choice, { correct: ['a'] }, 0)('options')).toEqual(['a', 'b', 'c', 'd']);
    const orders = Array.from({ length: 30 }, (_, seed) => previewOrder(choice, { correct: ['a'] }, seed + 1)('options'));
    expect(orders.every((order) => order[3] === 'd' && new Set(order).size === 4)).toBe(true);
    expect(new Set(orders.map((order) => order.join(''))).size).toBe(6);
    expect(previewOrder(choice, { correct: ['a'] }, 7)('options')).toEqual(orders[6]);
  });

  it('never show the order that is asked for', () => {
    for (let count = 2; count <= 4; count += 1) {
      const options = (['a', 'b', 'c', 'd'] as const).slice(0, count).map((id) => option(id));
      const order = options.map(({ id }) => id);
      for (let seed = 0; seed < 50; seed += 1)
        expect(previewOrder({ type: 'ordering', stem: 's', options }, { order }, seed)('options')).not.toEqual(order);
    }
  });
});
