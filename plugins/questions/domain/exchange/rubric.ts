import type { Locale } from '@lyceum/core/contract';
import type { Key, RubricKey } from '../../contract/index.ts';
import { isRubricKey, wholeAnswer } from '../types/rubric.ts';

/** True for the rubric that stands in where nobody wrote one; formats without rubrics lose nothing by it. */
const isStandIn = ({ rubric }: RubricKey): boolean =>
  (['en', 'tr', 'ar'] as const).some((language) => JSON.stringify(wholeAnswer(language)) === JSON.stringify(rubric));

/** True when somebody wrote a rubric. */
export const hasOwnRubric = (key: Key): boolean => isRubricKey(key) && key.rubric.length > 0 && !isStandIn(key);

/** A key from a format without rubrics gets the one criterion for everything. */
export const withRubric = (key: Key, language: Locale): Key =>
  isRubricKey(key) && key.rubric.length === 0 ? { ...key, rubric: wholeAnswer(language) } : key;
