import type { GapKey } from '../../../contract/index.ts';
import { isChoiceKey } from '../../types/choice.ts';
import { isMatchingDetails, isMatchingKey } from '../../types/matching.ts';
import { isRubricKey } from '../../types/rubric.ts';
import { isFull, numberAnswers, type OptionAnswer, optionAnswers, percentOf, textAnswers } from '../answers.ts';
import type { ExchangeQuestion, Loss } from '../item.ts';
import { approximated, leftOut } from '../losses.ts';
import { hasOwnRubric } from '../rubric.ts';
import { escaped } from './escapes.ts';

/** What stands in the braces of a question, and what of it is not the same any more. */
export type Answers = { readonly text: string; readonly losses: readonly Loss[] };

const lines = (answers: readonly string[]): string => `\n${answers.map((answer) => `\t${answer}\n`).join('')}`;

/** A text as an answer: one that looks like a format or a weight has its format before it. */
export const answerText = (text: string, weight = ''): string =>
  `${weight}${/^(?:%|\[(?:html|markdown|plain|moodle)\])/i.test(text) ? '[markdown]' : ''}${escaped(text)}`;

const withFeedback = (answer: string, feedback: string | null): string =>
  feedback ? `${answer}#${answerText(feedback)}` : answer;

/** A weight where the share is not the usual one. */
const weightOf = (share: number, isUsual: boolean): string => (isUsual ? '' : `%${percentOf(share)}%`);

const pinnedLost = ({ options = [] }: Pick<ExchangeQuestion, 'options'>): Loss[] =>
  options.some(({ pinned }) => pinned) ? [leftOut('pinnedLeftOut', 'options')] : [];

/** Options with `=` and `~`; where several may be chosen all have `~` and a weight. */
export function choiceAnswers(question: Pick<ExchangeQuestion, 'options' | 'key'>, single: boolean): Answers | null {
  const { key, options = [] } = question;
  if (!isChoiceKey(key)) return null;
  const answers = optionAnswers(options, key, single);
  const isCorrect = (at: number) => key.correct.includes(options[at]?.id ?? '');
  const hasFull = answers.some(({ share }) => isFull(share));
  const isRight = (share: number, at: number) => single && (hasFull ? isFull(share) : isCorrect(at));
  // Options that are all begun by `=` would be read as accepted texts.
  const isAllRight = answers.every(({ share }, at) => isRight(share, at));
  const text = answers.map(({ text, share, feedback }: OptionAnswer, at) => {
    const hasSign = isRight(share, at) && !(isAllRight && at > 0);
    const weight = weightOf(share, single && (hasSign || share === 0));
    return withFeedback(`${hasSign ? '=' : '~'}${answerText(text, weight)}`, feedback);
  });
  const isSame = answers.every(({ share }, at) => (single ? isFull(share) : share > 0) === isCorrect(at));
  return { text: lines(text), losses: [...pinnedLost(question), ...(isSame ? [] : [approximated('sharesLeftOut', 'key')])] };
}

/** Moodle's order: what is said about the wrong answer, then what is said about the right one. */
export function truthAnswers({ key }: ExchangeQuestion): Answers | null {
  if (!isChoiceKey(key)) return null;
  const isTrue = key.correct[0] === 'true';
  const { true: forTrue = '', false: forFalse = '' } = key.feedback ?? {};
  const [wrong, right] = isTrue ? [forFalse, forTrue] : [forTrue, forFalse];
  const feedback = wrong || right ? `#${answerText(wrong)}${right ? `#${answerText(right)}` : ''}` : '';
  return { text: `${isTrue ? 'TRUE' : 'FALSE'}${feedback}`, losses: key.shares ? [leftOut('sharesLeftOut', 'key.shares')] : [] };
}

/** Accepted texts, then those with a share. */
export function textAnswersOf(key: GapKey): Answers | null {
  if (!('accepted' in key)) return null;
  const answers = textAnswers(key);
  // Several answers with an arrow would be read as pairs; one with a weight never is.
  const isLikePairs = answers.every(({ text }) => text.includes('->'));
  const patterns = answers.filter(({ text }) => text.includes('*'));
  return {
    text: lines(
      answers.map(({ text, share, feedback }) =>
        withFeedback(`=${answerText(text, weightOf(share, isFull(share) && !isLikePairs))}`, feedback),
      ),
    ),
    losses: [
      ...(key.caseSensitive ? [approximated('caseLeftOut', 'key')] : []),
      ...patterns.map(({ text }) => approximated('patternLeftOut', 'key', { text })),
    ],
  };
}

/** `#3:0.1`, or a list where several numbers earn something. */
export function numberAnswersOf(key: GapKey): Answers | null {
  if (!('tolerance' in key)) return null;
  const answers = numberAnswers(key);
  const [only, ...more] = answers;
  if (only && more.length === 0 && !only.feedback) {
    return { text: `#${only.value}${only.tolerance === 0 ? '' : `:${only.tolerance}`}`, losses: [] };
  }
  const text = answers.map(({ value, tolerance, share, feedback }) =>
    withFeedback(`=${weightOf(share, isFull(share))}${value}:${tolerance}`, feedback),
  );
  return { text: `#${lines(text)}`, losses: [] };
}

/** Pairs, and behind them options that belong to no prompt. */
export function pairAnswers(question: ExchangeQuestion): Answers | null {
  const { key, details, options = [] } = question;
  if (!isMatchingKey(key) || !isMatchingDetails(details)) return null;
  const textOf = new Map<string, string>(options.map(({ id, text }) => [id, text]));
  const used = new Set<string>(Object.values(key.pairs));
  const halves = [
    ...details.prompts.map(({ id, text }) => [text, textOf.get(key.pairs[id] ?? '') ?? ''] as const),
    ...options.filter(({ id }) => !used.has(id)).map(({ text }) => ['', text] as const),
  ];
  const hasArrow = details.prompts.some(({ text }) => text.includes('->'));
  return {
    text: lines(halves.map(([prompt, text]) => `=${answerText(prompt.replaceAll('->', '→'))} -> ${escaped(text)}`)),
    losses: [...pinnedLost(question), ...(hasArrow ? [approximated('arrowReplaced', 'details.prompts')] : [])],
  };
}

/** Empty braces: what markers look at has no place. */
export function essayAnswers({ key, details }: ExchangeQuestion): Answers {
  const hasModel = isRubricKey(key) && key.modelAnswer !== null;
  const hasLimits = details !== undefined && 'minWords' in details && (details.minWords !== null || details.maxWords !== null);
  return {
    text: '',
    losses: [
      ...(hasOwnRubric(key) ? [leftOut('rubricLeftOut', 'key.rubric')] : []),
      ...(hasModel ? [leftOut('fieldLeftOut', 'key.modelAnswer')] : []),
      ...(hasLimits ? [leftOut('fieldLeftOut', 'details')] : []),
    ],
  };
}
