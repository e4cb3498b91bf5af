import { checkKey, checkOptions, chosenText, isChoiceKey, mapSelected, optionList, selectedIds } from './choice.ts';
import type { TypeRules } from './type.ts';

/**
 * Several right options. Share = (right chosen − wrong chosen) / right, never below 0: guessing everything earns nothing
 * when half the options are wrong, and leaving one out does not lose the rest.
 */
export const multipleChoice = {
  code: 'multiple-choice',
  validate: (question) => [
    ...checkOptions(question),
    ...checkKey(
      question.key,
      question.options.map(({ id }) => id),
    ),
  ],
  score(response, key) {
    if (!isChoiceKey(key)) return 0;
    const correct = new Set(key.correct);
    if (correct.size === 0) return 0;
    const selected = [...selectedIds(response)];
    const right = selected.filter((id) => correct.has(id)).length;
    return Math.max(0, (right - (selected.length - right)) / correct.size);
  },
  emptyResponse: () => ({ selected: [] }),
  isEmpty: (response) => selectedIds(response).size === 0,
  answerText: chosenText,
  lists: optionList,
  mapIds: mapSelected,
} as const satisfies TypeRules;
