/** Where the saver stands; each phase but the first four needs the learner or is the end. */
export type SavePhase = 'quiet' | 'waiting' | 'sending' | 'retrying' | 'elsewhere' | 'signedOut' | 'closed';

export type SaveFacts = {
  readonly phase: SavePhase;
  /** Answers and flags the server does not have. */
  readonly unsent: number;
  /** What the browser said last, until the server answered. */
  readonly online: boolean;
  /** Instant of the last committed save in ms, null before the first on this page. */
  readonly savedAtMs: number | null;
  /** Questions the server refused to take. */
  readonly refused: readonly number[];
};

/** What the saved mark says. One line of fixed height in every state. */
export type SavedState =
  | { readonly kind: 'saved'; readonly atMs: number | null }
  | { readonly kind: 'saving' }
  | { readonly kind: 'offline'; readonly count: number }
  | { readonly kind: 'refused'; readonly items: readonly number[] }
  | { readonly kind: 'elsewhere'; readonly count: number }
  | { readonly kind: 'signedOut'; readonly count: number }
  | { readonly kind: 'closed' };

/**
 * The state of the saved mark. "Saved" only when the server has committed every answer on this page;
 * time spent and "seen" travel without a word.
 */
export function savedState(facts: SaveFacts): SavedState {
  switch (facts.phase) {
    case 'elsewhere':
    case 'signedOut':
      return { kind: facts.phase, count: facts.unsent };
    case 'closed':
      return { kind: 'closed' };
    case 'retrying':
      return { kind: 'offline', count: facts.unsent };
    case 'quiet':
    case 'waiting':
    case 'sending':
      if (!facts.online) return { kind: 'offline', count: facts.unsent };
      if (facts.unsent > 0) return { kind: 'saving' };
      if (facts.refused.length > 0) return { kind: 'refused', items: facts.refused };
      return { kind: 'saved', atMs: facts.savedAtMs };
  }
}
