import {
  type ChoiceKey,
  type NumberKey,
  OPTION_COUNT,
  OPTION_IDS,
  type Option,
  type RuleMessage,
  type TextKey,
} from '../../contract/index.ts';
import { error } from '../types/messages.ts';
import { areClose, roundedShare } from '../types/shares.ts';

/** An answer as question files list them: what it is, what share of the points it earns (−1 … 1), what is said about it. */
export type Answer<Value> = Value & { readonly share: number; readonly feedback: string | null };
export type OptionAnswer = Answer<{ readonly text: string; readonly pinned?: boolean }>;
export type TextAnswer = Answer<{ readonly text: string }>;
export type NumberAnswer = Answer<{ readonly value: number; readonly tolerance: number }>;

export const isFull = (share: number): boolean => share > 0 && areClose(share, 1);

/** Options with the ids of their places. More than there are ids is an error, never a question cut short [I10]. */
export function asOptions(texts: readonly { text: string; pinned?: boolean | undefined }[], field = 'options') {
  const options = texts.flatMap(({ text, pinned }, at): Option[] => {
    const id = OPTION_IDS[at];
    return id === undefined ? [] : [{ id, text, ...(pinned ? { pinned: true } : {}) }];
  });
  const messages: RuleMessage[] =
    texts.length > OPTION_IDS.length ? [error('optionCount', field, { count: texts.length, ...OPTION_COUNT })] : [];
  return { options, messages };
}

/** What each option earns under the rule without shares: for several right ones a wrong choice takes as much as a right one gives. */
const usualShare = (isRight: boolean, right: number, single: boolean): number =>
  single ? (isRight ? 1 : 0) : (isRight ? 1 : -1) / Math.max(1, right);

/** The key of a choice question from its answers: for one choice the full ones are right, for several all that earn something. */
export function choiceKey(answers: readonly OptionAnswer[], single: boolean): ChoiceKey {
  const named = answers.map((answer, at) => ({ ...answer, id: String(OPTION_IDS[at] ?? at) }));
  const isRight = ({ share }: OptionAnswer) => (single ? isFull(share) : share > 0);
  const right = named.filter(isRight);
  const isUsual = named.every((answer) => areClose(answer.share, usualShare(isRight(answer), right.length, single)));
  const shares = named.filter(({ share }) => share !== 0).map(({ id, share }) => [id, roundedShare(share)] as const);
  const feedback = named.flatMap(({ id, feedback: text }) => (text ? [[id, text] as const] : []));
  return {
    correct: right.map(({ id }) => id),
    ...(isUsual || shares.length === 0 ? {} : { shares: Object.fromEntries(shares) }),
    ...(feedback.length === 0 ? {} : { feedback: Object.fromEntries(feedback) }),
  };
}

/** The options of a question with what each earns. */
export function optionAnswers(options: readonly Option[], key: ChoiceKey, single: boolean): OptionAnswer[] {
  return options.map(({ id, text, pinned }) => ({
    text,
    ...(pinned ? { pinned } : {}),
    share: key.shares ? (key.shares[id] ?? 0) : usualShare(key.correct.includes(id), key.correct.length, single),
    feedback: key.feedback?.[id] ?? null,
  }));
}

const extras = ({ share, feedback }: Answer<object>) => ({ share: roundedShare(share), ...(feedback ? { feedback } : {}) });

/** Full answers are accepted; those with a share or feedback are kept beside them, full ones with feedback too. */
export function textKey(answers: readonly TextAnswer[], caseSensitive: boolean): TextKey {
  const accepted = [...new Set(answers.filter(({ share }) => isFull(share)).map(({ text }) => text))];
  const alternatives = answers
    .filter(({ share, feedback }) => !isFull(share) || feedback)
    .map((answer) => ({ text: answer.text, ...extras(answer) }));
  return { accepted, caseSensitive, ...(alternatives.length > 0 ? { alternatives } : {}) };
}

/** Accepted texts with the feedback that stands beside them, then the others. */
export function textAnswers({ accepted, alternatives = [] }: TextKey): TextAnswer[] {
  const beside = new Map(alternatives.filter(({ share }) => isFull(share)).map((one) => [one.text, one.feedback ?? null]));
  return [
    ...accepted.map((text) => ({ text, share: 1, feedback: beside.get(text) ?? null })),
    ...alternatives
      .filter(({ text, share }) => !(isFull(share) && accepted.includes(text)))
      .map(({ text, share, feedback }) => ({ text, share, feedback: feedback ?? null })),
  ];
}

/** The first full answer is the right one. Null when none is full. */
export function numberKey(answers: readonly NumberAnswer[]): NumberKey | null {
  const first = answers.findIndex(({ share }) => isFull(share));
  const right = answers[first];
  if (right === undefined) return null;
  const alternatives = answers
    .filter((answer, at) => at !== first || answer.feedback)
    .map((answer) => ({ value: answer.value, tolerance: answer.tolerance, ...extras(answer) }));
  return { value: right.value, tolerance: right.tolerance, ...(alternatives.length > 0 ? { alternatives } : {}) };
}

/** The right number with the feedback that stands beside it, then the others. */
export function numberAnswers({ value, tolerance, alternatives = [] }: NumberKey): NumberAnswer[] {
  const isRight = (one: { value: number; tolerance: number; share: number }) =>
    one.value === value && one.tolerance === tolerance && isFull(one.share);
  const beside = alternatives.find(isRight);
  return [
    { value, tolerance, share: 1, feedback: beside?.feedback ?? null },
    ...alternatives
      .filter((one) => one !== beside)
      .map((one) => ({ value: one.value, tolerance: one.tolerance, share: one.share, feedback: one.feedback ?? null })),
  ];
}

/** A share in percent as files write it: at most five decimals, so that a third comes back as a third. */
export const percentOf = (share: number): string => String(Number((share * 100).toFixed(5)));

/** A number without the dust of binary fractions: 3.1415 for the middle of 3.141 and 3.142. */
export const tidied = (value: number): number => Number(value.toPrecision(12));
