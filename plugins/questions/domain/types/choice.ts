import {
  type ChoiceKey,
  type ChoiceResponse,
  type Content,
  type Key,
  OPTION_COUNT,
  type QuestionInput,
  type Response,
  type RuleMessage,
  TEXT_LIMITS,
} from '../../contract/index.ts';
import { optionIdentity } from '../text/clean.ts';
import { error, optionName } from './messages.ts';
import { areClose, asRatio, checkFeedback, checkShares, cleanFeedback, feedbackTexts, roundedShare } from './shares.ts';
import type { IdList, MarkdownText } from './type.ts';

export const isChoiceKey = (key: Key): key is ChoiceKey => 'correct' in key;
export const isChoiceResponse = (response: Response): response is ChoiceResponse => response !== null && 'selected' in response;

/** The ids a learner chose, each once; empty for a response of another shape. */
export const selectedIds = (response: Response): Set<string> => new Set(isChoiceResponse(response) ? response.selected : []);

/** 2–10 texts to choose from, none empty, no two equal (after NFC and trimming; case counts). */
export function checkOptionList(options: QuestionInput['options'], field: string): RuleMessage[] {
  const messages: RuleMessage[] = [];
  if (options.length < OPTION_COUNT.min || options.length > OPTION_COUNT.max) {
    messages.push(error('optionCount', field, { count: options.length, ...OPTION_COUNT }));
  }
  const seen = new Map<string, number>();
  options.forEach(({ text }, at) => {
    const own = `${field}.${at}.text`;
    const identity = optionIdentity(text);
    if (identity === '') messages.push(error('optionEmpty', own, { option: optionName(at) }));
    else if (seen.has(identity)) {
      messages.push(error('optionsEqual', own, { first: optionName(seen.get(identity) ?? 0), second: optionName(at) }));
    } else seen.set(identity, at);
    if (text.length > TEXT_LIMITS.option)
      messages.push(error('textTooLong', own, { length: text.length, max: TEXT_LIMITS.option }));
  });
  const ids = options.map(({ id }) => id);
  if (new Set(ids).size !== ids.length) messages.push(error('keyForm', field));
  return messages;
}

/** The options of the question itself. */
export const checkOptions = ({ options }: QuestionInput): RuleMessage[] => checkOptionList(options, 'options');

/** The key names at least one option, and only options that exist. */
export function checkKey(key: Key, known: readonly string[], field = 'key'): RuleMessage[] {
  if (!isChoiceKey(key)) return [error('keyForm', field)];
  if (key.correct.length === 0) return [error('keyMissing', field)];
  const unknown = key.correct.filter((id) => !known.includes(id));
  return unknown.map((id) => error('keyUnknownOption', field, { key: id }));
}

/** Exactly one right answer. */
export function checkSingle(key: Key): RuleMessage[] {
  if (!isChoiceKey(key)) return [];
  const count = new Set(key.correct).size;
  return count > 1 || key.correct.length > count ? [error('keyNotSingle', 'key', { count: key.correct.length })] : [];
}

/** Shares and feedback of single options. */
export function checkExtras(key: Key, known: readonly string[], single: boolean): RuleMessage[] {
  if (!isChoiceKey(key)) return [];
  return [
    ...checkShares(key, known, single),
    ...Object.entries(key.feedback ?? {}).flatMap(([id, text]) => [
      ...(known.includes(id) ? [] : [error('keyUnknownOption', `key.feedback.${id}`, { key: id })]),
      ...checkFeedback(text, `key.feedback.${id}`),
    ]),
  ];
}

/**
 * The key in one form: ids once each in the order of the options; shares without zeros, and none where they say no more
 * than the rule without shares; feedback where there is any.
 * @param plain the shares that the rule without shares gives
 */
export function normaliseChoice(
  key: ChoiceKey,
  known: readonly string[],
  plain: (correct: readonly string[]) => Map<string, number>,
) {
  const order = new Map(known.map((id, at) => [id, at]));
  const correct = [...new Set(key.correct.filter((id) => id !== ''))].sort((a, b) => (order.get(a) ?? 99) - (order.get(b) ?? 99));
  const shares = Object.entries(key.shares ?? {})
    .map(([id, share]) => [id, roundedShare(share)] as const)
    .filter(([, share]) => share !== 0);
  const usual = plain(correct);
  const isUsual = shares.length === usual.size && shares.every(([id, share]) => areClose(share, usual.get(id) ?? 0));
  const feedback = cleanFeedback(key.feedback);
  return {
    correct,
    ...(shares.length > 0 && !isUsual ? { shares: Object.fromEntries(shares) } : {}),
    ...(feedback ? { feedback } : {}),
  };
}

/** What one chosen option earns: its share, or all for the right one. Choosing two is choosing none. */
export function singleShare(response: Response, key: Key): number {
  const [chosen, ...more] = selectedIds(response);
  if (!isChoiceKey(key) || chosen === undefined || more.length > 0) return 0;
  if (key.shares !== undefined) return asRatio(Object.hasOwn(key.shares, chosen) ? (key.shares[chosen] ?? 0) : 0);
  return key.correct.length === 1 && key.correct[0] === chosen ? 1 : 0;
}

/** Feedback of the chosen options, in the order in which the key lists them. */
export function choiceFeedback(response: Response, key: Key): string[] {
  const selected = selectedIds(response);
  if (!isChoiceKey(key)) return [];
  return Object.entries(key.feedback ?? {}).flatMap(([id, text]) => (selected.has(id) ? [text] : []));
}

/** Markdown in the key. */
export const choiceTexts = ({ key }: QuestionInput): MarkdownText[] => (isChoiceKey(key) ? feedbackTexts(key.feedback) : []);

/** Right answers as the texts of their options, or their ids where no text is stored. */
export function chosenText(key: Key, content: Content): string {
  if (!isChoiceKey(key)) return '';
  return key.correct.map((id) => content.options?.find((option) => option.id === id)?.text ?? id).join(' · ');
}

/** The options of a question as the one list a paper shuffles. */
export const optionList = ({ options }: Content): IdList[] => [{ list: 'options', ids: options ?? [], always: false }];

/** Chosen ids replaced one by one. */
export const mapSelected = (response: Exclude<Response, null>, map: (list: string, id: string) => string) =>
  isChoiceResponse(response) ? { selected: response.selected.map((id) => map('options', id)) } : response;
