import type { Content, Details, Key, MatchingDetails, MatchingKey, MatchingResponse, Response } from '../../contract/index.ts';
import { checkOptions } from './choice.ts';
import { error } from './messages.ts';
import type { TypeRules } from './type.ts';

export const isMatchingKey = (key: Key): key is MatchingKey => 'pairs' in key;
export const isMatchingDetails = (details: Details | undefined): details is MatchingDetails =>
  details !== undefined && 'prompts' in details;
const isMatchingResponse = (response: Response): response is MatchingResponse => response !== null && 'pairs' in response;

const textOf = (list: readonly { id: string; text: string }[] | undefined, id: string) =>
  list?.find((one) => one.id === id)?.text ?? id;
const promptsOf = ({ details }: Content) => (isMatchingDetails(details) ? details.prompts : []);

/** Prompts and what belongs to them; each right pair earns an equal part. */
export const matching = {
  code: 'matching',
  validate: (question) => [
    ...checkOptions(question),
    ...(isMatchingKey(question.key) && isMatchingDetails(question.details) ? [] : [error('keyForm', 'key')]),
  ],
  score(response, key) {
    if (!isMatchingKey(key) || !isMatchingResponse(response)) return 0;
    const pairs = Object.entries(key.pairs);
    return pairs.length === 0 ? 0 : pairs.filter(([prompt, option]) => response.pairs[prompt] === option).length / pairs.length;
  },
  emptyResponse: () => ({ pairs: {} }),
  isEmpty: (response) => !isMatchingResponse(response) || Object.keys(response.pairs).length === 0,
  answerText: (key, content) =>
    isMatchingKey(key)
      ? Object.entries(key.pairs)
          .map(([prompt, option]) => `${textOf(promptsOf(content), prompt)} → ${textOf(content.options, option)}`)
          .join(' · ')
      : '',
  lists: ({ options }) => [{ list: 'options', ids: options ?? [], always: true }],
  mapIds: (response, map) =>
    isMatchingResponse(response)
      ? { pairs: Object.fromEntries(Object.entries(response.pairs).map(([prompt, option]) => [prompt, map('options', option)])) }
      : response,
} as const satisfies TypeRules;
