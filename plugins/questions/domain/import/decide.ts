import type { ImportOptions, RowResult, RuleCode, RuleMessage } from '../../contract/index.ts';
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
  /** Language of one that is a translation: a question has one for each language, so a file does not change it. */
  readonly translationIn?: string | null;
};

/** What the bank holds that concerns a chunk of rows, as locked in the transaction that writes. */
export type BankFacts = {
  /** Drafts by code. */
  readonly existing: ReadonlyMap<string, Existing>;
  /** Codes of live drafts by the hash of exact duplicates. */
  readonly same: ReadonlyMap<string, readonly string[]>;
  /** Codes of questions that were merged, with the code of the kept one. */
  readonly merged: ReadonlyMap<string, string>;
  /** What a row is like, by its number: the most similar question in the bank or earlier in the file. */
  readonly similar: ReadonlyMap<number, { readonly code: string; readonly percent: number }>;
  /** Hashes of rows that an earlier run of the batch wrote. */
  readonly written: ReadonlySet<string>;
};

export type Choices = Pick<ImportOptions, 'mode' | 'acceptWarnings'>;

export type DecidedRow = PreparedRow & {
  readonly result: RowResult;
  readonly existing: Existing | null;
  /** Of the draft that has the code, or of the one that will be made. */
  readonly documentId: string | null;
  /** Equal to a draft that was never published, which a publishing import publishes. */
  readonly publishesExisting: boolean;
};

const UNPUBLISHED = new Set(['draft', 'inReview']);

type Decision = { result: RowResult; messages: RuleMessage[] };

/** The same question under another code: in the bank, or in an earlier row of the file. */
function duplicateOf(row: PreparedRow, { same }: BankFacts): { code: RuleCode; params: RuleMessage['params'] } | null {
  if (row.sameAs !== null) return { code: 'sameQuestion', params: { row: row.sameAs } };
  const other = row.sameHash === null ? undefined : same.get(row.sameHash)?.find((code) => code !== row.code);
  return other === undefined ? null : { code: 'exactDuplicate', params: { code: other } };
}

/** The same question under another code is an error where only new ones are wanted; else the editor is told, also of similar ones. */
function written(row: PreparedRow, result: 'created' | 'updated', { mode, acceptWarnings }: Choices, bank: BankFacts): Decision {
  const duplicate = duplicateOf(row, bank);
  if (duplicate !== null && mode === 'create')
    return { result: 'failed', messages: [error(duplicate.code, 'stem', duplicate.params)] };
  const similar = bank.similar.get(row.number);
  const told =
    duplicate !== null
      ? [warning(duplicate.code, 'stem', duplicate.params)]
      : similar
        ? [warning('similarQuestion', 'stem', { ...similar })]
        : [];
  return told.length > 0 && !acceptWarnings
    ? { result: 'failed', messages: [...told, error('warningNotAccepted', 'row')] }
    : { result, messages: told };
}

const skipped = (message?: RuleMessage): Decision => ({ result: 'skipped', messages: message ? [message] : [] });
const refused = (message: RuleMessage): Decision => ({ result: 'failed', messages: [message] });

function decision(row: PreparedRow, existing: Existing | null, choices: Choices, bank: BankFacts): Decision {
  if (row.isForeign) return skipped();
  if (row.failed) return { result: 'failed', messages: [] };
  if (bank.written.has(row.rowHash)) return skipped(warning('writtenBefore', 'code'));
  const params = { code: row.code ?? '' };
  if (existing === null) {
    const kept = bank.merged.get(params.code);
    if (kept !== undefined) return skipped(warning('codeMerged', 'code', { code: kept }));
    return choices.mode === 'update' ? refused(error('codeUnknown', 'code', params)) : written(row, 'created', choices, bank);
  }
  if (existing.contentHash === row.contentHash) return skipped(warning('unchanged', 'code'));
  if (choices.mode === 'create' || !existing.mayChange) return refused(error('codeTaken', 'code', params));
  if (existing.translationIn && row.question?.language !== existing.translationIn)
    return refused(error('translationLanguage', 'language', { language: existing.translationIn }));
  return written(row, 'updated', choices, bank);
}

/**
 * What becomes of a prepared row: of a foreign kind → skipped; written before by this batch → skipped; equal to what is there
 * → skipped; then by mode, exact duplicates refused where only new questions are wanted [Q-30, Q-32, Q-39, I9].
 * @param newId makes the document id of a question that is new
 */
export function decideRow(row: PreparedRow, bank: BankFacts, choices: Choices, newId: () => string): DecidedRow {
  const found = row.code === null ? null : (bank.existing.get(row.code) ?? null);
  const { result, messages } = decision(row, found, choices, bank);
  return {
    ...row,
    result,
    existing: found,
    documentId: found?.documentId ?? (result === 'created' ? newId() : null),
    publishesExisting:
      result === 'skipped' && found?.mayChange === true && found.contentHash === row.contentHash && UNPUBLISHED.has(found.state),
    messages: messages.length > 0 ? [...row.messages, ...messages] : row.messages,
  };
}
