import type { Key, RubricKey, RuleMessage } from '../../../contract/index.ts';
import { parseNumber } from '../../text/numbers.ts';
import { error } from '../../types/messages.ts';
import { isRubricKey } from '../../types/rubric.ts';
import { type AnswerCells, short, unread } from './form.ts';
import { escaped, type Sign, splitAt, unescaped } from './parts.ts';

const SIGNS: readonly Sign[] = ['|', '=>'];
const EXAMPLE = 'Content => 2 => All three causes | Language => 1';

/** `title => weight => description | …`, and the model answer in its own cell. */
export function writeRubric(key: Key): Pick<AnswerCells, 'key' | 'modelAnswer'> {
  if (!isRubricKey(key)) return { key: '', modelAnswer: '' };
  const criteria = key.rubric.map(({ title, weight, description }) =>
    [escaped(title, SIGNS), String(weight), ...(description === '' ? [] : [escaped(description, SIGNS)])].join(' => '),
  );
  return { key: criteria.join(' | '), modelAnswer: key.modelAnswer ?? '' };
}

/** A criterion; without a weight it weighs 1. */
function readCriterion(entry: string, at: number, messages: RuleMessage[]): RubricKey['rubric'][number] {
  const [title = '', weightText = '', ...rest] = splitAt(entry, ['=>']).map((part) => part.trim());
  const weight = weightText === '' ? 1 : parseNumber(weightText);
  if (weight === null) messages.push(unread('key', entry, EXAMPLE));
  return {
    id: String(at + 1),
    title: unescaped(title, SIGNS),
    description: unescaped(rest.join(' => '), SIGNS),
    weight: weight ?? 1,
  };
}

export function readRubric({ key, modelAnswer }: Pick<AnswerCells, 'key' | 'modelAnswer'>): {
  key: RubricKey;
  messages: RuleMessage[];
} {
  const messages: RuleMessage[] = [];
  const entries = splitAt(key, ['|']).filter((entry) => entry.trim() !== '');
  return {
    key: { rubric: entries.map((entry, at) => readCriterion(entry, at, messages)), modelAnswer: modelAnswer || null },
    messages,
  };
}

/** A whole number within limits, or null for an empty cell. */
export function readCount(
  cell: string,
  field: string,
  range: { min: number; max: number },
  code: 'wordsForm' | 'secondsLimit',
): { count: number | null; messages: RuleMessage[] } {
  const count = cell.trim() === '' ? null : parseNumber(cell.trim());
  const isWrong = cell.trim() !== '' && (count === null || !Number.isInteger(count) || count < range.min || count > range.max);
  return isWrong ? { count: null, messages: [error(code, field, { ...range, value: short(cell) })] } : { count, messages: [] };
}
