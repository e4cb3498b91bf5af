import type { Locale } from '@lyceum/core/contract';
import { type Key, type Response, type RuleMessage, TEXT_LIMITS, type TextKey, type TextResponse } from '../../contract/index.ts';
import { cleanLine } from '../text/clean.ts';
import { comparable, isAccepted } from '../text/compare-text.ts';
import { alternativeTexts, checkAlternatives, normaliseAlternatives } from './alternatives.ts';
import { checkDetails, checkNoOptions } from './details.ts';
import { error, warning } from './messages.ts';
import { asRatio } from './shares.ts';
import type { TypeRules } from './type.ts';

export const isTextKey = (key: Key): key is TextKey => 'accepted' in key;
const isTextResponse = (response: Response): response is TextResponse => response !== null && 'text' in response;

/** Most accepted answers. */
const MAX_ACCEPTED = 50;

const tooLong = (text: string, field: string): RuleMessage[] =>
  text.length > TEXT_LIMITS.accepted ? [error('textTooLong', field, { length: text.length, max: TEXT_LIMITS.accepted })] : [];

/** A text key, of a question or of a gap: an accepted answer, none that is only space; alternatives that can be reached. */
export function checkTextKey(key: TextKey, field: string, language: Locale): RuleMessage[] {
  const isBlank = (text: string) => comparable(text, true, language) === '';
  const { accepted, alternatives = [], caseSensitive } = key;
  return [
    ...(accepted.length === 0 || accepted.some(isBlank) ? [error('acceptedEmpty', `${field}.accepted`)] : []),
    ...accepted.flatMap((text) => tooLong(text, `${field}.accepted`)).slice(0, 1),
    ...(accepted.length > MAX_ACCEPTED
      ? [error('tooMany', `${field}.accepted`, { count: accepted.length, max: MAX_ACCEPTED })]
      : []),
    ...alternatives.flatMap(({ text, share }, at) => {
      const own = `${field}.alternatives.${at}.text`;
      const isHidden = share !== 1 && isAccepted(text, accepted, caseSensitive, language);
      return [
        ...(isBlank(text) ? [error('required', own)] : []),
        ...tooLong(text, own),
        ...(isHidden ? [warning('alternativeHidden', own, { answer: text.slice(0, 80) })] : []),
      ];
    }),
    ...checkAlternatives(key.alternatives, `${field}.alternatives`),
  ];
}

export const normaliseText = (key: TextKey): TextKey => ({
  accepted: [...new Set(key.accepted.map(cleanLine).filter((text) => text !== ''))],
  caseSensitive: key.caseSensitive,
  ...normaliseAlternatives(key.alternatives, ({ text }) => ({ text: cleanLine(text) })),
});

const alternativeFor = (given: string, { alternatives, caseSensitive }: TextKey, language: Locale) =>
  alternatives?.find(({ text }) => isAccepted(given, [text], caseSensitive, language));

/** 1 for an accepted text; otherwise the share of the first alternative it equals. */
export const textShare = (given: string, key: TextKey, language: Locale): number =>
  isAccepted(given, key.accepted, key.caseSensitive, language) ? 1 : asRatio(alternativeFor(given, key, language)?.share ?? 0);

/** Feedback of the first alternative it equals; one with the share 1 may repeat an accepted text to give it feedback. */
export function textFeedback(given: string, key: TextKey, language: Locale): string[] {
  const feedback = alternativeFor(given, key, language)?.feedback;
  return feedback ? [feedback] : [];
}

/** A word or a few, compared with a list of accepted texts; no patterns, so nothing can be slow [I11]. */
export const shortText = {
  code: 'short-text',
  validate: (question) => [
    ...checkNoOptions(question),
    ...checkDetails(question),
    ...(isTextKey(question.key) ? checkTextKey(question.key, 'key', question.language) : [error('keyForm', 'key')]),
  ],
  emptyDetails: () => ({}),
  normalise: (answer) => (isTextKey(answer.key) ? { ...answer, key: normaliseText(answer.key) } : answer),
  texts: ({ key }) => (isTextKey(key) ? alternativeTexts(key.alternatives, 'key.alternatives') : []),
  score: (response, key, { language }) =>
    isTextKey(key) && isTextResponse(response) ? textShare(response.text, key, language) : 0,
  feedbackFor: (response, key, { language }) =>
    isTextKey(key) && isTextResponse(response) ? textFeedback(response.text, key, language) : [],
  emptyResponse: () => ({ text: '' }),
  isEmpty: (response) => !isTextResponse(response) || response.text.trim() === '',
  answerText: (key) => (isTextKey(key) ? key.accepted.join(' / ') : ''),
  lists: () => [],
  mapIds: (response) => response,
} as const satisfies TypeRules;
