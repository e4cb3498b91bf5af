import type { Text } from '@lyceum/core/admin';
import { QUESTION_STATUSES, QUESTION_TYPES } from '../../../../contract/index.ts';

/** Fields of a history that have a name; others are called by what they are in the log. */
export const NAMED_FIELDS = [
  'code',
  'type',
  'title',
  'stem',
  'options',
  'details',
  'key',
  'unit',
  'explanation',
  'solution',
  'hints',
  'points',
  'difficulty',
  'topic',
  'furtherTopics',
  'examTypes',
  'skill',
  'irt',
  'tags',
  'language',
  'estimatedSec',
  'source',
  'licence',
  'status',
  'ownerId',
  'institute',
  'isShared',
  'mergedCode',
] as const;

/** Values too long or too deep to be read in a line; the versions show them side by side. */
const UNREAD: readonly string[] = ['options', 'details', 'key', 'irt', 'ownerId', 'institute'];

export type Names = ReadonlyMap<string, string>;

const listOf = (text: string): string[] | null => {
  if (!text.startsWith('[')) return null;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : null;
  } catch {
    // Cut because it is long: not to be read as a list any more.
    return null;
  }
};

/**
 * A value of a change as a person reads it: words for states and types, names for ids, lists with commas.
 * @returns null for what no line can show; an empty text for nothing
 */
export function historyValue(t: Text, field: string, text: string, names: Names): string | null {
  if (text === '') return '';
  if (UNREAD.includes(field)) return null;
  if (field === 'status' && QUESTION_STATUSES.some((known) => known === text)) return t(`status.${text}`);
  if (field === 'type' && QUESTION_TYPES.some((known) => known === text)) return t(`type.${text}`);
  if (field === 'language') return t(`language.${text}`);
  if (field === 'isShared') return t(text === 'true' ? 'filter.yes' : 'filter.no');
  const list = listOf(text);
  if (list) return list.map((one) => names.get(one) ?? one).join(', ');
  return text.startsWith('[') || text.startsWith('{') ? null : (names.get(text) ?? text);
}

/** What a person calls a field of a history. */
export const historyField = (t: Text, field: string): string =>
  NAMED_FIELDS.some((known) => known === field) ? t(`field.${field}`) : field;
