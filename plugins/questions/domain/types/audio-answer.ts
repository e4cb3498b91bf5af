import { checkRubric, rubricText } from './rubric.ts';
import type { TypeRules } from './type.ts';

/** A recording of the learner's voice, marked by hand. */
export const audioAnswer = {
  code: 'audio-answer',
  validate: checkRubric,
  score: () => 0,
  emptyResponse: () => null,
  isEmpty: (response) => response === null || !('recording' in response),
  answerText: rubricText,
  lists: () => [],
  mapIds: (response) => response,
} as const satisfies TypeRules;
