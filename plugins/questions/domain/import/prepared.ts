import type { QuestionInput, RuleMessage } from '../../contract/index.ts';
import { sameHash } from '../duplicates/same-hash.ts';
import type { Loss } from '../exchange/item.ts';
import { codeOf, contentHash } from '../question/hashes.ts';
import { error } from '../types/messages.ts';
import { hasErrors } from '../validation/validate.ts';

/** A row or an item ready to be staged: a valid question, or the reasons why not. */
export type PreparedRow = {
  number: number;
  rowHash: string;
  code: string | null;
  stemStart: string;
  messages: RuleMessage[];
  losses: readonly Loss[];
  failed: boolean;
  /** No question that the bank knows: reported and passed over. */
  isForeign: boolean;
  /** Cells of the row; of an item its source, and the question in our JSON form where it could be read. */
  cells: readonly string[];
  /** Null when it failed. */
  question: (QuestionInput & { code: string }) | null;
  contentHash: string | null;
  /** Equal for exact duplicates. */
  sameHash: string | null;
  /** Number of the earlier row of the file that holds the same question under another code. */
  sameAs: number | null;
};

/** What earlier rows of the file held; grows row by row. */
export type Seen = {
  /** Codes with the number of their row. */
  readonly codes: Map<string, number>;
  /** Hashes of exact duplicates with the number of their row. */
  readonly same: Map<string, number>;
};

export const newSeen = (): Seen => ({ codes: new Map(), same: new Map() });

/** Without the rows from a number on: after a rollback. */
export const seenBefore = ({ codes, same }: Seen, number: number): Seen => {
  const before = (entries: ReadonlyMap<string, number>) => new Map([...entries].filter(([, row]) => row < number));
  return { codes: before(codes), same: before(same) };
};

export type Draft = Pick<PreparedRow, 'number' | 'rowHash' | 'stemStart' | 'cells' | 'losses'> & {
  /** As in the file; empty when it has none. */
  readonly code: string;
  readonly question: QuestionInput | null;
  readonly messages: readonly RuleMessage[];
};

/** Duplicate messages say the same thing twice when reading and a rule both noticed it. */
const distinct = (messages: readonly RuleMessage[]): RuleMessage[] => {
  const seen = new Set<string>();
  return messages.filter(({ code, field }) => {
    const key = `${code}\n${field}`;
    return seen.has(key) ? false : seen.add(key);
  });
};

/** Gives a checked question its code and its hashes, and compares it with the rows before it. */
export function prepared(draft: Draft, { codes, same }: Seen, acceptWarnings: boolean): PreparedRow {
  const { number, rowHash, stemStart, cells, losses } = draft;
  const messages = distinct(draft.messages);
  const question = draft.question && { ...draft.question, code: draft.question.code ?? codeOf(draft.question) };
  if (question) {
    const first = codes.get(question.code);
    if (first === undefined) codes.set(question.code, number);
    else if (draft.code === '') messages.push(error('sameQuestion', 'stem', { row: first }));
    else messages.push(error('codeTwice', 'code', { code: question.code, row: first }));
  }
  const warned = messages.length > 0 && !hasErrors(messages);
  if (warned && !acceptWarnings) messages.push(error('warningNotAccepted', 'row'));
  const failed = question === null || hasErrors(messages);
  const hash = failed || question === null ? null : sameHash(question);
  const sameAs = hash === null ? null : (same.get(hash) ?? null);
  if (hash !== null && sameAs === null) same.set(hash, number);
  return {
    number,
    rowHash,
    code: question?.code ?? (draft.code.slice(0, 40) || null),
    stemStart,
    messages,
    losses,
    failed,
    isForeign: false,
    cells,
    question: failed ? null : question,
    contentHash: failed || question === null ? null : contentHash(question),
    sameHash: hash,
    sameAs,
  };
}
