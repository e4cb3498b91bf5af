import type { Paper } from '@lyceum/exams/contract';
import { type Journal, openJournal } from '../journal/journal.ts';
import type { SavedState } from '../journal/saved-state.ts';
import { type Reach, reachOf } from '../palette/reach.ts';
import type { ExamApi, Times } from './exam-api.ts';
import type { TimerView } from './exam-timer.ts';

/** What the learner can do now. */
export type ExamMode =
  | { readonly kind: 'working' }
  | { readonly kind: 'readOnly'; readonly because: 'elsewhere' | 'signedOut' }
  /** Handing in, or going on to the next section. `waiting`: the server could not be reached, it is tried again. */
  | {
      readonly kind: 'leaving';
      readonly to: 'result' | 'section';
      readonly because: 'learner' | 'time';
      readonly waiting: boolean;
    }
  | { readonly kind: 'over' };

export type ExamView = {
  readonly paper: Paper;
  readonly journal: Journal;
  readonly reach: Reach;
  readonly saved: SavedState;
  readonly mode: ExamMode;
  readonly timer: TimerView;
  /** False when this browser keeps nothing over a reload. */
  readonly keeps: boolean;
};

/** All that a session needs from the world; tests pass their own. */
export type ExamWorld = {
  readonly api: (onTimes: (times: Times) => void) => ExamApi;
  readonly keep: (journal: Journal) => Promise<void>;
  readonly clearKept: () => Promise<void>;
  /** Tells the other tabs that this one holds the attempt. */
  readonly announce: () => void;
  readonly now: () => number;
  readonly wallNow: () => number;
  readonly random: () => number;
  readonly setTimer: (ms: number, run: () => void) => () => void;
  readonly goToResult: () => void;
};

/** The view before any script ran, the same on the server and in the first moment of the browser. */
export function firstView(paper: Paper): ExamView {
  const journal = openJournal(paper);
  const left = [paper.secondsLeft, paper.sectionSecondsLeft].filter((one) => one !== null);
  return {
    paper,
    journal,
    reach: reachOf(paper, journal.position),
    saved: { kind: 'saved', atMs: null },
    mode: { kind: 'working' },
    timer: {
      left: left.length === 0 ? null : Math.min(...left),
      of: paper.sectionSecondsLeft === null ? 'exam' : 'section',
      announced: null,
    },
    keeps: true,
  };
}
