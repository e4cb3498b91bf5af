import { lazy } from 'react';
import type { RuleMessage } from '../../../../../contract/index.ts';
import { type AnswerForm, filledParts, missing } from './form.ts';
import { adoptRubric, emptyRubric, type RubricAnswer, readRubric, rubricFilled, rubricProblems, writeRubric } from './rubric.ts';

export type AudioAnswer = RubricAnswer & { maxSec: number | undefined };

const SECONDS = { min: 5, max: 900 };
const AT_FIRST_SEC = 120;
const isLength = (seconds: number) => Number.isInteger(seconds) && seconds >= SECONDS.min && seconds <= SECONDS.max;

function lengthProblem(seconds: number | undefined): RuleMessage[] {
  if (seconds === undefined) return [missing('details.maxSec')];
  return isLength(seconds) ? [] : [{ code: 'secondsLimit', level: 'error', field: 'details.maxSec', params: SECONDS }];
}

export const audioAnswerForm: AnswerForm<AudioAnswer> = {
  empty: () => ({ ...emptyRubric(), maxSec: AT_FIRST_SEC }),
  read: (parts) => ({ ...readRubric(parts), maxSec: 'maxSec' in parts.details ? parts.details.maxSec : AT_FIRST_SEC }),
  adopt: (parts, fresh) => ({ ...fresh, ...adoptRubric(parts) }),
  write: (answer) => ({
    options: [],
    details: { maxSec: answer.maxSec !== undefined && isLength(answer.maxSec) ? answer.maxSec : AT_FIRST_SEC },
    key: writeRubric(answer),
    unit: null,
  }),
  problems: (answer) => [...lengthProblem(answer.maxSec), ...rubricProblems(answer)],
  filled: (answer) => filledParts({ ...rubricFilled(answer), seconds: answer.maxSec !== AT_FIRST_SEC }),
  Editor: lazy(async () => ({ default: (await import('./AudioAnswerEditor.tsx')).AudioAnswerEditor })),
};
