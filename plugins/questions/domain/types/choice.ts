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
import type { IdList } from './type.ts';

export const isChoiceKey = (key: Key): key is ChoiceKey => 'correct' in key;
export const isChoiceResponse = (response: Response): response is ChoiceResponse => response !== null && 'selected' in response;

/** The ids a learner chose, each once; empty for a response of another shape. */
export const selectedIds = (response: Response): Set<string> => new Set(isChoiceResponse(response) ? response.selected : []);

/** 2–10 options, none empty, no two equal (after NFC and trimming; case counts). */
export function checkOptions({ options }: QuestionInput): RuleMessage[] {
  const messages: RuleMessage[] = [];
  if (options.length < OPTION_COUNT.min || options.length > OPTION_COUNT.max) {
    messages.push(error('optionCount', 'options', { count: options.length, ...OPTION_COUNT }));
  }
  const seen = new Map<string, number>();
  options.forEach(({ text }, at) => {
    const field = `options.${at}.text`;
    const identity = optionIdentity(text);
    if (identity === '') messages.push(error('optionEmpty', field, { option: optionName(at) }));
    else if (seen.has(identity)) {
      messages.push(error('optionsEqual', field, { first: optionName(seen.get(identity) ?? 0), second: optionName(at) }));
    } else seen.set(identity, at);
    if (text.length > TEXT_LIMITS.option)
      messages.push(error('textTooLong', field, { length: text.length, max: TEXT_LIMITS.option }));
  });
  const ids = options.map(({ id }) => id);
  if (new Set(ids).size !== ids.length) messages.push(error('keyForm', 'options'));
  return messages;
}

/** The key names at least one option, and only options that exist. */
export function checkKey(key: Key, known: readonly string[]): RuleMessage[] {
  if (!isChoiceKey(key)) return [error('keyForm', 'key')];
  if (key.correct.length === 0) return [error('keyMissing', 'key')];
  const unknown = key.correct.filter((id) => !known.includes(id));
  return unknown.map((id) => error('keyUnknownOption', 'key', { key: id }));
}

/** Exactly one right answer. */
export function checkSingle(key: Key): RuleMessage[] {
  if (!isChoiceKey(key)) return [];
  const count = new Set(key.correct).size;
  return count > 1 || key.correct.length > count ? [error('keyNotSingle', 'key', { count: key.correct.length })] : [];
}

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
