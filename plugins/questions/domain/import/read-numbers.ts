import { POINTS, type QuestionInput, type RuleMessage } from '../../contract/index.ts';
import { parseNumber } from '../text/numbers.ts';
import { error } from '../types/messages.ts';
import { short, unread } from './sheet/form.ts';

const SECONDS = { min: 1, max: 7_200 };

/** Points of a row; 1 where the cell is empty. */
export function readPoints(cell: string, messages: RuleMessage[]): number {
  const points = cell.trim() === '' ? POINTS.default : parseNumber(cell.trim());
  if (points === null) messages.push(error('numberForm', 'points', { value: short(cell) }));
  return points ?? POINTS.default;
}

/** Estimated seconds of a row; null where the cell is empty. */
export function readSeconds(cell: string, messages: RuleMessage[]): number | null {
  if (cell.trim() === '') return null;
  const seconds = parseNumber(cell.trim());
  if (seconds !== null && Number.isInteger(seconds) && seconds >= SECONDS.min && seconds <= SECONDS.max) return seconds;
  messages.push(error('secondsRange', 'estimatedSec', SECONDS));
  return null;
}

/** `1.2; -0.5; 0.2` */
export const writeIrt = (irt: QuestionInput['irt']): string => (irt === null ? '' : [irt.a, irt.b, irt.c].join('; '));

/** Slope, difficulty and guessing of a calibrated question, parted by `;`; null where the cell is empty. */
export function readIrt(cell: string, messages: RuleMessage[]): QuestionInput['irt'] {
  if (cell.trim() === '') return null;
  const [a = null, b = null, c = null, ...more] = cell.split(/[;|]/).map((text) => parseNumber(text.trim()));
  const fits = (value: number | null, min: number, max: number): value is number =>
    value !== null && value >= min && value <= max;
  if (more.length === 0 && fits(a, 0, 10) && fits(b, -10, 10) && fits(c, 0, 1)) return { a, b, c };
  messages.push(unread('irt', cell, '1.2; -0.5; 0.2'));
  return null;
}
