import { lazy } from 'react';
import { adoptChoice, type ChoiceAnswer, choiceFilled, choiceProblems, emptyChoice, readChoice, writeChoice } from './choice.ts';
import type { AnswerForm } from './form.ts';

export const singleChoiceForm: AnswerForm<ChoiceAnswer> = {
  empty: emptyChoice,
  read: readChoice,
  adopt(parts, fresh) {
    const adopted = adoptChoice(parts, fresh);
    return adopted.correct.length > 1 ? { ...adopted, correct: [] } : adopted;
  },
  write: writeChoice,
  problems: choiceProblems,
  filled: choiceFilled,
  Editor: lazy(async () => ({ default: (await import('./ChoiceEditor.tsx')).SingleChoiceEditor })),
};
