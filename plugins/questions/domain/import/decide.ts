import type { ImportMode, RowResult, RuleCode, RuleMessage } from '../../contract/index.ts';
import { error, warning } from '../types/messages.ts';
import type { PreparedRow } from './prepared.ts';

/** The draft that has a row's code today. */
export type Existing = {
  readonly id: number;
  readonly documentId: string;
  readonly contentHash: string | null;
  readonly state: string;
  /** False for a question that whoever imports may not change by hand either. */
  readonly mayChange: boolean;
};

/** What the bank holds that concerns a chunk of rows, as locked in the transaction that writes. */
export type BankFacts = {
  /** Drafts by code. */
  readonly existing: ReadonlyMap<string, Existing>;
  /** Codes of live drafts by the hash of exact duplicates. */
  readonly same: ReadonlyMap<string, readonly string[]>;
  /** Hashes of rows that an earlier run of the batch wrote. */
  readonly written: ReadonlySet<string>;
};

export type DecidedRow = PreparedRow & {
  readonly result: RowResult;
  readonly existing: Existing | null;
  /** Of the draft that has the code, or of the one that will be made. */
  readonly documentId: string | null;
  /** Equal to a draft that was never published, which a publishing import publishes. */
  readonly publishesExisting: boolean;
};

const UNPUBLISHED = new Set(['draft', 'inReview']);

type Decision = { result: RowResult; message?: RuleMessage };

/** The same question under another code: in the bank, or in an earlier row of the file. */
function duplicateOf(row: PreparedRow, { same }: BankFacts): { code: RuleCode; params: RuleMessage['params'] } | null {
  if (row.sameAs !== null) return { code: 'sameQuestion', params: { row: row.sameAs } };
  const other = row.sameHash === null ? undefined : same.get(row.sameHash)?.find((code) => code !== row.code);
  return other === undefined ? null : { code: 'exactDuplicate', params: { code: other } };
}

/** An exact duplicate is an error where only new questions are wanted, else the editor is told. */
function written(row: PreparedRow, result: 'created' | 'updated', mode: ImportMode, bank: BankFacts): Decision {
  const duplicate = duplicateOf(row, bank);
  if (duplicate === null) return { result };
  return mode === 'create'
    ? { result: 'failed', message: error(duplicate.code, 'stem', duplicate.params) }
    : { result, message: warning(duplicate.code, 'stem', duplicate.params) };
}

function decision(row: PreparedRow, existing: Existing | null, mode: ImportMode, bank: BankFacts): Decision {
  if (row.isForeign) return { result: 'skipped' };
  if (row.failed) return { result: 'failed' };
  if (bank.written.has(row.rowHash)) return { result: 'skipped', message: warning('writtenBefore', 'code') };
  const params = { code: row.code ?? '' };
  if (existing === null)
    return mode === 'update'
      ? { result: 'failed', message: error('codeUnknown', 'code', params) }
      : written(row, 'created', mode, bank);
  if (existing.contentHash === row.contentHash) return { result: 'skipped', message: warning('unchanged', 'code') };
  return mode === 'create' || !existing.mayChange
    ? { result: 'failed', message: error('codeTaken', 'code', params) }
    : written(row, 'updated', mode, bank);
}

/**
 * What becomes of a prepared row: of a foreign kind → skipped; written before by this batch → skipped; equal to what is there
 * → skipped; then by mode, exact duplicates refused where only new questions are wanted [Q-30, Q-32, Q-39, I9].
 * @param newId makes the document id of a question that is new
 */
export function decideRow(row: PreparedRow, bank: BankFacts, mode: ImportMode, newId: () => string): DecidedRow {
  const found = row.code === null ? null : (bank.existing.get(row.code) ?? null);
  const { result, message } = decision(row, found, mode, bank);
  return {
    ...row,
    result,
    existing: found,
    documentId: found?.documentId ?? (result === 'created' ? newId() : null),
    publishesExisting:
      result === 'skipped' && found?.mayChange === true && found.contentHash === row.contentHash && UNPUBLISHED.has(found.state),
    messages: message ? [...row.messages, message] : row.messages,
  };
}
