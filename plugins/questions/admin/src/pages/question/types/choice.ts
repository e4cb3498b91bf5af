import type { ChoiceKey, Option, RuleMessage } from '../../../../../contract/index.ts';
import { type FilledPart, filledParts, isWritten, type Parts, shareProblem, toPercent, toShare } from './form.ts';
import { emptyOptions, withoutOption } from './option-list.ts';

/** What single and multiple choice have in common while they are written; shares in percent, by option. */
export type ChoiceAnswer = {
  options: Option[];
  correct: string[];
  percents: Record<string, number | undefined>;
  feedback: Record<string, string>;
};

export const emptyChoice = (): ChoiceAnswer => ({ options: emptyOptions(), correct: [], percents: {}, feedback: {} });

export const readExtras = ({ shares = {}, feedback = {} }: ChoiceKey): Pick<ChoiceAnswer, 'percents' | 'feedback'> => ({
  percents: Object.fromEntries(Object.entries(shares).map(([id, share]) => [id, toPercent(share)])),
  feedback,
});

export function readChoice({ options, key }: Parts): ChoiceAnswer {
  const right = 'correct' in key ? key : { correct: [] };
  return { options, correct: right.correct, ...readExtras(right) };
}

/** Options that were written for another type, and what was said about them. */
export function adoptChoice({ options, key }: Parts, fresh: ChoiceAnswer): ChoiceAnswer {
  if (!options.some(({ text }) => isWritten(text))) return fresh;
  const right = 'correct' in key ? key : { correct: [] };
  return { ...fresh, options, correct: right.correct, feedback: right.feedback ?? {} };
}

/**
 * Shares and feedback that were filled in. Right options without a share of their own then share what the rule without shares
 * gives them.
 */
export function writeExtras({
  correct,
  percents,
  feedback,
}: Omit<ChoiceAnswer, 'options'>): Pick<ChoiceKey, 'shares' | 'feedback'> {
  const typed = Object.entries(percents).flatMap(([id, percent]) =>
    percent === undefined ? [] : [[id, toShare(percent)] as const],
  );
  const usual = correct.map((id) => [id, 1 / correct.length] as const);
  const written = Object.entries(feedback).filter(([, text]) => isWritten(text));
  return {
    ...(typed.length > 0 ? { shares: Object.fromEntries([...usual, ...typed]) } : {}),
    ...(written.length > 0 ? { feedback: Object.fromEntries(written) } : {}),
  };
}

export const writeChoice = (answer: ChoiceAnswer): Parts => ({
  options: answer.options,
  details: {},
  key: { correct: answer.correct, ...writeExtras(answer) },
  unit: null,
});

export const choiceProblems = ({ percents }: Pick<ChoiceAnswer, 'percents'>): RuleMessage[] =>
  Object.entries(percents).flatMap(([id, percent]) => shareProblem(percent, `key.shares.${id}`));

export const hasExtras = ({ percents, feedback }: Pick<ChoiceAnswer, 'percents' | 'feedback'>) => ({
  shares: Object.values(percents).some((percent) => percent !== undefined),
  feedback: Object.values(feedback).some(isWritten),
});

export const choiceFilled = (answer: ChoiceAnswer): FilledPart[] =>
  filledParts({
    options: answer.options.some(({ text }) => isWritten(text)),
    correct: answer.correct.length > 0,
    ...hasExtras(answer),
  });

const without = <Value>(record: Record<string, Value>, id: string): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== id));

/** The answer without an option and everything that was said about it. */
export const withoutChoice = (answer: ChoiceAnswer, id: string): ChoiceAnswer => ({
  options: withoutOption(answer.options, id),
  correct: answer.correct.filter((other) => other !== id),
  percents: without(answer.percents, id),
  feedback: without(answer.feedback, id),
});

/** Marks an option as right: the only one, or one of several. */
export const marked = (correct: readonly string[], id: string, isRight: boolean, isSingle: boolean): string[] => {
  const others = isSingle ? [] : correct.filter((other) => other !== id);
  return isRight ? [...others, id] : others;
};
