import { checkDetails } from './details.ts';
import { checkRubric, normaliseRubric, rubricText, rubricTexts } from './rubric.ts';
import type { TypeRules } from './type.ts';

/** Longest recording where the author chose none, in seconds. */
const USUAL_SEC = 120;

/** A recording of the learner's voice, marked by hand. */
export const audioAnswer = {
  code: 'audio-answer',
  validate: (question) => [...checkDetails(question), ...checkRubric(question)],
  emptyDetails: () => ({ maxSec: USUAL_SEC }),
  normalise: normaliseRubric,
  texts: rubricTexts,
  score: () => 0,
  feedbackFor: () => [],
  emptyResponse: () => null,
  isEmpty: (response) => response === null || !('recording' in response),
  answerText: rubricText,
  lists: () => [],
  mapIds: (response) => response,
} as const satisfies TypeRules;
