import type { Key, OrderingKey, OrderingResponse, Response } from '../../contract/index.ts';
import { checkOptions } from './choice.ts';
import { error } from './messages.ts';
import type { TypeRules } from './type.ts';

export const isOrderingKey = (key: Key): key is OrderingKey => 'order' in key;
const isOrderingResponse = (response: Response): response is OrderingResponse => response !== null && 'order' in response;

/** Things to bring into order: the share is that of neighbours-or-not pairs standing the right way round. */
export const ordering = {
  code: 'ordering',
  validate: (question) => [...checkOptions(question), ...(isOrderingKey(question.key) ? [] : [error('keyForm', 'key')])],
  score(response, key) {
    if (!isOrderingKey(key) || !isOrderingResponse(response)) return 0;
    return response.order.length === key.order.length && response.order.every((id, at) => id === key.order[at]) ? 1 : 0;
  },
  emptyResponse: () => ({ order: [] }),
  isEmpty: (response) => !isOrderingResponse(response) || response.order.length === 0,
  answerText: (key, content) =>
    isOrderingKey(key) ? key.order.map((id) => content.options?.find((option) => option.id === id)?.text ?? id).join(' → ') : '',
  lists: ({ options }) => [{ list: 'options', ids: options ?? [], always: true }],
  mapIds: (response, map) =>
    isOrderingResponse(response) ? { order: response.order.map((id) => map('options', id)) } : response,
} as const satisfies TypeRules;
