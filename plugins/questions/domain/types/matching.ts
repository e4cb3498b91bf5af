import {
  type Details,
  type Key,
  type MatchingDetails,
  type MatchingKey,
  type MatchingResponse,
  OPTION_COUNT,
  OPTION_IDS,
  type QuestionInput,
  type Response,
  type RuleMessage,
  TEXT_LIMITS,
} from '../../contract/index.ts';
import { cleanText, optionIdentity } from '../text/clean.ts';
import { checkOptions } from './choice.ts';
import { checkDetails } from './details.ts';
import { error } from './messages.ts';
import { optionIds } from './shares.ts';
import type { Answer, TypeRules } from './type.ts';

export const isMatchingKey = (key: Key): key is MatchingKey => 'pairs' in key;
export const isMatchingDetails = (details: Details | undefined): details is MatchingDetails =>
  details !== undefined && 'prompts' in details;
const isMatchingResponse = (response: Response): response is MatchingResponse => response !== null && 'pairs' in response;

const textOf = (list: readonly { id: string; text: string }[] | undefined, id: string) =>
  list?.find((one) => one.id === id)?.text ?? id;
const promptsOf = (details: Details | undefined) => (isMatchingDetails(details) ? details.prompts : []);

/** 2–10 prompts, none empty, no two equal. */
function checkPrompts(prompts: MatchingDetails['prompts']): RuleMessage[] {
  const messages: RuleMessage[] = [];
  if (prompts.length < OPTION_COUNT.min || prompts.length > OPTION_COUNT.max)
    messages.push(error('promptCount', 'details.prompts', { count: prompts.length, ...OPTION_COUNT }));
  if (new Set(prompts.map(({ id }) => id)).size !== prompts.length) messages.push(error('detailsForm', 'details'));
  const seen = new Map<string, number>();
  prompts.forEach(({ text }, at) => {
    const field = `details.prompts.${at}.text`;
    const identity = optionIdentity(text);
    const first = seen.get(identity);
    if (identity === '') messages.push(error('promptEmpty', field, { number: at + 1 }));
    else if (first !== undefined) messages.push(error('promptsEqual', field, { first: first + 1, second: at + 1 }));
    else seen.set(identity, at);
    if (text.length > TEXT_LIMITS.option)
      messages.push(error('textTooLong', field, { length: text.length, max: TEXT_LIMITS.option }));
  });
  return messages;
}

/** Every prompt has its pair, pairs name options that exist; options that fit no prompt are fine. */
function checkPairs({ key, details, ...question }: QuestionInput): RuleMessage[] {
  if (!isMatchingKey(key) || !isMatchingDetails(details)) return [error('keyForm', 'key')];
  const known = optionIds(question);
  const prompts = details.prompts.map(({ id }) => id);
  return [
    ...details.prompts.flatMap(({ id }, at) =>
      Object.hasOwn(key.pairs, id) ? [] : [error('pairMissing', `key.pairs.${id}`, { number: at + 1 })],
    ),
    ...Object.entries(key.pairs).flatMap(([prompt, option]) => [
      ...(prompts.includes(prompt) ? [] : [error('keyForm', `key.pairs.${prompt}`)]),
      ...(known.includes(option) ? [] : [error('keyUnknownOption', `key.pairs.${prompt}`, { key: option })]),
    ]),
  ];
}

/**
 * Prompts are numbered in their order; options come in the order of the prompts they belong to, those that fit none last, under
 * the ids a, b, c …: learners meet them shuffled, so their order says nothing, and files keep pairs only.
 */
function normaliseMatching(answer: Answer): Answer {
  const { key, details, options } = answer;
  if (!isMatchingKey(key) || !isMatchingDetails(details)) return answer;
  const known = optionIds(answer);
  const prompts = details.prompts.map(({ id, text }) => ({ id, text: cleanText(text), option: key.pairs[id] }));
  const isWhole =
    known.length <= OPTION_IDS.length &&
    new Set(known).size === known.length &&
    prompts.length <= OPTION_COUNT.max &&
    new Set(prompts.map(({ id }) => id)).size === prompts.length &&
    Object.keys(key.pairs).length === prompts.length &&
    prompts.every(({ option }) => option !== undefined && known.includes(option));
  if (!isWhole) return { ...answer, details: { prompts: prompts.map(({ id, text }) => ({ id, text })) } };
  const order = [...new Set([...prompts.map(({ option = '' }) => option), ...known])];
  const renamed = new Map(order.map((id, at) => [id, OPTION_IDS[at] ?? 'a']));
  return {
    options: order.map((id) => ({ id: renamed.get(id) ?? 'a', text: textOf(options, id) })),
    details: { prompts: prompts.map(({ text }, at) => ({ id: String(at + 1), text })) },
    key: { pairs: Object.fromEntries(prompts.map(({ option = '' }, at) => [String(at + 1), renamed.get(option) ?? ''])) },
  };
}

/** Prompts and what belongs to them; each right pair earns an equal part. */
export const matching = {
  code: 'matching',
  validate: (question) => [
    ...checkOptions(question),
    ...checkDetails(question),
    ...checkPrompts(promptsOf(question.details)),
    ...checkPairs(question),
  ],
  emptyDetails: () => ({ prompts: [] }),
  normalise: normaliseMatching,
  texts: ({ details }) => promptsOf(details).map(({ text }, at) => ({ field: `details.prompts.${at}.text`, text })),
  score(response, key) {
    if (!isMatchingKey(key) || !isMatchingResponse(response)) return 0;
    const pairs = Object.entries(key.pairs);
    return pairs.length === 0 ? 0 : pairs.filter(([prompt, option]) => response.pairs[prompt] === option).length / pairs.length;
  },
  feedbackFor: () => [],
  emptyResponse: () => ({ pairs: {} }),
  isEmpty: (response) => !isMatchingResponse(response) || Object.values(response.pairs).every((option) => option === ''),
  answerText: (key, content) =>
    isMatchingKey(key)
      ? Object.entries(key.pairs)
          .map(([prompt, option]) => `${textOf(promptsOf(content.details), prompt)} → ${textOf(content.options, option)}`)
          .join(' · ')
      : '',
  lists: ({ options }) => [{ list: 'options', ids: (options ?? []).map(({ id }) => ({ id })), always: true }],
  mapIds: (response, map) =>
    isMatchingResponse(response)
      ? { pairs: Object.fromEntries(Object.entries(response.pairs).map(([prompt, option]) => [prompt, map('options', option)])) }
      : response,
} as const satisfies TypeRules;
