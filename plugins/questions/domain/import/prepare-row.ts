import type { Mapping, QuestionInput, RuleMessage } from '../../contract/index.ts';
import { sameHash } from '../duplicates/same-hash.ts';
import { codeOf, contentHash } from '../question/hashes.ts';
import { error } from '../types/messages.ts';
import type { Facts } from '../validation/rule.ts';
import { hasErrors, validate } from '../validation/validate.ts';
import { type RawRow, rowHash } from './row.ts';
import { type ImportFacts, toQuestion } from './to-question.ts';

/** A row ready to be staged: a valid question, or the reasons why not. */
export type PreparedRow = {
  number: number;
  rowHash: string;
  code: string | null;
  stemStart: string;
  messages: RuleMessage[];
  failed: boolean;
  cells: readonly string[];
  /** Null when it failed. */
  question: (QuestionInput & { code: string }) | null;
  contentHash: string | null;
  /** Equal for exact duplicates. */
  sameHash: string | null;
};

export type RowContext = {
  readonly headers: readonly string[];
  readonly mapping: Mapping;
  readonly facts: ImportFacts & Facts;
  readonly acceptWarnings: boolean;
  /** True where a row without all its cells is damaged (CSV); a sheet leaves empty ones out. */
  readonly strictWidth: boolean;
  /** Codes of earlier rows with their row number; this row's code is added. */
  readonly codes: Map<string, number>;
};

function widthMessages({ headers, strictWidth }: RowContext, { cells }: RawRow): RuleMessage[] {
  const filled = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  const wrong =
    filled > headers.length ||
    (strictWidth && cells.length !== headers.length && !(cells.length > headers.length && filled <= headers.length));
  return wrong ? [error('columnCount', 'row', { count: cells.length, expected: headers.length })] : [];
}

/** Duplicate messages say the same thing twice when reading and a rule both noticed it. */
const distinct = (messages: readonly RuleMessage[]): RuleMessage[] => {
  const seen = new Set<string>();
  return messages.filter(({ code, field }) => {
    const key = `${code}\n${field}`;
    return seen.has(key) ? false : seen.add(key);
  });
};

/** Row → question → normalised → checked: the steps between a reader and the staging table. */
export function prepareRow(row: RawRow, context: RowContext): PreparedRow {
  const { headers, mapping, facts, acceptWarnings, codes } = context;
  const draft = toQuestion(headers, row, mapping, facts);
  const unreadKey = draft.messages.some(({ field }) => field === 'key' || field === 'tolerance');
  const noTopic = draft.messages.some(({ field }) => field === 'topic');
  const noDifficulty = draft.messages.some(({ field }) => field === 'difficulty');
  const rules = draft.question === null ? [] : validate(draft.question, facts);
  // What could not be read has a better message already.
  const told = rules.filter(
    ({ code, field }) =>
      !(unreadKey && (code === 'keyMissing' || code === 'keyForm')) &&
      !(noTopic && field === 'topic') &&
      !(noDifficulty && field === 'difficulty'),
  );
  const messages = distinct([...widthMessages(context, row), ...draft.messages, ...told]);
  const question = draft.question === null ? null : { ...draft.question, code: draft.question.code ?? codeOf(draft.question) };
  if (question) {
    const first = codes.get(question.code);
    if (first === undefined) codes.set(question.code, row.number);
    else if (draft.code === '') messages.push(error('sameQuestion', 'stem', { row: first }));
    else messages.push(error('codeTwice', 'code', { code: question.code, row: first }));
  }
  const warned = messages.length > 0 && !hasErrors(messages);
  if (warned && !acceptWarnings) messages.push(error('warningNotAccepted', 'row'));
  const failed = question === null || hasErrors(messages);
  return {
    number: row.number,
    rowHash: rowHash(row.cells),
    code: question?.code ?? (draft.code.slice(0, 40) || null),
    stemStart: draft.stemStart,
    messages,
    failed,
    cells: row.cells,
    question: failed ? null : question,
    contentHash: failed || question === null ? null : contentHash(question),
    sameHash: failed || question === null ? null : sameHash(question),
  };
}
