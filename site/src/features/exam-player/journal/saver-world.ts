import type { Batch, Journal } from './journal.ts';
import type { SavedState, SavePhase } from './saved-state.ts';

/** What became of one save call. */
export type SaveOutcome =
  /** Committed. `revs` is what the server holds now, `closedItems` names questions whose change it did not take. */
  | { readonly kind: 'saved'; readonly revs: Readonly<Record<string, number>>; readonly closedItems: readonly number[] }
  | { readonly kind: 'unreachable'; readonly retryAfterSec?: number | undefined }
  /** The server can never take this call as it is. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'ticketExpired' }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'closed' };

export type RenewOutcome = 'renewed' | 'unreachable' | 'elsewhere' | 'signedOut' | 'closed';

/** All that the saver needs from the world; tests pass their own. */
export type SaverWorld = {
  readonly send: (batch: Batch) => Promise<SaveOutcome>;
  /** A new ticket through the session, with the same device. */
  readonly renew: () => Promise<RenewOutcome>;
  /** Writes the journal on this device; a failure is reported by the store itself and never stops a save. */
  readonly keep: (journal: Journal) => Promise<void>;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** Milliseconds of the day's clock, only to be shown. */
  readonly wallNow: () => number;
  readonly setTimer: (ms: number, run: () => void) => () => void;
  readonly random: () => number;
  /** Longest wait of a change, and the time after which a quiet page gives a sign of life. */
  readonly everyMs: number;
  readonly heartbeatMs: number;
};

export type Saver = {
  readonly journal: () => Journal;
  readonly state: () => SavedState;
  readonly phase: () => SavePhase;
  /** Takes a change in; it goes out within five seconds, or at once with `now`. */
  readonly change: (update: (journal: Journal) => Journal, options?: { now?: boolean }) => void;
  /** Sends what is open. True when the server has everything afterwards. */
  readonly flush: () => Promise<boolean>;
  /** Sends without waiting for the device's store: the page is going away. */
  readonly lastWords: () => void;
  /** Asks the server for the time now, with whatever is open. */
  readonly beat: () => void;
  /** Tries again now when it was waiting, for example because the network came back. */
  readonly nudge: () => void;
  readonly setOnline: (online: boolean) => void;
  /** Another tab took over: sending stops, nothing is dropped. */
  readonly giveWay: () => void;
  readonly block: (because: 'elsewhere' | 'signedOut') => void;
  /** Another question comes on screen without a change of anything, on a page that may only read. */
  readonly look: (item: number) => void;
  /** This page holds the attempt again, with the journal as merged from a fresh paper. */
  readonly resume: (journal: Journal) => void;
  readonly stop: () => void;
};
