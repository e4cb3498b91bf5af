import {
  type Key,
  OPTION_IDS,
  type OrderingKey,
  type OrderingResponse,
  type QuestionInput,
  type Response,
  type RuleMessage,
} from '../../contract/index.ts';
import { checkOptions } from './choice.ts';
import { checkDetails } from './details.ts';
import { error } from './messages.ts';
import { optionIds } from './shares.ts';
import type { Answer, TypeRules } from './type.ts';

export const isOrderingKey = (key: Key): key is OrderingKey => 'order' in key;
const isOrderingResponse = (response: Response): response is OrderingResponse => response !== null && 'order' in response;

/** True when the order names every option exactly once. */
const isPermutation = (order: readonly string[], known: readonly string[]): boolean =>
  order.length === known.length && new Set(order).size === order.length && order.every((id) => known.includes(id));

const checkOrder = ({ key, ...question }: QuestionInput): RuleMessage[] => {
  if (!isOrderingKey(key)) return [error('keyForm', 'key')];
  return isPermutation(key.order, optionIds(question)) ? [] : [error('orderIncomplete', 'key')];
};

/** The options stand in the right order, under the ids a, b, c …: learners meet them shuffled, so nothing is given away. */
function normaliseOrder(answer: Answer): Answer {
  const { key, options } = answer;
  if (!isOrderingKey(key) || !isPermutation(key.order, optionIds(answer)) || key.order.length > OPTION_IDS.length) return answer;
  const sorted = key.order.flatMap((id, at) => {
    const option = options.find((one) => one.id === id);
    return option ? [{ id: OPTION_IDS[at] ?? 'a', text: option.text }] : [];
  });
  return { ...answer, options: sorted, key: { order: sorted.map(({ id }) => id) } };
}

/**
 * Rank correlation of the given order with the right one, where it is positive: τ = (C − D) / (n(n − 1)/2) over all pairs, C in
 * the right order and D in the wrong one (M. G. Kendall, "A new measure of rank correlation", Biometrika 30, 1938, 81–93).
 * 1 for the right order, 0 for a random one on average and for all below; two neighbours swapped among four cost a third.
 * A pair with something that was not placed counts as neither. Range 0–1.
 */
function orderShare(given: readonly string[], right: readonly string[]): number {
  const places = right.map((id) => given.indexOf(id));
  let balance = 0;
  for (let first = 0; first < places.length; first += 1)
    for (let second = first + 1; second < places.length; second += 1) {
      const [a = -1, b = -1] = [places[first], places[second]];
      if (a >= 0 && b >= 0) balance += Math.sign(b - a);
    }
  const pairs = (right.length * (right.length - 1)) / 2;
  return pairs === 0 ? 0 : Math.max(0, balance / pairs);
}

/** Things to bring into order. */
export const ordering = {
  code: 'ordering',
  validate: (question) => [...checkOptions(question), ...checkDetails(question), ...checkOrder(question)],
  emptyDetails: () => ({}),
  normalise: normaliseOrder,
  texts: () => [],
  score: (response, key) =>
    isOrderingKey(key) && isOrderingResponse(response) ? orderShare(response.order, [...new Set(key.order)]) : 0,
  feedbackFor: () => [],
  emptyResponse: () => ({ order: [] }),
  isEmpty: (response) => !isOrderingResponse(response) || response.order.length === 0,
  answerText: (key, content) =>
    isOrderingKey(key) ? key.order.map((id) => content.options?.find((option) => option.id === id)?.text ?? id).join(' → ') : '',
  lists: ({ options }) => [{ list: 'options', ids: (options ?? []).map(({ id }) => ({ id })), always: true }],
  mapIds: (response, map) =>
    isOrderingResponse(response) ? { order: response.order.map((id) => map('options', id)) } : response,
} as const satisfies TypeRules;
