import type { QuestionType } from '../../../contract/index.ts';
import { audioAnswerSheet } from './audio-answer.ts';
import { blanksSheet } from './blanks.ts';
import { choiceSheet } from './choice.ts';
import type { SheetForm } from './form.ts';
import { longTextSheet } from './long-text.ts';
import { matchingSheet } from './matching.ts';
import { numberSheet } from './number.ts';
import { orderingSheet } from './ordering.ts';
import { shortTextSheet } from './short-text.ts';
import { trueFalseSheet } from './true-false.ts';

/** How each type stands in the cells of a row. */
export const SHEET_FORMS: Readonly<Record<QuestionType, SheetForm>> = {
  'single-choice': choiceSheet,
  'multiple-choice': choiceSheet,
  'true-false': trueFalseSheet,
  number: numberSheet,
  'short-text': shortTextSheet,
  blanks: blanksSheet,
  matching: matchingSheet,
  ordering: orderingSheet,
  'long-text': longTextSheet,
  'audio-answer': audioAnswerSheet,
};
