import type { Response } from '@lyceum/questions/contract';
import { type ListOrder, learnerView, toBankResponse } from '@lyceum/questions/learner-view';
import type { ItemAudio, PaperItem } from '../../../contract/papers.ts';
import { listOrders } from '../../../domain/paper/option-order.ts';
import type { Attempt } from '../records/attempt.ts';
import type { CompiledItem } from './items.ts';

/** Bank ids of each list in the order this attempt shows them. The same for paper, scoring and review [E-47]. */
export function orderOf(attempt: Pick<Attempt, 'seed'>, item: number, compiled: CompiledItem, shuffle: boolean): ListOrder {
  const orders = listOrders(attempt.seed, item, compiled.lists, shuffle, compiled.solution);
  return (list) => orders.get(list) ?? [];
}

/** A stored response in the bank's own ids: what the question's type scores. */
export function bankResponse(
  attempt: Pick<Attempt, 'seed' | 'responses'>,
  item: number,
  compiled: CompiledItem,
  shuffle: boolean,
): Response {
  const given = attempt.responses[item]?.response ?? null;
  if (given === null || compiled.lists.length === 0) return given;
  return toBankResponse(compiled.revision.content.type, given, orderOf(attempt, item, compiled, shuffle));
}

type Place = { readonly item: number; readonly sectionId: string };

/** One item as a learner sees it: rendered, lists in this attempt's order under ids that are places, no key. */
export function toPaperItem(
  attempt: Attempt,
  { item, sectionId }: Place,
  compiled: CompiledItem,
  shuffle: boolean,
  audio: ItemAudio[] = [],
): PaperItem {
  const { content, language, points } = compiled.revision;
  const { options, details } = learnerView(content, language, orderOf(attempt, item, compiled, shuffle), compiled.render);
  return {
    item,
    sectionId,
    type: content.type,
    stemHtml: compiled.stemHtml,
    options,
    details,
    unit: content.unit ?? null,
    lang: language,
    isTranslated: language === attempt.language,
    points,
    audio,
  };
}
