import { randomFor, shuffled } from './random.ts';

/** An option as the order sees it. */
export type OrderedOption = { readonly id: string; readonly pinned?: boolean | undefined };

/** A list of an item that may be shown in another order; `always` where the bank's own order would give the answer away. */
export type ShownList = { readonly list: string; readonly ids: readonly OrderedOption[]; readonly always: boolean };

/** Bank ids of each list of an item in the order one attempt shows them. */
export type ListOrders = ReadonlyMap<string, readonly string[]>;

/**
 * Bank ids of one list in the order this attempt shows them. Pinned options keep their place [E-47].
 * It follows from the attempt's seed alone, so paper, scoring and review agree without storing it.
 * @param item place on the paper, from 1
 */
export function optionOrder(
  seed: Uint8Array,
  item: number,
  options: readonly OrderedOption[],
  shuffle: boolean,
  list = 'options',
): string[] {
  if (!shuffle) return options.map((option) => option.id);
  const loose = shuffled(
    options.filter((option) => !option.pinned).map((option) => option.id),
    randomFor(seed, `${list} ${item}`),
  );
  let next = 0;
  return options.map((option) => (option.pinned ? option.id : (loose[next++] ?? option.id)));
}

const isSame = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((id, at) => id === other[at]);

/**
 * The order of every list of an item. A list never comes out as `solution`, the order that is asked for, unless it has
 * one entry only: it is turned on by one then.
 */
export function listOrders(
  seed: Uint8Array,
  item: number,
  lists: readonly ShownList[],
  shuffle: boolean,
  solution: readonly string[] | null,
): ListOrders {
  return new Map(
    lists.map(({ list, ids, always }) => {
      const order = optionOrder(seed, item, ids, shuffle || always, list);
      const [first = '', ...rest] = order;
      return [list, solution && isSame(order, solution) && rest.length > 0 ? [...rest, first] : order];
    }),
  );
}

/** Ids on a paper are places, because the bank's own ids would tell which option its author wrote first. */
export const paperId = (index: number): string => String(index + 1);
