import { describe, expect, it } from 'vitest';
import { ATTEMPT_STATES } from '../../contract/values.ts';
import { attemptsLeft, mayStart, type StartFacts, type StartTerms } from './may-start.ts';
import { openAtStart, openNext, openNow, type SectionSpan } from './open-section.ts';
import { mayReview } from './review.ts';
import { deadlineOf, isOver, secondsLeft, secondsUsed, wholeTimeSec } from './time-left.ts';
import { ATTEMPT_ACTIONS, after } from './transitions.ts';

const at = (time: string) => new Date(`2026-05-01T${time}Z`);
const NOON = at('12:00:00');

describe('states of an attempt', () => {
  it('goes from running to scored at once and to voided from both; nothing leaves voided', () => {
    const table = Object.fromEntries(
      ATTEMPT_STATES.map((state) => [state, ATTEMPT_ACTIONS.map((action) => after(state, action))]),
    );
    expect(table).toEqual({
      running: ['running', 'scored', 'scored', 'voided', 'running'],
      scored: [null, null, null, 'voided', null],
      voided: [null, null, null, null, null],
    });
  });
});

describe('time of an attempt', () => {
  const section = (timeLimitSec: number | null) => ({ timeLimitSec });

  it('is the exam’s own limit, else the sum of section times, else none', () => {
    expect(wholeTimeSec({ timeLimitSec: 600, sections: [section(100)] })).toBe(600);
    expect(wholeTimeSec({ timeLimitSec: null, sections: [section(100), section(200)] })).toBe(300);
    expect(wholeTimeSec({ timeLimitSec: null, sections: [section(100), section(null)] })).toBeNull();
    expect(wholeTimeSec({ timeLimitSec: null, sections: [] })).toBeNull();
  });

  it('ends when the exam closes at the latest', () => {
    expect(deadlineOf(NOON, 3600, at('12:30:00'))).toEqual(at('12:30:00'));
    expect(deadlineOf(NOON, 3600, at('14:00:00'))).toEqual(at('13:00:00'));
    expect(deadlineOf(NOON, null, at('14:00:00'))).toEqual(at('14:00:00'));
    expect(deadlineOf(NOON, null, null)).toBeNull();
  });

  it('shows a begun second as whole and never less than none', () => {
    expect(secondsLeft(NOON, at('11:59:58.001'))).toBe(2);
    expect(secondsLeft(NOON, NOON)).toBe(0);
    expect(secondsLeft(NOON, at('12:05:00'))).toBe(0);
    expect(secondsLeft(null, NOON)).toBeNull();
    expect(secondsUsed(NOON, at('12:01:30'))).toBe(90);
  });

  it('counts the last instant of the grace time and not the one after [E-12]', () => {
    expect(isOver(NOON, 10, at('12:00:10.000'))).toBe(false);
    expect(isOver(NOON, 10, at('12:00:10.001'))).toBe(true);
    expect(isOver(NOON, 0, at('12:00:00.001'))).toBe(true);
    expect(isOver(null, 10, at('23:00:00'))).toBe(false);
  });
});

describe('sections with own time', () => {
  const spans: SectionSpan[] = [
    { id: 'a', first: 1, last: 5, timeLimitSec: 60 },
    { id: 'b', first: 6, last: 9, timeLimitSec: 120 },
    { id: 'c', first: 10, last: 10, timeLimitSec: 30 },
  ];

  it('opens the whole paper when no section has own time', () => {
    const free = spans.map((span) => ({ ...span, timeLimitSec: null }));
    expect(openAtStart(free, NOON)).toEqual({ index: 0, first: 1, last: 10, endsAt: null });
    expect(openNext(free, openAtStart(free, NOON), NOON)).toBeNull();
  });

  it('opens one section after the other, each with its own time from when it is entered', () => {
    const first = openAtStart(spans, NOON);
    expect(first).toEqual({ index: 0, first: 1, last: 5, endsAt: at('12:01:00') });
    const second = openNext(spans, first, at('12:00:20'));
    expect(second).toEqual({ index: 1, first: 6, last: 9, endsAt: at('12:02:20') });
    expect(second && openNext(spans, { ...second, index: 2 }, NOON)).toBeNull();
  });

  it('lets time run on while the device sleeps [T1]', () => {
    const first = openAtStart(spans, NOON);
    expect(openNow(spans, first, at('12:00:59'))).toEqual(first);
    expect(openNow(spans, first, at('12:01:00'))).toEqual({ index: 1, first: 6, last: 9, endsAt: at('12:03:00') });
    expect(openNow(spans, first, at('12:03:10'))).toEqual({ index: 2, first: 10, last: 10, endsAt: at('12:03:30') });
    expect(openNow(spans, first, at('13:00:00'))).toEqual({ index: 2, first: 10, last: 10, endsAt: at('12:03:30') });
  });
});

