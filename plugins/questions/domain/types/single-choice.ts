import {
  checkExtras,
  checkKey,
  checkOptions,
  checkSingle,
  choiceFeedback,
  choiceTexts,
  chosenText,
  isChoiceKey,
  mapSelected,
  normaliseChoice,
  optionList,
  selectedIds,
  singleShare,
} from './choice.ts';
import { checkDetails } from './details.ts';
import { optionIds } from './shares.ts';
import type { TypeRules } from './type.ts';

/** Without shares the right one earns everything and the others nothing. */
export const allForTheRight = (correct: readonly string[]) =>
  correct.length === 1 ? new Map(correct.map((id) => [id, 1])) : new Map<string, number>();

/** One of several options: all points for the right one and none otherwise, or what the option's share says. */
export const singleChoice = {
  code: 'single-choice',
  validate: (question) => [
    ...checkOptions(question),
    ...checkDetails(question),
    ...checkKey(question.key, optionIds(question)),
    ...checkSingle(question.key),
    ...checkExtras(question.key, optionIds(question), true),
  ],
  emptyDetails: () => ({}),
  normalise: (answer) =>
    isChoiceKey(answer.key) ? { ...answer, key: normaliseChoice(answer.key, optionIds(answer), allForTheRight) } : answer,
  texts: choiceTexts,
  score: singleShare,
  feedbackFor: choiceFeedback,
  emptyResponse: () => ({ selected: [] }),
  isEmpty: (response) => selectedIds(response).size === 0,
  answerText: chosenText,
  lists: optionList,
  mapIds: mapSelected,
} as const satisfies TypeRules;
