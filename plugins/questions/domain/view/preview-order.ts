import type { Content, Key } from '../../contract/index.ts';
import { rulesOf } from '../types/registry.ts';
import type { ListOrder } from './learner-view.ts';

/**
 * Numbers that follow from a seed: Park and Miller's minimal standard generator with the multiplier 48,271
 * (Communications of the ACM 36(7), 1993, 105–110). Good enough to show an order; papers draw with a secret seed instead.
 */
function numbersFrom(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function shuffled(ids: readonly string[], seed: number): string[] {
  const random = numbersFrom(seed * 7_919 + ids.length);
  const copy = [...ids];
  for (let last = copy.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [copy[last], copy[other]] = [copy[other] ?? '', copy[last] ?? ''];
  }
  return copy;
}

const isSame = (one: readonly string[], other: readonly string[]) => one.every((id, at) => id === other[at]);

/**
 * The order of a question's lists in a preview. 0 keeps them as they were written, but for lists whose order is the answer;
 * any other seed is one of the orders learners may get: pinned options keep their place, and an order that is asked for is
 * never shown.
 */
export function previewOrder(content: Content, key: Key, seed: number): ListOrder {
  const orders = new Map(
    rulesOf(content.type)
      .lists(content)
      .map(({ list, ids, always }) => {
        const written = ids.map(({ id }) => id);
        if (seed === 0 && !always) return [list, written];
        const loose = shuffled(
          ids.filter(({ pinned }) => !pinned).map(({ id }) => id),
          seed + 1,
        );
        let next = 0;
        const order = ids.map(({ id, pinned }) => (pinned ? id : (loose[next++] ?? id)));
        const [first = '', ...rest] = order;
        return [list, 'order' in key && rest.length > 0 && isSame(order, key.order) ? [...rest, first] : order];
      }),
  );
  return (list) => orders.get(list) ?? [];
}
