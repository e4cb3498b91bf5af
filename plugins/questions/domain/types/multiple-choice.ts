import {
  checkExtras,
  checkKey,
  checkOptions,
  choiceFeedback,
  choiceTexts,
  chosenText,
  isChoiceKey,
  mapSelected,
  normaliseChoice,
  optionList,
  selectedIds,
} from './choice.ts';
import { checkDetails } from './details.ts';
import { asRatio, optionIds } from './shares.ts';
import type { TypeRules } from './type.ts';

/** Without shares each right option earns 1/right and each wrong one takes as much away. */
const evenly = (known: readonly string[]) => (correct: readonly string[]) =>
  new Map(known.map((id) => [id, (correct.includes(id) ? 1 : -1) / Math.max(1, correct.length)]));

/**
 * Several right options. Share = (right chosen − wrong chosen) / right, never below 0: guessing everything earns nothing
 * when half the options are wrong, and leaving one out does not lose the rest. With shares their sum counts instead, from 0 to 1.
 */
export const multipleChoice = {
  code: 'multiple-choice',
  validate: (question) => [
    ...checkOptions(question),
    ...checkDetails(question),
    ...checkKey(question.key, optionIds(question)),
    ...checkExtras(question.key, optionIds(question), false),
  ],
  emptyDetails: () => ({}),
  normalise: (answer) =>
    isChoiceKey(answer.key)
      ? { ...answer, key: normaliseChoice(answer.key, optionIds(answer), evenly(optionIds(answer))) }
      : answer,
  texts: choiceTexts,
  score(response, key) {
    if (!isChoiceKey(key)) return 0;
    const selected = [...selectedIds(response)];
    const { shares } = key;
    if (shares !== undefined)
      return asRatio(selected.reduce((sum, id) => sum + (Object.hasOwn(shares, id) ? (shares[id] ?? 0) : 0), 0));
    const correct = new Set(key.correct);
    if (correct.size === 0) return 0;
    const right = selected.filter((id) => correct.has(id)).length;
    return Math.max(0, (right - (selected.length - right)) / correct.size);
  },
  feedbackFor: choiceFeedback,
  emptyResponse: () => ({ selected: [] }),
  isEmpty: (response) => selectedIds(response).size === 0,
  answerText: chosenText,
  lists: optionList,
  mapIds: mapSelected,
} as const satisfies TypeRules;
