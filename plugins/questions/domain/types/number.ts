import type { Key, NumberKey, NumberResponse, Response, RuleMessage } from '../../contract/index.ts';
import { parseNumber } from '../text/numbers.ts';
import { alternativeTexts, checkAlternatives, normaliseAlternatives } from './alternatives.ts';
import { checkDetails, checkNoOptions } from './details.ts';
import { error, warning } from './messages.ts';
import { asRatio } from './shares.ts';
import type { TypeRules } from './type.ts';

export const isNumberKey = (key: Key): key is NumberKey => 'tolerance' in key;
const isNumberResponse = (response: Response): response is NumberResponse => response !== null && 'number' in response;
type Interval = { value: number; tolerance: number };

/**
 * A share of the magnitude that binary fractions may be off: 0.1 + 0.2 is right for 0.3 with tolerance 0,
 * and 3.15 for 3.1 ± 0.05 although the difference is a hair above it.
 */
const ROUNDING = 1e-9;

/** True when |given − value| ≤ tolerance, but for rounding. */
function isWithin(given: number, { value, tolerance }: Interval): boolean {
  const slack = ROUNDING * Math.max(Math.abs(given), Math.abs(value), tolerance);
  return Math.abs(given - value) <= tolerance + slack;
}

const checkInterval = ({ value, tolerance }: Interval, field: string): RuleMessage[] => [
  ...(Number.isFinite(value) ? [] : [error('keyNotNumber', `${field}.value`, { key: String(value) })]),
  ...(tolerance >= 0 && Number.isFinite(tolerance) ? [] : [error('toleranceNegative', `${field}.tolerance`)]),
];

/** A number key, of a question or of a gap. An alternative that lies within the right answer never counts. */
export function checkNumberKey(key: NumberKey, field: string): RuleMessage[] {
  const alternatives = key.alternatives ?? [];
  const isHidden = ({ value, tolerance, share }: Interval & { share: number }) =>
    share !== 1 && tolerance <= key.tolerance && isWithin(value - tolerance, key) && isWithin(value + tolerance, key);
  return [
    ...checkInterval(key, field),
    ...alternatives.flatMap((one, at) => [
      ...checkInterval(one, `${field}.alternatives.${at}`),
      ...(isHidden(one)
        ? [warning('alternativeHidden', `${field}.alternatives.${at}.value`, { answer: String(one.value) })]
        : []),
    ]),
    ...checkAlternatives(key.alternatives, `${field}.alternatives`),
  ];
}

const plain = ({ value, tolerance }: Interval): Interval => ({ value: value + 0, tolerance: tolerance + 0 });

export const normaliseNumber = (key: NumberKey): NumberKey => ({
  ...plain(key),
  ...normaliseAlternatives(key.alternatives, plain),
});

/** 1 for the right number; otherwise the share of the first alternative it fits. */
export function numberShare(text: string, key: NumberKey): number {
  const given = parseNumber(text);
  if (given === null) return 0;
  return isWithin(given, key) ? 1 : asRatio(key.alternatives?.find((one) => isWithin(given, one))?.share ?? 0);
}

/** Feedback of the first alternative that fits; one with the share 1 may repeat the right number to give it feedback. */
export function numberFeedback(text: string, key: NumberKey): string[] {
  const given = parseNumber(text);
  const found = given === null ? undefined : key.alternatives?.find((one) => isWithin(given, one));
  return found?.feedback ? [found.feedback] : [];
}

export const numberText = ({ value, tolerance }: NumberKey): string => `${value}${tolerance > 0 ? ` ± ${tolerance}` : ''}`;

/** A number within an absolute tolerance. */
export const number = {
  code: 'number',
  validate: (question) => [
    ...checkNoOptions(question),
    ...checkDetails(question),
    ...(isNumberKey(question.key) ? checkNumberKey(question.key, 'key') : [error('keyForm', 'key')]),
  ],
  emptyDetails: () => ({}),
  normalise: (answer) => (isNumberKey(answer.key) ? { ...answer, key: normaliseNumber(answer.key) } : answer),
  texts: ({ key }) => (isNumberKey(key) ? alternativeTexts(key.alternatives, 'key.alternatives') : []),
  score: (response, key) => (isNumberKey(key) && isNumberResponse(response) ? numberShare(response.number, key) : 0),
  feedbackFor: (response, key) => (isNumberKey(key) && isNumberResponse(response) ? numberFeedback(response.number, key) : []),
  emptyResponse: () => ({ number: '' }),
  isEmpty: (response) => !isNumberResponse(response) || response.number.trim() === '',
  answerText: (key, { unit }) => (isNumberKey(key) ? `${numberText(key)}${unit ? ` ${unit}` : ''}` : ''),
  lists: () => [],
  mapIds: (response) => response,
} as const satisfies TypeRules;
