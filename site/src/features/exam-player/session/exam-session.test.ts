import type { Paper } from '@lyceum/exams/contract';
import { describe, expect, it } from 'vitest';
import { syncFrom } from '../clock/exam-clock.ts';
import { answer, type Batch, type Journal, openJournal } from '../journal/journal.ts';
import { itemOf, paperOf } from '../paper.fixture.ts';
import type { ExamApi, Times } from './exam-api.ts';
import { createExamSession } from './exam-session.ts';

const a = { selected: ['1'] };

/** A sitting with a server of its own and a clock that moves only through `pass`. */
function sitting(paper: Paper = paperOf(), kept?: Journal) {
  let nowMs = 0;
  let wallOffsetMs = 1_700_000_000_000;
  let timers: { at: number; run: () => void }[] = [];
  const log: string[] = [];
  const saved: Batch[] = [];
  let deadlineMs = (paper.secondsLeft ?? 0) * 1_000;
  let onTimes: (times: Times) => void = () => undefined;
  const tell = () =>
    onTimes({
      exam: paper.secondsLeft === null ? null : syncFrom(Math.max(0, Math.ceil((deadlineMs - nowMs) / 1_000)), nowMs, nowMs),
      section: null,
    });
  const replies: { -readonly [K in keyof ExamApi]?: Awaited<ReturnType<ExamApi[K]>>[] } = {};
  const serverPaper = { current: paper };

  const api: ExamApi = {
    async save(batch) {
      log.push('save');
      const scripted = replies.save?.shift();
      if (scripted !== undefined) return scripted;
      saved.push(batch);
      tell();
      return { kind: 'saved', revs: Object.fromEntries(batch.changes.map(({ item, rev }) => [item, rev])), closedItems: [] };
    },
    async renew() {
      log.push('renew');
      return replies.renew?.shift() ?? 'renewed';
    },
    async takeOver() {
      log.push('takeOver');
      return replies.takeOver?.shift() ?? { kind: 'held', moved: false };
    },
    async paper() {
      log.push('paper');
      tell();
      return replies.paper?.shift() ?? { kind: 'paper', paper: serverPaper.current };
    },
    async nextSection(from) {
      log.push(`nextSection ${from}`);
      return replies.nextSection?.shift() ?? { kind: 'opened' };
    },
    async submit(last) {
      log.push(last === null ? 'submit' : `submit with ${last.changes.length}`);
      return replies.submit?.shift() ?? { kind: 'handedIn' };
    },
  };
  const left = paper.secondsLeft;
  const session = createExamSession(
    { paper, kept, times: { exam: left === null ? null : syncFrom(left, 0, 0), section: null } },
    {
      api: (tellTimes) => {
        onTimes = tellTimes;
        return api;
      },
      keep: async () => undefined,
      clearKept: async () => void log.push('clearKept'),
      announce: () => void log.push('announce'),
      now: () => nowMs,
      wallNow: () => wallOffsetMs + nowMs,
      random: () => 0,
      setTimer: (ms, run) => {
        const timer = { at: nowMs + ms, run };
        timers.push(timer);
        return () => {
          timers = timers.filter((one) => one !== timer);
        };
      },
      goToResult: () => void log.push('result'),
    },
  );
  const settle = async () => {
    for (let turn = 0; turn < 40; turn += 1) await Promise.resolve();
  };
  const pass = async (ms: number) => {
    await settle();
    const until = nowMs + ms;
    for (;;) {
      const next = timers.filter((timer) => timer.at <= until).sort((one, other) => one.at - other.at)[0];
      if (next === undefined) break;
      timers = timers.filter((timer) => timer !== next);
      nowMs = Math.max(nowMs, next.at);
      next.run();
      await settle();
    }
    nowMs = until;
  };
  return {
    session,
    log,
    saved,
    replies,
    serverPaper,
    pass,
    setWallClock: (byMs: number) => {
      wallOffsetMs += byMs;
    },
    /** The monotonic clock stands while the server's goes on, as on systems that stop it in their sleep. */
    sleep: (ms: number) => {
      wallOffsetMs += ms;
      deadlineMs -= ms;
    },
  };
}

