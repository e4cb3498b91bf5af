import type { ClientConfig } from 'pg';
import type { Match } from '../../../domain/duplicates/near-matcher.ts';

/** What the thread is started for. */
export type ThreadTask = {
  readonly task: 'match' | 'scan';
  readonly database: ClientConfig;
  /** Least similarity, 0–1. */
  readonly threshold: number;
  /** Questions of this import are not read from the bank: its rows come one by one, also when it goes on after a crash. */
  readonly withoutBatch?: string;
};

/** One text to be compared: of a question in the bank by its document id, of a row in a file by its code. */
export type MatcherRow = { readonly id: string; readonly text: string };
/** A match of a row; `code` is null where the other one is a row of the same file. */
export type RowMatch = Match & { readonly code: string | null };
export type RowMatches = { readonly matches: readonly RowMatch[]; readonly isLimited: boolean };

export type ToThread =
  | { readonly kind: 'load' }
  | { readonly kind: 'match'; readonly rows: readonly MatcherRow[] }
  | { readonly kind: 'close' };

export type FromThread =
  | { readonly kind: 'loaded'; readonly count: number }
  | { readonly kind: 'matched'; readonly found: readonly RowMatches[] }
  | { readonly kind: 'scanned'; readonly batch: ScanBatch }
  | { readonly kind: 'finished' }
  | { readonly kind: 'failed'; readonly message: string };

/** What the scan says of a thousand questions. */
export type ScanBatch = {
  readonly compared: number;
  readonly limited: number;
  /** Document ids in the order of the table: a before b. */
  readonly pairs: readonly { readonly a: string; readonly b: string; readonly similarity: number }[];
  readonly signatures: readonly {
    readonly documentId: string;
    readonly contentHash: string | null;
    readonly bands: readonly number[];
  }[];
  readonly hashes: readonly { readonly documentId: string; readonly contentHash: string | null; readonly sameHash: string }[];
};
