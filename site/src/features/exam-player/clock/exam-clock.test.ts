import { describe, expect, it } from 'vitest';
import { announcementDue, clocksDisagree, secondsLeft, shownTime, syncFrom } from './exam-clock.ts';
import { pauseWatch, readWatch, startWatch, stopped } from './time-spent.ts';

describe('time left', () => {
  it('counts down from the middle of the call on the monotonic clock [T1]', () => {
    const sync = syncFrom(600, 1_000, 3_000);
    expect(secondsLeft(sync, 2_000)).toBe(600);
    expect(secondsLeft(sync, 62_000)).toBe(540);
  });

  it('is never negative, and null without a limit', () => {
    expect(secondsLeft(syncFrom(5, 0, 0), 99_000)).toBe(0);
    expect(secondsLeft(null, 99_000)).toBeNull();
  });

  it("notices a day's clock that was set, and a device that slept [T1]", () => {
    const before = { monotonicMs: 10_000, wallMs: 5_000_000 };
    expect(clocksDisagree(before, { monotonicMs: 11_000, wallMs: 5_001_000 })).toBe(false);
    expect(clocksDisagree(before, { monotonicMs: 11_000, wallMs: 5_001_000 - 86_400_000 })).toBe(true);
    expect(clocksDisagree(before, { monotonicMs: 11_000, wallMs: 5_000_000 + 1_200_000 })).toBe(true);
  });
});

describe('announcements', () => {
  it('come once at ten, five and one minute', () => {
    expect(announcementDue(601, 600)).toBe(600);
    expect(announcementDue(600, 599)).toBeNull();
    expect(announcementDue(300.4, 299.9)).toBe(300);
    expect(announcementDue(61, 60)).toBe(60);
  });

  it('say only the latest after a sleep, and nothing at the end', () => {
    expect(announcementDue(900, 40)).toBe(60);
    expect(announcementDue(900, 0)).toBeNull();
  });
});

describe('shownTime', () => {
  it('shows minutes, and seconds only in the last five', () => {
    expect(shownTime(6_120)).toEqual({ kind: 'minutes', hours: 1, minutes: 42 });
    expect(shownTime(6_179.9)).toEqual({ kind: 'minutes', hours: 1, minutes: 42 });
    expect(shownTime(300)).toEqual({ kind: 'minutes', hours: 0, minutes: 5 });
    expect(shownTime(278)).toEqual({ kind: 'seconds', minutes: 4, seconds: 38 });
    expect(shownTime(0)).toEqual({ kind: 'seconds', minutes: 0, seconds: 0 });
  });
});

describe('time spent on a question', () => {
  it('loses nothing over many short visits', () => {
    let watch = stopped;
    let seconds = 0;
    for (let visit = 0; visit < 10; visit += 1) {
      const read = readWatch(pauseWatch(startWatch(watch, visit * 10_000), visit * 10_000 + 700), 0);
      seconds += read.seconds;
      watch = read.watch;
    }
    expect(seconds).toBe(7);
  });

  it('does not count a sleep of the device', () => {
    expect(readWatch(startWatch(stopped, 0), 3_600_000).seconds).toBe(120);
  });

  it('stands still while the page is hidden', () => {
    const hidden = pauseWatch(startWatch(stopped, 0), 4_000);
    expect(readWatch(hidden, 90_000).seconds).toBe(4);
  });
});
