import { TRUE_FALSE_IDS } from '../../contract/index.ts';
import { checkKey, checkSingle, isChoiceKey, mapSelected, selectedIds } from './choice.ts';
import { error } from './messages.ts';
import type { TypeRules } from './type.ts';

/** A statement that holds or not. Its two options have fixed ids and are named in the reader's language. */
export const trueFalse = {
  code: 'true-false',
  validate: (question) => [
    ...(question.options.length > 0 ? [error('optionsNotAllowed', 'options')] : []),
    ...checkKey(question.key, TRUE_FALSE_IDS),
    ...checkSingle(question.key),
  ],
  score(response, key) {
    const selected = selectedIds(response);
    return isChoiceKey(key) && selected.size === 1 && key.correct.length === 1 && selected.has(key.correct[0] ?? '') ? 1 : 0;
  },
  emptyResponse: () => ({ selected: [] }),
  isEmpty: (response) => selectedIds(response).size === 0,
  answerText: (key) => (isChoiceKey(key) ? (key.correct[0] ?? '') : ''),
  lists: () => [{ list: 'options', ids: TRUE_FALSE_IDS.map((id) => ({ id, pinned: true })), always: false }],
  mapIds: mapSelected,
} as const satisfies TypeRules;