describe('a sitting', () => {
  it('takes the attempt to this tab and tells the others [E-14]', async () => {
    const { session, log, pass } = sitting();
    await session.start(false);
    await pass(0);
    expect(log.slice(0, 2)).toEqual(['takeOver', 'announce']);
    expect(session.view().mode).toEqual({ kind: 'working' });
  });

  it('reads the paper again when another device held it [E-13]', async () => {
    const { session, replies, serverPaper, log } = sitting();
    replies.takeOver = [{ kind: 'held', moved: true }];
    serverPaper.current = paperOf({ responses: { 2: { rev: 4, response: a, flagged: true, secondsSpent: 9 } }, position: 2 });
    await session.start(false);
    expect(log).toContain('paper');
    expect(session.view().journal).toMatchObject({ position: 2, entries: { 2: { rev: 4, response: a, flagged: true } } });
  });

  it('sends what this device kept before a crash, without a touch [E-13]', async () => {
    const kept = answer(openJournal(paperOf()), 3, a);
    const { session, saved, pass } = sitting(paperOf(), { ...kept, position: 3, deviceSeq: 7 });
    await session.start(false);
    await pass(5_000);
    expect(session.view().journal.position).toBe(3);
    expect(saved.flatMap(({ changes }) => changes)).toContainEqual(expect.objectContaining({ item: 3, response: a }));
    expect(saved[0]?.deviceSeq).toBe(8);
  });

  it('saves at each page change, with the time spent on the question that was left', async () => {
    const { session, saved, pass } = sitting();
    await session.start(false);
    await pass(20_000);
    session.setResponse(1, a);
    session.moveTo(2);
    await pass(0);
    expect(saved.at(-1)).toMatchObject({
      position: 2,
      changes: [
        { item: 1, response: a, secondsSpent: 20 },
        { item: 2, response: null },
      ],
    });
  });

  it('goes only where the exam allows it [E-02]', async () => {
    const oneWay = paperOf({ exam: { ...paperOf().exam, backNavigation: false } });
    const { session } = sitting(oneWay);
    await session.start(false);
    expect(session.moveTo(3)).toBe(false);
    expect(session.moveTo(2)).toBe(true);
    expect(session.moveTo(1)).toBe(false);
    expect(session.view().journal.position).toBe(2);
  });

  it('becomes read-only when the server says so, and goes on here on demand with what was saved there [E-14]', async () => {
    const { session, replies, serverPaper, saved, pass } = sitting();
    await session.start(false);
    await pass(2_000);
    replies.save = [{ kind: 'elsewhere' }];
    session.setResponse(1, a);
    await pass(6_000);
    expect(session.view().mode).toEqual({ kind: 'readOnly', because: 'elsewhere' });
    session.setResponse(2, a);
    expect(session.view().journal.entries[2]?.response).toBeNull();
    expect(session.moveTo(3)).toBe(true);
    serverPaper.current = paperOf({
      responses: { 2: { rev: 2, response: { selected: ['4'] }, flagged: false, secondsSpent: 3 } },
    });
    expect(await session.goOnHere()).toBe('held');
    await pass(6_000);
    expect(session.view().mode).toEqual({ kind: 'working' });
    expect(session.view().journal.entries[2]?.response).toEqual({ selected: ['4'] });
    expect(saved.flatMap(({ changes }) => changes)).toContainEqual(expect.objectContaining({ item: 1, response: a }));
  });

  it('keeps everything while signed out and goes on by itself after signing in again [G9]', async () => {
    const { session, replies, saved, pass } = sitting();
    await session.start(false);
    await pass(2_000);
    replies.save = [{ kind: 'signedOut' }];
    session.setResponse(1, a);
    await pass(6_000);
    expect(session.view().mode).toEqual({ kind: 'readOnly', because: 'signedOut' });
    session.shown();
    await pass(6_000);
    expect(session.view().mode).toEqual({ kind: 'working' });
    expect(saved.flatMap(({ changes }) => changes)).toContainEqual(expect.objectContaining({ item: 1, response: a }));
  });
});

