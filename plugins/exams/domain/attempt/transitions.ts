import type { AttemptState } from '../../contract/values.ts';

export const ATTEMPT_ACTIONS = ['save', 'submit', 'close', 'void', 'extend'] as const;
export type AttemptAction = (typeof ATTEMPT_ACTIONS)[number];

/** Where each action leads; an action that is missing is refused. Scoring is part of submit and close, so nothing lies between. */
export const ATTEMPT_TRANSITIONS = {
  running: { save: 'running', extend: 'running', submit: 'scored', close: 'scored', void: 'voided' },
  scored: { void: 'voided' },
  voided: {},
} as const satisfies Record<AttemptState, Partial<Record<AttemptAction, AttemptState>>>;

/** State after the action, or null when it cannot be done. */
export function after(state: AttemptState, action: AttemptAction): AttemptState | null {
  const row: Partial<Record<AttemptAction, AttemptState>> = ATTEMPT_TRANSITIONS[state];
  return row[action] ?? null;
}
