import type { ItemChange, SavedResponse } from '../../contract/responses.ts';
import type { AttemptState } from '../../contract/values.ts';
import { isOver } from './time-left.ts';

/** What a save looks at. The statement in `records/save.ts` says the same in SQL; a test runs both over the same cases. */
export type SaveTarget = {
  readonly state: AttemptState;
  readonly deviceId: string;
  readonly deadlineAt: Date | null;
  readonly graceSec: number;
  readonly sectionEndsAt: Date | null;
  readonly openFirst: number;
  readonly openLast: number;
  readonly responses: Readonly<Record<string, SavedResponse>>;
  readonly blocked: boolean;
};

export type SaveAnswer = 'saved' | 'blocked' | 'closed' | 'late' | 'elsewhere' | 'ticketExpired';

/** Whether the device may save at `now`, and if not, the first reason that holds. */
export function maySave(target: SaveTarget, by: { deviceId: string; ticketExpired: boolean }, now: Date): SaveAnswer {
  if (target.blocked) return 'blocked';
  if (target.state !== 'running') return 'closed';
  if (isOver(target.deadlineAt, target.graceSec, now)) return 'late';
  if (target.deviceId !== by.deviceId) return 'elsewhere';
  return by.ticketExpired ? 'ticketExpired' : 'saved';
}

/**
 * Responses after a save: per item the higher revision wins, whatever the order in which calls arrive [R8].
 * Items outside the open range, or of a section whose time and grace are over, are left as they were.
 */
export function merge(target: SaveTarget, changes: readonly ItemChange[], now: Date): Record<string, SavedResponse> {
  const merged = { ...target.responses };
  if (isOver(target.sectionEndsAt, target.graceSec, now)) return merged;
  for (const { item, ...change } of changes) {
    const open = item >= target.openFirst && item <= target.openLast;
    if (open && change.rev > (merged[item]?.rev ?? 0)) merged[item] = change;
  }
  return merged;
}

/** Items of a call that were not taken: the server still holds an older revision of them. */
export function notTaken(changes: readonly { item: number; rev: number }[], revs: Readonly<Record<string, number>>): number[] {
  return changes.filter((change) => (revs[change.item] ?? 0) < change.rev).map((change) => change.item);
}