describe('time', () => {
  it('runs out once and hands in what is saved, with what was still open [E-12]', async () => {
    const { session, replies, log, pass } = sitting(paperOf({ secondsLeft: 60 }));
    await session.start(false);
    await pass(58_500);
    replies.save = Array.from({ length: 9 }, () => ({ kind: 'unreachable' }) as const);
    session.setResponse(1, a);
    session.moveTo(2);
    await pass(3_000);
    expect(log.filter((line) => line.startsWith('submit'))).toEqual(['submit with 2']);
    expect(log.filter((line) => line !== 'save').slice(-2)).toEqual(['clearKept', 'result']);
  });

  it('is not changed by a client clock set back a day, which only makes it ask [T1]', async () => {
    const { session, log, setWallClock, pass } = sitting(paperOf({ secondsLeft: 900 }));
    await session.start(false);
    await pass(3_000);
    setWallClock(-86_400_000);
    const saves = log.filter((line) => line === 'save').length;
    await pass(1_500);
    expect(log.filter((line) => line === 'save').length).toBe(saves + 1);
    expect(session.view().timer.left).toBe(840);
  });

  it('goes on while the device sleeps [T1]', async () => {
    const { session, sleep, pass } = sitting(paperOf({ secondsLeft: 3_000 }));
    await session.start(false);
    await pass(3_000);
    sleep(20 * 60_000);
    await pass(2_000);
    expect(session.view().timer.left).toBe(29 * 60);
  });

  it('is longer at once when staff add some [T6]', async () => {
    const { session, sleep, pass } = sitting(paperOf({ secondsLeft: 120 }));
    await session.start(false);
    await pass(5_000);
    sleep(-600_000);
    session.shown();
    await pass(1_000);
    expect(session.view().timer.left).toBe(11 * 60);
  });

  it('announces ten, five and one minute [ui]', async () => {
    const { session, pass } = sitting(paperOf({ secondsLeft: 605 }));
    await session.start(false);
    expect(session.view().timer.announced).toBeNull();
    await pass(6_000);
    expect(session.view().timer.announced).toBe(600);
    await pass(300_000);
    expect(session.view().timer.announced).toBe(300);
    await pass(240_000);
    expect(session.view().timer.announced).toBe(60);
  });
});

describe('handing in', () => {
  it('sends what is open, hands in, clears the device and leads to the result [E-15]', async () => {
    const { session, log, saved, pass } = sitting();
    await session.start(false);
    await pass(0);
    session.setResponse(1, a);
    await session.handIn();
    expect(saved.flatMap(({ changes }) => changes)).toContainEqual(expect.objectContaining({ item: 1, response: a }));
    expect(log.slice(-3)).toEqual(['submit', 'clearKept', 'result']);
  });

  it('pressed twice is once [E-15]', async () => {
    const { session, log } = sitting();
    await session.start(false);
    await Promise.all([session.handIn(), session.handIn()]);
    expect(log.filter((line) => line === 'submit')).toHaveLength(1);
  });

  it('keeps trying while offline, can be taken back, and then goes on', async () => {
    const { session, replies, log, pass } = sitting();
    await session.start(false);
    await pass(0);
    replies.submit = Array.from({ length: 9 }, () => ({ kind: 'unreachable' }) as const);
    void session.handIn();
    await pass(0);
    expect(session.view().mode).toEqual({ kind: 'leaving', to: 'result', because: 'learner', waiting: true });
    session.goOnWorking();
    await pass(30_000);
    expect(session.view().mode).toEqual({ kind: 'working' });
    expect(log.filter((line) => line === 'submit')).toHaveLength(1);
    expect(log).not.toContain('result');
  });

  it('leads to the result when the attempt was closed meanwhile, by another tab or the deadline', async () => {
    const { session, replies, log, pass } = sitting();
    await session.start(false);
    replies.save = [{ kind: 'closed' }];
    session.setResponse(1, a);
    await pass(6_000);
    expect(log.at(-1)).toBe('result');
  });
});

describe('sections with own time', () => {
  const sections = (open: 0 | 1): Paper['sections'] => [
    {
      id: 'first',
      title: 'Reading',
      timeLimitSec: 60,
      state: open === 0 ? 'open' : 'over',
      itemCount: 2,
      items: [itemOf(1), itemOf(2)],
    },
    {
      id: 'second',
      title: 'Writing',
      timeLimitSec: 60,
      state: open === 0 ? 'waiting' : 'open',
      itemCount: 1,
      items: open === 0 ? [] : [itemOf(3)],
    },
  ];

  it('are left one after the other, and the last one hands in [E-03]', async () => {
    const { session, serverPaper, log } = sitting(paperOf({ sections: sections(0), itemCount: 3, openTo: 2 }));
    await session.start(false);
    session.setResponse(2, a);
    serverPaper.current = paperOf({
      sections: sections(1),
      itemCount: 3,
      openFrom: 3,
      openTo: 3,
      position: 3,
      responses: { 2: { rev: 1, response: a, flagged: false, secondsSpent: 0 } },
    });
    await session.nextSection();
    expect(log).toContain('nextSection first');
    expect(session.view().journal.position).toBe(3);
    expect(session.moveTo(2)).toBe(false);
    expect(session.view().mode).toEqual({ kind: 'working' });
  });
});
