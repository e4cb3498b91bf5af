import { randomFor, shuffled } from './random.ts';

/** An option as the order sees it. */
export type OrderedOption = { readonly id: string; readonly pinned?: boolean | undefined };

/**
 * Bank ids of an item's options in the order this attempt shows them. Pinned options keep their place [E-47].
 * It follows from the attempt's seed alone, so paper, scoring and review agree without storing it.
 * @param item place on the paper, from 1
 */
export function optionOrder(seed: Uint8Array, item: number, options: readonly OrderedOption[], shuffle: boolean): string[] {
  if (!shuffle) return options.map((option) => option.id);
  const loose = shuffled(
    options.filter((option) => !option.pinned).map((option) => option.id),
    randomFor(seed, `options ${item}`),
  );
  let next = 0;
  return options.map((option) => (option.pinned ? option.id : (loose[next++] ?? option.id)));
}

/** Ids on a paper are places, because the bank's own ids would tell which option its author wrote first. */
export const paperId = (index: number): string => String(index + 1);

/** Paper ids back to bank ids; an id that is not on the paper becomes one that no question has, and so is wrong. */
export function toBankIds(selected: readonly string[], order: readonly string[]): string[] {
  return selected.map((id) => order[Number(id) - 1] ?? `none-${id}`);
}

/** Bank ids to the ids of this paper, in the paper's order. */
export function toPaperIds(bankIds: readonly string[], order: readonly string[]): string[] {
  return order.flatMap((id, index) => (bankIds.includes(id) ? [paperId(index)] : []));
}
