import { describe, expect, it } from 'vitest';
import { paperOf } from '../paper.fixture.ts';
import { answer, type Batch, type Journal, openJournal, spend, visit } from './journal.ts';
import { createSaver } from './saver.ts';
import type { RenewOutcome, SaveOutcome } from './saver-world.ts';

const a = { selected: ['1'] };
const b = { selected: ['2'] };
const committed = (batch: Batch): SaveOutcome => ({
  kind: 'saved',
  revs: Object.fromEntries(batch.changes.map(({ item, rev }) => [item, rev])),
  closedItems: [],
});

/** A world with its own clock: time passes only through `pass`. */
function world(answers: ((batch: Batch) => SaveOutcome | Promise<SaveOutcome>)[] = []) {
  let nowMs = 1_000_000;
  let timers: { at: number; run: () => void }[] = [];
  const sent: { batch: Batch; at: number }[] = [];
  const kept: Journal[] = [];
  const order: string[] = [];
  const renewals: RenewOutcome[] = [];
  let renewed = 0;
  const saver = createSaver(
    openJournal(paperOf()),
    {
      send: async (batch) => {
        order.push('send');
        sent.push({ batch, at: nowMs });
        return (answers.shift() ?? committed)(batch);
      },
      renew: async () => {
        renewed += 1;
        return renewals.shift() ?? 'renewed';
      },
      keep: async (journal) => {
        order.push('keep');
        kept.push(journal);
      },
      now: () => nowMs,
      wallNow: () => nowMs,
      setTimer: (ms, run) => {
        const timer = { at: nowMs + ms, run };
        timers.push(timer);
        return () => {
          timers = timers.filter((one) => one !== timer);
        };
      },
      random: () => 0.5,
      everyMs: 5_000,
      heartbeatMs: 15_000,
    },
    () => undefined,
  );
  const settle = async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  const pass = async (ms: number) => {
    const until = nowMs + ms;
    await settle();
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
  return { saver, sent, kept, order, renewals, pass, settle, renewed: () => renewed };
}

const unreachable = (): SaveOutcome => ({ kind: 'unreachable' });

describe('saver', () => {
  it('sends a change within five seconds and shows saved only after the commit [E-13]', async () => {
    const { saver, sent, pass } = world();
    saver.change((journal) => answer(journal, 1, a));
    expect(saver.state()).toEqual({ kind: 'saving' });
    await pass(5_000);
    expect(sent).toHaveLength(1);
    expect(saver.state()).toMatchObject({ kind: 'saved' });
  });

  it('writes on the device before it calls the network', async () => {
    const { saver, order, pass } = world();
    saver.change((journal) => answer(journal, 1, a));
    await pass(5_000);
    expect(order[0]).toBe('keep');
    expect(order.indexOf('keep')).toBeLessThan(order.indexOf('send'));
  });

  it('sends at once at a page change, with all that gathered', async () => {
    const { saver, sent, pass } = world();
    saver.change((journal) => answer(journal, 1, a));
    saver.change((journal) => visit(spend(journal, 1, 9), 2), { now: true });
    await pass(0);
    expect(sent[0]?.batch.changes.map(({ item }) => item)).toEqual([1, 2]);
    expect(sent[0]?.batch.position).toBe(2);
  });

  it('keeps calls five seconds apart while answers follow each other, and no change waits longer', async () => {
    const { saver, sent, pass } = world();
    for (let press = 0; press < 40; press += 1) {
      saver.change((journal) => answer(journal, (press % 3) + 1, press % 2 === 0 ? a : b));
      await pass(500);
    }
    const gaps = sent.slice(1).map((call, index) => call.at - (sent[index]?.at ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(5_000);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(6_000);
  });

  it('has one call under way at a time', async () => {
    let release: (outcome: SaveOutcome) => void = () => undefined;
    const { saver, sent, pass } = world([
      () =>
        new Promise<SaveOutcome>((resolve) => {
          release = resolve;
        }),
    ]);
    saver.change((journal) => answer(journal, 1, a), { now: true });
    await pass(0);
    saver.change((journal) => answer(journal, 2, a), { now: true });
    await pass(4_000);
    expect(sent).toHaveLength(1);
    release(committed(sent[0]?.batch ?? { deviceSeq: 1, position: 1, changes: [] }));
    await pass(6_000);
    expect(sent.map(({ batch }) => batch.changes.map(({ item }) => item))).toEqual([[1], [2]]);
  });

  it('keeps answers while offline, says how many, and sends them on return in one call [E-14]', async () => {
    const { saver, sent, pass } = world([unreachable, unreachable]);
    saver.change((journal) => answer(journal, 1, a), { now: true });
    await pass(0);
    saver.change((journal) => answer(journal, 2, a));
    saver.change((journal) => answer(journal, 3, a));
    expect(saver.state()).toEqual({ kind: 'offline', count: 3 });
    await pass(60_000);
    expect(saver.state()).toMatchObject({ kind: 'saved' });
    expect(sent.find(({ batch }) => batch.changes.length === 3)).toBeDefined();
    expect(sent.map(({ batch }) => batch.deviceSeq)).toEqual([...sent.keys()].map((index) => index + 1));
  });

  it('waits longer after each failure, up to twenty seconds, and never gives up', async () => {
    const { saver, sent, pass } = world(Array.from({ length: 12 }, () => unreachable));
    saver.change((journal) => answer(journal, 1, a), { now: true });
    await pass(0);
    await pass(600_000);
    const gaps = sent.slice(1, 12).map((call, index) => call.at - (sent[index]?.at ?? 0));
    expect(gaps.slice(0, 4)).toEqual([750, 1_500, 3_000, 6_000]);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(20_000);
    expect(saver.state()).toMatchObject({ kind: 'saved' });
  });

  it('waits as long as a busy server asks', async () => {
    const { saver, sent, pass } = world([() => ({ kind: 'unreachable', retryAfterSec: 30 })]);
    saver.change((journal) => answer(journal, 1, a), { now: true });
    await pass(29_000);
    expect(sent).toHaveLength(1);
    await pass(10_000);
    expect(sent).toHaveLength(2);
  });

  it('tries at once when the browser is back online', async () => {
    const { saver, sent, pass } = world([unreachable, unreachable, unreachable, unreachable, unreachable]);
    saver.change((journal) => answer(journal, 1, a), { now: true });
    await pass(20_000);
    const before = sent.length;
    saver.setOnline(true);
    await pass(0);
    expect(sent).toHaveLength(before + 1);
  });

  it('believes the server’s answer more than the browser’s word that there is no network', async () => {
    const { saver, pass } = world([]);
    saver.setOnline(false);
    expect(saver.state()).toMatchObject({ kind: 'offline' });
    saver.change((journal) => answer(journal, 1, a), { now: true });
    await pass(0);
    expect(saver.state()).toMatchObject({ kind: 'saved' });
  });

  it('gets a new ticket when the old one expired, and sends the same answers [G9]', async () => {
    const { saver, sent, renewed, pass } = world([() => ({ kind: 'ticketExpired' })]);
    saver.change((journal) => answer(journal, 1, a), { now: true });
    await pass(0);
    expect(renewed()).toBe(1);
    expect(sent[1]?.batch.changes).toEqual(sent[0]?.batch.changes);
    expect(saver.state()).toMatchObject({ kind: 'saved' });
  });

  it('does not ask for tickets without end', async () => {
    const { saver, renewed, pass } = world(Array.from({ length: 20 }, () => (): SaveOutcome => ({ kind: 'ticketExpired' })));
    saver.change((journal) => answer(journal, 1, a), { now: true });
    await pass(4_000);
    expect(renewed()).toBe(2);
    expect(saver.state()).toEqual({ kind: 'offline', count: 1 });
  });

  it('keeps everything when the session has ended, and says so [G9]', async () => {
    const { saver, renewals, kept, pass } = world([() => ({ kind: 'ticketExpired' })]);
    renewals.push('signedOut');
    saver.change((journal) => answer(journal, 1, a), { now: true });
    await pass(60_000);
    expect(saver.state()).toEqual({ kind: 'signedOut', count: 1 });
    expect(kept.at(-1)?.entries[1]).toMatchObject({ rev: 1, savedRev: 0, response: a });
  });

  it('stops when another tab or device took over, and drops nothing [E-14]', async () => {
    const { saver, sent, pass } = world([() => ({ kind: 'elsewhere' })]);
    saver.change((journal) => answer(journal, 1, a), { now: true });
    await pass(0);
    saver.change((journal) => answer(journal, 2, a), { now: true });
    await pass(60_000);
    expect(sent).toHaveLength(1);
    expect(saver.state()).toEqual({ kind: 'elsewhere', count: 2 });
    saver.resume(saver.journal());
    await pass(5_000);
    expect(sent[1]?.batch.changes).toHaveLength(2);
  });

  it('lets one answer that the server cannot take hold up no other', async () => {
    const picky = (batch: Batch): SaveOutcome =>
      batch.changes.some(({ item }) => item === 2) ? { kind: 'refused' } : committed(batch);
    const { saver, pass } = world(Array.from({ length: 8 }, () => picky));
    for (const item of [1, 2, 3]) saver.change((journal) => answer(journal, item, a));
    await pass(30_000);
    expect(saver.state()).toEqual({ kind: 'refused', items: [2] });
    expect(saver.journal().entries[3]?.savedRev).toBe(1);
  });

  it('gives a sign of life when nothing changes, so that a takeover and added time are noticed', async () => {
    const { saver, sent, pass } = world();
    saver.resume(saver.journal());
    await pass(31_000);
    expect(sent.map(({ batch }) => batch.changes.length)).toEqual([0, 0]);
  });

  it('flush ends with everything on the server, or says that it is not', async () => {
    const good = world();
    good.saver.change((journal) => answer(journal, 1, a));
    expect(await good.saver.flush()).toBe(true);
    const bad = world([unreachable]);
    bad.saver.change((journal) => answer(journal, 1, a));
    expect(await bad.saver.flush()).toBe(false);
    expect(bad.saver.state()).toEqual({ kind: 'offline', count: 1 });
  });

  it('sends the last words of a page without waiting for the device', async () => {
    const { saver, sent } = world();
    saver.change((journal) => answer(journal, 1, a));
    saver.lastWords();
    expect(sent).toHaveLength(1);
  });
});
