import type { QuestionType } from '../../contract/index.ts';
import { audioAnswer } from './audio-answer.ts';
import { blanks } from './blanks.ts';
import { longText } from './long-text.ts';
import { matching } from './matching.ts';
import { multipleChoice } from './multiple-choice.ts';
import { number } from './number.ts';
import { ordering } from './ordering.ts';
import { shortText } from './short-text.ts';
import { singleChoice } from './single-choice.ts';
import { trueFalse } from './true-false.ts';
import type { TypeRules } from './type.ts';

/** Every type of question with its rules. */
export const TYPES = {
  'single-choice': singleChoice,
  'multiple-choice': multipleChoice,
  'true-false': trueFalse,
  number,
  'short-text': shortText,
  blanks,
  matching,
  ordering,
  'long-text': longText,
  'audio-answer': audioAnswer,
} as const satisfies { readonly [Code in QuestionType]: TypeRules & { readonly code: Code } };

/** The rules of a type. */
export const rulesOf = (type: QuestionType): TypeRules => TYPES[type];
