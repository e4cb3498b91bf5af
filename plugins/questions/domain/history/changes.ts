import type { HistoryEntry, HistoryVerb } from '../../contract/index.ts';
import { HISTORY_VERBS, QuestionInput } from '../../contract/index.ts';

/** Longest text of a field in a list of changes. */
const CUT = 300;

/** What an audit action of this plugin is called in a history. */
export function verbOf(action: string): HistoryVerb {
  const verb = action.replace(/^questions\./, '');
  if (verb.startsWith('bulk.')) return 'bulk';
  if (verb.startsWith('undo.')) return 'undo';
  return HISTORY_VERBS.find((known) => known === verb) ?? 'other';
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const shown = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > CUT ? `${text.slice(0, CUT)}…` : text;
};

/** The form in which two values are compared: jsonb keeps its own order of fields. */
const comparable = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    isRecord(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  ) ?? '';

/** What stands in audit entries beside the fields of a question. */
const NO_FIELDS: readonly string[] = ['note', 'contentHash', 'sameHash', 'merged'];

/** Fields in the order of the form; what is no field of a question stands behind them. */
const ORDER = new Map(Object.keys(QuestionInput.shape).map((field, at) => [field, at]));
const placeOf = (field: string): number => ORDER.get(field) ?? ORDER.size;

/** Fields that differ between what was before and after; none where only one side is known, as with a creation. */
export function changesOf(before: unknown, after: unknown): HistoryEntry['changes'] {
  if (!isRecord(before) || !isRecord(after)) return [];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => field in after && !NO_FIELDS.includes(field))
    .filter((field) => comparable(before[field] ?? null) !== comparable(after[field] ?? null))
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map((field) => ({ field, before: shown(before[field]), after: shown(after[field]) }));
}

/** The note of a step, where it has one. */
export const noteOf = (after: unknown): string | null =>
  isRecord(after) && typeof after['note'] === 'string' && after['note'] !== '' ? after['note'] : null;
