import type { Details, LongTextDetails, QuestionInput, RuleMessage } from '../../contract/index.ts';
import { checkDetails } from './details.ts';
import { error } from './messages.ts';
import { checkRubric, normaliseRubric, rubricText, rubricTexts } from './rubric.ts';
import type { TypeRules } from './type.ts';

export const isLongTextDetails = (details: Details | undefined): details is LongTextDetails =>
  details !== undefined && 'minWords' in details;

/** The fewest words are not more than the most. */
const checkWords = ({ details }: QuestionInput): RuleMessage[] =>
  isLongTextDetails(details) && details.minWords !== null && details.maxWords !== null && details.minWords > details.maxWords
    ? [error('wordsRange', 'details.minWords', { min: details.minWords, max: details.maxWords })]
    : [];

/** A text of the learner's own, marked by hand. */
export const longText = {
  code: 'long-text',
  validate: (question) => [...checkDetails(question), ...checkWords(question), ...checkRubric(question)],
  emptyDetails: () => ({ minWords: null, maxWords: null }),
  normalise: normaliseRubric,
  texts: rubricTexts,
  score: () => 0,
  feedbackFor: () => [],
  emptyResponse: () => ({ longText: '' }),
  isEmpty: (response) => response === null || !('longText' in response) || response.longText.trim() === '',
  answerText: rubricText,
  lists: () => [],
  mapIds: (response) => response,
} as const satisfies TypeRules;
