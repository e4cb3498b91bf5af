import type { NumberKey, TextKey } from '../../../../contract/index.ts';
import { parseNumber } from '../../../text/numbers.ts';
import { error } from '../../../types/messages.ts';
import { numberKey, textKey } from '../../answers.ts';
import { type FeedbackTexts, typedAnswers } from '../answers-of.ts';
import type { Declared } from '../declarations.ts';
import type { QtiReading } from '../reading.ts';

const isNumeric = ({ baseType }: Declared, tolerant: boolean): boolean =>
  baseType === 'float' || baseType === 'integer' || tolerant;

/** The key of a text entry: a number where the response is one or is compared with a tolerance, otherwise accepted texts. */
export function typedKey(
  response: Declared,
  reading: QtiReading,
  feedback: FeedbackTexts,
  field: string,
  parts = 1,
): NumberKey | TextKey | null {
  const { answers, caseSensitive } = typedAnswers(reading, response, feedback, parts);
  const isNumber = isNumeric(
    response,
    answers.some(({ tolerance }) => tolerance !== null),
  );
  if (!isNumber) {
    const filled = answers.filter(({ text }) => text.trim() !== '');
    return textKey(filled, caseSensitive);
  }
  const read = answers.flatMap((answer) => {
    const value = parseNumber(answer.text);
    if (value === null) {
      reading.draft.tell(error('keyNotNumber', field, { key: answer.text.slice(0, 60) }));
      return [];
    }
    return [{ value, tolerance: answer.tolerance ?? 0, share: answer.share, feedback: answer.feedback }];
  });
  const key = numberKey(read);
  if (key === null) reading.draft.tell(error('keyMissing', field));
  return key;
}
