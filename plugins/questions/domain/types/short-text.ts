import { type Key, type Response, TEXT_LIMITS, type TextKey, type TextResponse } from '../../contract/index.ts';
import { comparable, isAccepted } from '../text/compare-text.ts';
import { error } from './messages.ts';
import type { TypeRules } from './type.ts';

const isTextKey = (key: Key): key is TextKey => 'accepted' in key;
const isTextResponse = (response: Response): response is TextResponse => response !== null && 'text' in response;

/** A word or a few, compared with a list of accepted texts; no patterns, so nothing can be slow [I11]. */
export const shortText = {
  code: 'short-text',
  validate({ key, options, language }) {
    const messages = options.length > 0 ? [error('optionsNotAllowed', 'options')] : [];
    if (!isTextKey(key)) return [...messages, error('keyForm', 'key')];
    const isBlank = (text: string) => comparable(text, true, language) === '';
    if (key.accepted.length === 0 || key.accepted.some(isBlank)) messages.push(error('acceptedEmpty', 'key.accepted'));
    const long = key.accepted.find((text) => text.length > TEXT_LIMITS.accepted);
    if (long !== undefined)
      messages.push(error('textTooLong', 'key.accepted', { length: long.length, max: TEXT_LIMITS.accepted }));
    return messages;
  },
  score(response, key, { language }) {
    if (!isTextKey(key) || !isTextResponse(response)) return 0;
    return isAccepted(response.text, key.accepted, key.caseSensitive, language) ? 1 : 0;
  },
  emptyResponse: () => ({ text: '' }),
  isEmpty: (response) => !isTextResponse(response) || response.text.trim() === '',
  answerText: (key) => (isTextKey(key) ? key.accepted.join(' / ') : ''),
  lists: () => [],
  mapIds: (response) => response,
} as const satisfies TypeRules;
