import { announcementDue, clocksDisagree, LATE_SEC, type Reading, secondsLeft } from '../clock/exam-clock.ts';
import type { Times } from './exam-api.ts';

/** What the timer shows; the same value as long as nothing on screen changes. */
export type TimerView = {
  /** Seconds left of whichever ends first, the open section or the exam; whole minutes until the last five. Null when untimed. */
  readonly left: number | null;
  readonly of: 'exam' | 'section';
  /** Mark to announce (600, 300 or 60 seconds); stays until the next one. */
  readonly announced: number | null;
};

export type ExamTimer = {
  readonly view: () => TimerView;
  readonly sync: (times: Times) => void;
  readonly tick: () => void;
};

type Wiring = {
  readonly read: () => Reading;
  readonly onChange: () => void;
  /** The device slept or its clock was set: ask the server. */
  readonly onDoubt: () => void;
  readonly onEnd: (of: TimerView['of']) => void;
};

/** Counts the attempt down between the server's answers [T1]. Ticked once a second; the end is told once per sync. */
export function createExamTimer(start: Times, { read, onChange, onDoubt, onEnd }: Wiring): ExamTimer {
  let times = start;
  let before = read();
  let exact = leftNow();
  let ended = false;
  let view: TimerView = { left: shown(exact), of: which(), announced: null };

  function leftNow(): number | null {
    const left = [times.exam, times.section].map((sync) => secondsLeft(sync, before.monotonicMs)).filter((one) => one !== null);
    return left.length === 0 ? null : Math.min(...left);
  }

  function which(): TimerView['of'] {
    const section = secondsLeft(times.section, before.monotonicMs);
    const exam = secondsLeft(times.exam, before.monotonicMs);
    return section !== null && (exam === null || section < exam) ? 'section' : 'exam';
  }

  function update(): void {
    const previous = exact;
    exact = leftNow();
    const due = exact === null || previous === null ? null : announcementDue(previous, exact);
    const next = { left: shown(exact), of: which(), announced: due ?? view.announced };
    if (next.left !== view.left || next.of !== view.of || next.announced !== view.announced) {
      view = next;
      onChange();
    }
    if (exact === 0 && !ended) {
      ended = true;
      onEnd(view.of);
    }
  }

  return {
    view: () => view,
    sync(fresh) {
      times = fresh;
      before = read();
      if ((leftNow() ?? 1) > 0) ended = false;
      update();
    },
    tick() {
      const now = read();
      if (clocksDisagree(before, now)) onDoubt();
      before = now;
      update();
    },
  };
}

/** Nothing on screen changes between two full minutes. */
const shown = (left: number | null): number | null => {
  if (left === null) return null;
  return left >= LATE_SEC ? Math.floor(left / 60) * 60 : Math.ceil(left);
};
