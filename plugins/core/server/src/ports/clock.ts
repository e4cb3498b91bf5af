import { shared } from '../state.ts';

const offset = shared('clock', () => ({ ms: 0 }));

/**
 * The process's clock. Rules never read it: services pass `now` in.
 * Deadlines of exams use the database's clock instead, because processes may disagree.
 */
export const clock = {
  now: (): Date => new Date(Date.now() + offset.ms),
  /** Tests only: moves this process's clock by so many milliseconds; 0 sets it right again. */
  moveBy(ms: number): void {
    offset.ms = ms;
  },
};
