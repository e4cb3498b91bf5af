import { TRUE_FALSE_IDS } from '../../contract/index.ts';
import {
  checkExtras,
  checkKey,
  checkSingle,
  choiceFeedback,
  choiceTexts,
  isChoiceKey,
  mapSelected,
  normaliseChoice,
  selectedIds,
  singleShare,
} from './choice.ts';
import { checkDetails, checkNoOptions } from './details.ts';
import { allForTheRight } from './single-choice.ts';
import type { TypeRules } from './type.ts';

/** A statement that holds or not. Its two options have fixed ids and are named in the reader's language. */
export const trueFalse = {
  code: 'true-false',
  validate: (question) => [
    ...checkNoOptions(question),
    ...checkDetails(question),
    ...checkKey(question.key, TRUE_FALSE_IDS),
    ...checkSingle(question.key),
    ...checkExtras(question.key, TRUE_FALSE_IDS, true),
  ],
  emptyDetails: () => ({}),
  normalise: (answer) =>
    isChoiceKey(answer.key) ? { ...answer, key: normaliseChoice(answer.key, TRUE_FALSE_IDS, allForTheRight) } : answer,
  texts: choiceTexts,
  score: singleShare,
  feedbackFor: choiceFeedback,
  emptyResponse: () => ({ selected: [] }),
  isEmpty: (response) => selectedIds(response).size === 0,
  answerText: (key) => (isChoiceKey(key) ? (key.correct[0] ?? '') : ''),
  lists: () => [{ list: 'options', ids: TRUE_FALSE_IDS.map((id) => ({ id, pinned: true })), always: false }],
  mapIds: mapSelected,
} as const satisfies TypeRules;
