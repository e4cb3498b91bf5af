import type { ItemResponse, Paper } from '@lyceum/exams/contract';
import { pauseWatch, readWatch, startWatch, stopped } from '../clock/time-spent.ts';
import { answer, type Journal, mergeKept, openJournal, setFlag, spend, takeBatch, unsent, visit } from '../journal/journal.ts';
import { retryDelay } from '../journal/pace.ts';
import { createSaver } from '../journal/saver.ts';
import { mayMove, reachOf } from '../palette/reach.ts';
import type { Refused, Times } from './exam-api.ts';
import { createExamTimer } from './exam-timer.ts';
import { type ExamMode, type ExamWorld, firstView } from './exam-view.ts';

export type ExamSession = ReturnType<typeof createExamSession>;

/**
 * One sitting in one tab: takes the learner's acts in, keeps and sends them, counts the time, hands in.
 * @param start what the page was drawn with, what this device kept of the attempt, and the time as of the page's arrival
 */
export function createExamSession(start: { paper: Paper; kept: Journal | undefined; times: Times }, world: ExamWorld) {
  const listeners = new Set<() => void>();
  let paper = start.paper;
  let watch = startWatch(stopped, world.now());
  let leaving: Extract<ExamMode, { kind: 'leaving' }> | null = null;
  let keeps = true;
  let stopTicking: () => void = () => undefined;
  let view = firstView(start.paper);

  const api = world.api((times) => timer.sync(times));
  const timer = createExamTimer(start.times, {
    read: () => ({ monotonicMs: world.now(), wallMs: world.wallNow() }),
    onChange: publish,
    onDoubt: () => saver.beat(),
    onEnd: (of) => void leave(of === 'section' && hasNextSection() ? 'section' : 'result', 'time'),
  });
  const opened = openJournal(paper);
  const saver = createSaver(
    start.kept === undefined ? opened : mergeKept(opened, start.kept),
    {
      send: api.save,
      renew: api.renew,
      keep: world.keep,
      now: world.now,
      wallNow: world.wallNow,
      setTimer: world.setTimer,
      random: world.random,
      everyMs: paper.autosaveSec * 1_000,
      heartbeatMs: paper.heartbeatSec * 1_000,
    },
    () => {
      if (saver.phase() === 'closed' && leaving === null) world.goToResult();
      publish();
    },
  );

  function modeNow(): ExamMode {
    if (leaving !== null) return leaving;
    const phase = saver.phase();
    if (phase === 'elsewhere' || phase === 'signedOut') return { kind: 'readOnly', because: phase };
    return phase === 'closed' ? { kind: 'over' } : { kind: 'working' };
  }

  function publish(): void {
    const journal = saver.journal();
    view = {
      paper,
      journal,
      reach: reachOf(paper, journal.position),
      saved: saver.state(),
      mode: modeNow(),
      timer: timer.view(),
      keeps,
    };
    for (const listener of listeners) listener();
  }

  const working = () => modeNow().kind === 'working';
  const current = () => saver.journal().position;
  const hasNextSection = () => paper.sections.some((section) => section.state === 'waiting');

  /** Adds the time since the last look to the question on screen. */
  function withTime(journal: Journal): Journal {
    const read = readWatch(watch, world.now());
    watch = read.watch;
    return spend(journal, journal.position, read.seconds);
  }

  /** Takes the newest paper over; what is unsent here stays and goes on top. */
  async function readPaper(): Promise<Refused | 'read'> {
    const fresh = await api.paper();
    if (fresh.kind !== 'paper') return fresh.kind;
    paper = fresh.paper;
    const opened = openJournal(paper);
    const merged = mergeKept(opened, saver.journal());
    const { from, to } = reachOf(paper, merged.position);
    saver.resume({ ...merged, position: Math.min(Math.max(merged.position, from), to) });
    return 'read';
  }

  async function hold(always: boolean): Promise<Refused | 'held'> {
    const taken = await api.takeOver();
    if (taken.kind === 'held') {
      world.announce();
      if (always || taken.moved) await readPaper();
    } else if (taken.kind === 'closed') saver.stop();
    // Anything else shows itself at the next save, which renews the ticket or says what is wrong.
    saver.beat();
    publish();
    return taken.kind;
  }

  const wait = (ms: number) => new Promise<void>((resolve) => void world.setTimer(ms, resolve));

  async function leaveOnce(to: 'result' | 'section'): Promise<Refused | 'done'> {
    const all = await saver.flush();
    if (to === 'section') {
      const from = paper.sections.find((section) => section.state === 'open')?.id ?? '';
      const next = await api.nextSection(from);
      if (next.kind !== 'opened') return next.kind;
      const read = await readPaper();
      return read === 'read' ? 'done' : read;
    }
    const last = all || unsent(saver.journal()).length === 0 ? null : takeBatch(saver.journal()).batch;
    const handed = await api.submit(last);
    return handed.kind === 'handedIn' ? 'done' : handed.kind;
  }

  /** Ends the section or the attempt; tried again until the server has it, because the time will not come back. */
  async function leave(to: 'result' | 'section', because: 'learner' | 'time'): Promise<void> {
    if (leaving !== null && !(because === 'time' && leaving.because === 'learner')) return;
    const mine: Extract<ExamMode, { kind: 'leaving' }> = { kind: 'leaving', to, because, waiting: false };
    leaving = mine;
    saver.change(withTime);
    publish();
    for (let tries = 1; leaving?.because === because; tries += 1) {
      const outcome = await leaveOnce(to);
      if (outcome === 'done' || outcome === 'closed') return outcome === 'done' && to === 'section' ? arrive() : end();
      if (outcome === 'elsewhere' || outcome === 'signedOut') return blocked(outcome);
      // Without a ticket that holds, the session alone may hand in; the next try goes with a new one.
      if (outcome === 'ticketExpired') await api.renew();
      if (outcome === 'refused' && to === 'section') return arrive();
      if (leaving?.because !== because) return;
      leaving = { ...mine, waiting: true };
      publish();
      await wait(retryDelay(tries, world.random()));
    }
  }

  function arrive(): void {
    leaving = null;
    saver.change((journal) => visit(journal, journal.position), { now: true });
    publish();
  }

  function blocked(because: 'elsewhere' | 'signedOut'): void {
    leaving = null;
    saver.block(because);
  }

  async function end(): Promise<void> {
    saver.stop();
    await world.clearKept();
    world.goToResult();
  }

  function tick(): void {
    timer.tick();
    stopTicking = world.setTimer(1_000, tick);
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    view: () => view,

    /** @param stale the page may be older than the attempt, for example when it came out of the browser's history */
    async start(stale: boolean): Promise<void> {
      tick();
      saver.change((journal) => visit(journal, journal.position));
      publish();
      await hold(stale);
    },

    setResponse(item: number, response: ItemResponse | null): void {
      if (working()) saver.change((journal) => answer(journal, item, response));
    },

    toggleFlag(item: number): void {
      if (working()) saver.change((journal) => setFlag(journal, item, journal.entries[item]?.flagged !== true));
    },

    /** Goes to a question where the exam allows it. False when it does not. */
    moveTo(item: number): boolean {
      if (item === current()) return true;
      if (saver.journal().entries[item] === undefined || !mayMove(reachOf(paper, current()), item)) return false;
      if (working()) saver.change((journal) => visit(withTime(journal), item), { now: true });
      else saver.look(item);
      return true;
    },

    handIn: () => leave('result', 'learner'),
    nextSection: () => leave('section', 'learner'),
    /** Back to the paper while handing in waits for the network. */
    goOnWorking(): void {
      if (leaving?.because !== 'learner') return;
      leaving = null;
      publish();
    },

    /** Takes the attempt to this tab, with everything saved elsewhere since. */
    goOnHere: () => hold(true),

    /** The page is on screen again: the time and the holder may have changed meanwhile. */
    shown(): void {
      watch = startWatch(watch, world.now());
      timer.tick();
      if (saver.phase() === 'signedOut') void api.renew().then((outcome) => (outcome === 'renewed' ? readPaper() : undefined));
      saver.beat();
      saver.nudge();
    },
    hidden(): void {
      watch = pauseWatch(watch, world.now());
      if (working()) saver.change(withTime);
      saver.lastWords();
    },
    setOnline: saver.setOnline,
    takenElsewhere: saver.giveWay,
    keepsNothing(): void {
      keeps = false;
      publish();
    },
    stop(): void {
      stopTicking();
      listeners.clear();
    },
  };
}
