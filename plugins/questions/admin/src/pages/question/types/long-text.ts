import { lazy } from 'react';
import type { RuleMessage } from '../../../../../contract/index.ts';
import { type AnswerForm, filledParts } from './form.ts';
import { adoptRubric, emptyRubric, type RubricAnswer, readRubric, rubricFilled, rubricProblems, writeRubric } from './rubric.ts';

export type LongTextAnswer = RubricAnswer & { minWords: number | undefined; maxWords: number | undefined };

const WORDS = { min: 1, max: 10_000 };
const isCount = (words: number) => Number.isInteger(words) && words >= WORDS.min && words <= WORDS.max;

const wordsProblem = (words: number | undefined, field: string): RuleMessage[] =>
  words === undefined || isCount(words) ? [] : [{ code: 'wordsForm', level: 'error', field, params: WORDS }];
const writeWords = (words: number | undefined): number | null => (words !== undefined && isCount(words) ? words : null);

const noLimits = { minWords: undefined, maxWords: undefined };

export const longTextForm: AnswerForm<LongTextAnswer> = {
  empty: () => ({ ...emptyRubric(), ...noLimits }),
  read(parts) {
    const { details } = parts;
    const limits =
      'minWords' in details ? { minWords: details.minWords ?? undefined, maxWords: details.maxWords ?? undefined } : noLimits;
    return { ...readRubric(parts), ...limits };
  },
  adopt: (parts, fresh) => ({ ...fresh, ...adoptRubric(parts) }),
  write: (answer) => ({
    options: [],
    details: { minWords: writeWords(answer.minWords), maxWords: writeWords(answer.maxWords) },
    key: writeRubric(answer),
    unit: null,
  }),
  problems: (answer) => [
    ...wordsProblem(answer.minWords, 'details.minWords'),
    ...wordsProblem(answer.maxWords, 'details.maxWords'),
    ...rubricProblems(answer),
  ],
  filled: (answer) =>
    filledParts({ ...rubricFilled(answer), words: answer.minWords !== undefined || answer.maxWords !== undefined }),
  Editor: lazy(async () => ({ default: (await import('./LongTextEditor.tsx')).LongTextEditor })),
};