describe('starting an attempt [E-10]', () => {
  const terms: StartTerms = { opensAt: at('10:00:00'), closesAt: at('14:00:00'), attemptsAllowed: 2, coolDownSec: 3600 };
  const facts: StartFacts = { attemptsUsed: 0, attemptsAdded: 0, lastEndedAt: null, lastAddedAt: null, hasAccess: true };
  const because = (change: Partial<StartFacts>, now = NOON, other: Partial<StartTerms> = {}) => {
    const answer = mayStart({ ...terms, ...other }, { ...facts, ...change }, now);
    return answer.may ? null : answer.because;
  };

  it('is possible inside the window with access and attempts left', () => {
    expect(mayStart(terms, facts, NOON)).toEqual({ may: true, attemptsLeft: 2 });
  });

  it('names each obstacle for itself', () => {
    expect(because({ hasAccess: false })).toBe('noAccess');
    expect(because({}, at('09:59:59.999'))).toBe('notOpenYet');
    expect(because({}, at('10:00:00'))).toBeNull();
    expect(because({}, at('13:59:59.999'))).toBeNull();
    expect(because({}, at('14:00:00'))).toBe('closed');
    expect(because({ attemptsUsed: 2 })).toBe('noAttemptsLeft');
    expect(because({ attemptsUsed: 1, lastEndedAt: at('11:00:00.001') })).toBe('coolingDown');
    expect(because({ attemptsUsed: 1, lastEndedAt: at('11:00:00') })).toBeNull();
  });

  it('counts attempts that staff added, and ends the cool-down that began before', () => {
    expect(because({ attemptsUsed: 2, attemptsAdded: 1, lastEndedAt: at('11:30:00') })).toBe('coolingDown');
    expect(because({ attemptsUsed: 2, attemptsAdded: 1, lastEndedAt: at('11:30:00'), lastAddedAt: at('11:45:00') })).toBeNull();
    expect(because({ attemptsUsed: 2, attemptsAdded: 1, lastEndedAt: at('11:50:00'), lastAddedAt: at('11:45:00') })).toBe(
      'coolingDown',
    );
  });

  it('knows no limit when none is set', () => {
    expect(because({ attemptsUsed: 999 }, NOON, { attemptsAllowed: null })).toBeNull();
    expect(attemptsLeft(null, 5, 0)).toBeNull();
    expect(attemptsLeft(2, 5, 0)).toBe(0);
  });
});

describe('review policy [E-22]', () => {
  it('shows answers never, after the end, or after the exam closed', () => {
    expect(mayReview('never', null, NOON)).toEqual({ allowed: false, because: 'never' });
    expect(mayReview('afterSubmission', null, NOON)).toEqual({ allowed: true });
    expect(mayReview('afterClosing', at('12:00:00.001'), NOON)).toEqual({
      allowed: false,
      because: 'beforeClosing',
      from: at('12:00:00.001'),
    });
    expect(mayReview('afterClosing', NOON, NOON)).toEqual({ allowed: true });
    expect(mayReview('afterClosing', null, NOON)).toEqual({ allowed: false, because: 'beforeClosing', from: null });
  });
});
