import type { NumberKey, RuleMessage, TextKey } from '../../../../../contract/index.ts';
import { isWritten, missing, shareProblem, toPercent, toShare } from './form.ts';
import type { Kept } from './option-list.ts';

/** A further answer of a number or a text while it is written; the share in percent. */
type Extra = Kept & { percent: number | undefined; feedback: string };
export type NumberAlternative = Extra & { value: number | undefined; tolerance: number | undefined };
export type TextAlternative = Extra & { text: string };

export const emptyNumber = (row: number): NumberAlternative => ({
  row,
  value: undefined,
  tolerance: 0,
  percent: 50,
  feedback: '',
});
export const emptyText = (row: number): TextAlternative => ({ row, text: '', percent: 50, feedback: '' });

const readExtra = ({ share, feedback = '' }: { share: number; feedback?: string | undefined }, at: number): Extra => ({
  row: at + 1,
  percent: toPercent(share),
  feedback,
});
const writeExtra = ({ percent = 0, feedback }: Extra) => ({
  share: toShare(percent),
  ...(isWritten(feedback) ? { feedback } : {}),
});

export const readNumbers = (alternatives: NumberKey['alternatives']): NumberAlternative[] =>
  (alternatives ?? []).map((one, at) => ({ value: one.value, tolerance: one.tolerance, ...readExtra(one, at) }));

export const readTexts = (alternatives: TextKey['alternatives']): TextAlternative[] =>
  (alternatives ?? []).map((one, at) => ({ text: one.text, ...readExtra(one, at) }));

export const writeNumbers = (list: readonly NumberAlternative[]): Pick<NumberKey, 'alternatives'> =>
  list.length === 0
    ? {}
    : { alternatives: list.map((one) => ({ value: one.value ?? 0, tolerance: one.tolerance ?? 0, ...writeExtra(one) })) };

export const writeTexts = (list: readonly TextAlternative[]): Pick<TextKey, 'alternatives'> =>
  list.length === 0 ? {} : { alternatives: list.map((one) => ({ text: one.text, ...writeExtra(one) })) };

/** Numbers that were left empty, and shares that cannot be. */
export const numberProblems = (list: readonly NumberAlternative[], field: string): RuleMessage[] =>
  list.flatMap(({ value, percent }, at) => [
    ...(value === undefined ? [missing(`${field}.${at}.value`)] : []),
    ...shareProblem(percent, `${field}.${at}.share`),
  ]);

export const textProblems = (list: readonly TextAlternative[], field: string): RuleMessage[] =>
  list.flatMap(({ percent }, at) => shareProblem(percent, `${field}.${at}.share`));
