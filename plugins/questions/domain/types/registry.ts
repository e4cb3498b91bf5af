import type { QuestionType } from '../../contract/index.ts';
import { multipleChoice } from './multiple-choice.ts';
import { number } from './number.ts';
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
} as const satisfies { readonly [Code in QuestionType]: TypeRules & { readonly code: Code } };

/** The rules of a type. */
export const rulesOf = (type: QuestionType): TypeRules => TYPES[type];
