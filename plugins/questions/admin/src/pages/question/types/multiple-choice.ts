import { lazy } from 'react';
import { adoptChoice, type ChoiceAnswer, choiceFilled, choiceProblems, emptyChoice, readChoice, writeChoice } from './choice.ts';
import type { AnswerForm } from './form.ts';

export const multipleChoiceForm: AnswerForm<ChoiceAnswer> = {
  empty: emptyChoice,
  read: readChoice,
  adopt: adoptChoice,
  write: writeChoice,
  problems: choiceProblems,
  filled: choiceFilled,
  Editor: lazy(async () => ({ default: (await import('./ChoiceEditor.tsx')).MultipleChoiceEditor })),
};
