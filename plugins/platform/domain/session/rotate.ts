/** What a session's row says about its refresh tokens. Each renewal counts the generation up by one. */
export type RefreshState = {
  /** Generation of the newest refresh token. */
  readonly generation: number;
  /** When it was made. */
  readonly rotatedAt: Date;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
};

export type Rotation =
  /** The newest token came for the first time: make the next one. */
  | { readonly outcome: 'rotate'; readonly generation: number }
  /** The token before came again within the grace: give the same successor once more. */
  | { readonly outcome: 'repeat'; readonly generation: number }
  /** An old token came after the grace: somebody else may hold it, so the session ends. */
  | { readonly outcome: 'reuse' }
  /** The session was over already. */
  | { readonly outcome: 'ended' };

/** Two tabs that renew at once, or a reply that got lost, are told from theft by this many milliseconds. */
export const REUSE_GRACE_MS = 30_000;

/**
 * What to do with a refresh token that is genuine.
 * @param presented generation of the token that came
 */
export function rotate(state: RefreshState, presented: number, now: Date): Rotation {
  if (state.endedAt !== null || state.expiresAt <= now) return { outcome: 'ended' };
  if (presented === state.generation) return { outcome: 'rotate', generation: presented + 1 };
  const isPredecessor = presented === state.generation - 1;
  const inGrace = now.getTime() - state.rotatedAt.getTime() <= REUSE_GRACE_MS;
  return isPredecessor && inGrace ? { outcome: 'repeat', generation: state.generation } : { outcome: 'reuse' };
}
