import type { QuestionType } from '../../../../../contract/index.ts';
import { audioAnswerForm } from './audio-answer.ts';
import { blanksForm } from './blanks.ts';
import type { AnswerForm } from './form.ts';
import { longTextForm } from './long-text.ts';
import { matchingForm } from './matching.ts';
import { multipleChoiceForm } from './multiple-choice.ts';
import { numberForm } from './number.ts';
import { orderingForm } from './ordering.ts';
import { shortTextForm } from './short-text.ts';
import { singleChoiceForm } from './single-choice.ts';
import { trueFalseForm } from './true-false.ts';

/** The form of each type. An answer only ever goes back to the form that made it. */
export const ANSWER_FORMS: Readonly<Record<QuestionType, AnswerForm<object>>> = {
  'single-choice': singleChoiceForm,
  'multiple-choice': multipleChoiceForm,
  'true-false': trueFalseForm,
  number: numberForm,
  'short-text': shortTextForm,
  blanks: blanksForm,
  matching: matchingForm,
  ordering: orderingForm,
  'long-text': longTextForm,
  'audio-answer': audioAnswerForm,
};
