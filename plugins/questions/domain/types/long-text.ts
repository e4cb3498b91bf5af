import { checkRubric, rubricText } from './rubric.ts';
import type { TypeRules } from './type.ts';

/** A text of the learner's own, marked by hand. */
export const longText = {
  code: 'long-text',
  validate: checkRubric,
  score: () => 0,
  emptyResponse: () => ({ longText: '' }),
  isEmpty: (response) => response === null || !('longText' in response) || response.longText.trim() === '',
  answerText: rubricText,
  lists: () => [],
  mapIds: (response) => response,
} as const satisfies TypeRules;
