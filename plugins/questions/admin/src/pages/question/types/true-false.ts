import { lazy } from 'react';
import { type ChoiceAnswer, choiceProblems, hasExtras, readExtras, writeExtras } from './choice.ts';
import { type AnswerForm, filledParts } from './form.ts';

export type TruthAnswer = Omit<ChoiceAnswer, 'options'>;

export const trueFalseForm: AnswerForm<TruthAnswer> = {
  empty: () => ({ correct: [], percents: {}, feedback: {} }),
  read({ key }) {
    const right = 'correct' in key ? key : { correct: [] };
    return { correct: right.correct, ...readExtras(right) };
  },
  adopt: (_parts, fresh) => fresh,
  write: (answer) => ({ options: [], details: {}, key: { correct: answer.correct, ...writeExtras(answer) }, unit: null }),
  problems: choiceProblems,
  filled: (answer) => filledParts({ correct: answer.correct.length > 0, ...hasExtras(answer) }),
  Editor: lazy(async () => ({ default: (await import('./TrueFalseEditor.tsx')).TrueFalseEditor })),
};
