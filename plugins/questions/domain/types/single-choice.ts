import { checkKey, checkOptions, checkSingle, chosenText, isChoiceKey, mapSelected, optionList, selectedIds } from './choice.ts';
import type { TypeRules } from './type.ts';

/** One of several options: all points for the right one, none otherwise. */
export const singleChoice = {
  code: 'single-choice',
  validate: (question) => [
    ...checkOptions(question),
    ...checkKey(
      question.key,
      question.options.map(({ id }) => id),
    ),
    ...checkSingle(question.key),
  ],
  score(response, key) {
    const selected = selectedIds(response);
    return isChoiceKey(key) && selected.size === 1 && key.correct.length === 1 && selected.has(key.correct[0] ?? '') ? 1 : 0;
  },
  emptyResponse: () => ({ selected: [] }),
  isEmpty: (response) => selectedIds(response).size === 0,
  answerText: chosenText,
  lists: optionList,
  mapIds: mapSelected,
} as const satisfies TypeRules;
