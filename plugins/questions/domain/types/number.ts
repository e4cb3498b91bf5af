import type { Key, NumberKey, NumberResponse, Response } from '../../contract/index.ts';
import { parseNumber } from '../text/numbers.ts';
import { error } from './messages.ts';
import type { TypeRules } from './type.ts';

const isNumberKey = (key: Key): key is NumberKey => 'tolerance' in key;
const isNumberResponse = (response: Response): response is NumberResponse => response !== null && 'number' in response;

/**
 * A share of the magnitude that binary fractions may be off: 0.1 + 0.2 is right for 0.3 with tolerance 0,
 * and 3.15 for 3.1 ± 0.05 although the difference is a hair above it.
 */
const ROUNDING = 1e-9;

/** A number within an absolute tolerance. */
export const number = {
  code: 'number',
  validate({ key, options }) {
    const messages = options.length > 0 ? [error('optionsNotAllowed', 'options')] : [];
    if (!isNumberKey(key)) return [...messages, error('keyForm', 'key')];
    if (!Number.isFinite(key.value)) messages.push(error('keyNotNumber', 'key.value', { key: String(key.value) }));
    if (!(key.tolerance >= 0) || !Number.isFinite(key.tolerance)) messages.push(error('toleranceNegative', 'key.tolerance'));
    return messages;
  },
  score(response, key, _context) {
    if (!isNumberKey(key) || !isNumberResponse(response)) return 0;
    const given = parseNumber(response.number);
    if (given === null) return 0;
    const slack = ROUNDING * Math.max(Math.abs(given), Math.abs(key.value), key.tolerance);
    return Math.abs(given - key.value) <= key.tolerance + slack ? 1 : 0;
  },
  emptyResponse: () => ({ number: '' }),
  isEmpty: (response) => !isNumberResponse(response) || response.number.trim() === '',
  answerText: (key, { unit }) => {
    if (!isNumberKey(key)) return '';
    return `${key.value}${key.tolerance > 0 ? ` ± ${key.tolerance}` : ''}${unit ? ` ${unit}` : ''}`;
  },
  lists: () => [],
  mapIds: (response) => response,
} as const satisfies TypeRules;
