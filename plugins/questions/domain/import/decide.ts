import type { ImportMode, RowResult, RuleMessage } from '../../contract/index.ts';
import { error, warning } from '../types/messages.ts';
import type { PreparedRow } from './prepare-row.ts';

/** The draft that has a row's code today. */
export type Existing = {
  readonly id: number;
  readonly documentId: string;
  readonly contentHash: string | null;
  readonly state: string;
};

export type DecidedRow = PreparedRow & {
  readonly result: RowResult;
  readonly existing: Existing | null;
  /** Of the draft that has the code, or of the one that will be made; null for a row that fails. */
  readonly documentId: string | null;
  /** Equal to a draft that was never published, which a publishing import publishes. */
  readonly publishesExisting: boolean;
};

const UNPUBLISHED = new Set(['draft', 'inReview']);

type Decision = { result: RowResult; message?: RuleMessage };

function decision(row: PreparedRow, existing: Existing | null, mode: ImportMode, writtenBefore: boolean): Decision {
  if (row.failed) return { result: 'failed' };
  if (writtenBefore) return { result: 'skipped', message: warning('writtenBefore', 'code') };
  const params = { code: row.code ?? '' };
  if (existing === null)
    return mode === 'update' ? { result: 'failed', message: error('codeUnknown', 'code', params) } : { result: 'created' };
  if (existing.contentHash === row.contentHash) return { result: 'skipped', message: warning('unchanged', 'code') };
  return mode === 'create' ? { result: 'failed', message: error('codeTaken', 'code', params) } : { result: 'updated' };
}

/**
 * What becomes of a prepared row: written before by this batch → skipped; equal to what is there → skipped; then by mode [Q-30, Q-32, I9].
 * @param existing drafts by code, as locked in the transaction that writes
 * @param written hashes of rows that an earlier run of the batch wrote
 * @param newId makes the document id of a question that is new
 */
export function decideRow(
  row: PreparedRow,
  existing: ReadonlyMap<string, Existing>,
  mode: ImportMode,
  written: ReadonlySet<string>,
  newId: () => string,
): DecidedRow {
  const found = row.code === null ? null : (existing.get(row.code) ?? null);
  const { result, message } = decision(row, found, mode, written.has(row.rowHash));
  return {
    ...row,
    result,
    existing: found,
    documentId: found?.documentId ?? (result === 'created' ? newId() : null),
    publishesExisting:
      result === 'skipped' && found !== null && found.contentHash === row.contentHash && UNPUBLISHED.has(found.state),
    messages: message ? [...row.messages, message] : row.messages,
  };
}
