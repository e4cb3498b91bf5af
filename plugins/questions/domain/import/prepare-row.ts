import type { Mapping, RuleMessage } from '../../contract/index.ts';
import { error } from '../types/messages.ts';
import type { Facts } from '../validation/rule.ts';
import { validate } from '../validation/validate.ts';
import { unlessTold, withMedia } from './media-texts.ts';
import { type PreparedRow, prepared, type Seen } from './prepared.ts';
import { type RawRow, rowHash } from './row.ts';
import { type ImportFacts, toQuestion } from './to-question.ts';

export type RowContext = {
  readonly headers: readonly string[];
  readonly mapping: Mapping;
  readonly facts: ImportFacts & Facts;
  readonly acceptWarnings: boolean;
  /** True where a row without all its cells is damaged (CSV); a sheet leaves empty ones out. */
  readonly strictWidth: boolean;
  /** Earlier rows; this one is added. */
  readonly seen: Seen;
};

function widthMessages({ headers, strictWidth }: RowContext, { cells }: RawRow): RuleMessage[] {
  const filled = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  const wrong =
    filled > headers.length ||
    (strictWidth && cells.length !== headers.length && !(cells.length > headers.length && filled <= headers.length));
  return wrong ? [error('columnCount', 'row', { count: cells.length, expected: headers.length })] : [];
}

/** Row → question → normalised → checked: the steps between a reader and the staging table. */
export function prepareRow(row: RawRow, context: RowContext): PreparedRow {
  const { headers, mapping, facts, acceptWarnings, seen } = context;
  const draft = toQuestion(headers, row, mapping, facts);
  const found = draft.question === null ? null : withMedia(draft.question, facts);
  const { code, stemStart } = draft;
  const unread = (...fields: string[]) => draft.messages.some(({ field }) => fields.includes(field));
  const rules = found === null ? [] : unlessTold(validate(found.question, facts), found.messages);
  // What could not be read has a better message already.
  const told = rules.filter(
    ({ code: rule, field }) =>
      !(unread('key', 'tolerance') && (rule === 'keyMissing' || rule === 'keyForm')) &&
      !(unread('topic') && field === 'topic') &&
      !(unread('difficulty') && field === 'difficulty'),
  );
  return prepared(
    {
      number: row.number,
      rowHash: rowHash(row.cells),
      code,
      stemStart,
      cells: row.cells,
      losses: [],
      question: found?.question ?? null,
      messages: [...widthMessages(context, row), ...draft.messages, ...(found?.messages ?? []), ...told],
    },
    seen,
    acceptWarnings,
  );
}
