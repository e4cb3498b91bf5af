import {
  acknowledge,
  type Batch,
  drop,
  type Journal,
  nextBatch,
  outrank,
  refusedItems,
  setRefused,
  takeBatch,
  unsent,
  unsentCount,
} from './journal.ts';
import { retryDelay, saveDelay } from './pace.ts';
import { type SavePhase, savedState } from './saved-state.ts';
import type { SaveOutcome, Saver, SaverWorld } from './saver-world.ts';

const BLOCKED: readonly SavePhase[] = ['elsewhere', 'signedOut', 'closed'];

/**
 * Sends the journal: one call at a time, all changed questions together, each written on the device before it goes out,
 * tried again until the server has committed it [E-13, E-14].
 */
export function createSaver(initial: Journal, world: SaverWorld, onChange: () => void): Saver {
  let journal = initial;
  let phase: SavePhase = 'quiet';
  let online = true;
  let failures = 0;
  let renewals = 0;
  let changedAtMs: number | null = null;
  let sentAtMs: number | null = null;
  let savedAtMs: number | null = null;
  let cancelTimer: () => void = () => undefined;
  let running: Promise<void> | null = null;
  /** After a refusal the questions go one by one, until the one the server cannot take is found. */
  let oneByOne = false;
  let renewNext = false;

  const blocked = () => BLOCKED.includes(phase);
  const enter = (next: SavePhase) => {
    phase = next;
    onChange();
  };

  function schedule(): void {
    // A page that waits for its next try keeps that appointment; cancelling it here would leave the answers where they are.
    if (blocked() || running !== null || phase === 'retrying') return;
    cancelTimer();
    if (unsent(journal).length === 0) {
      changedAtMs = null;
      enter('quiet');
      cancelTimer = world.setTimer(world.heartbeatMs, beat);
      return;
    }
    changedAtMs ??= world.now();
    enter('waiting');
    cancelTimer = world.setTimer(saveDelay(world.everyMs, world.now(), changedAtMs, sentAtMs), pump);
  }

  function retry(retryAfterSec?: number): void {
    failures += 1;
    enter('retrying');
    cancelTimer();
    cancelTimer = world.setTimer(retryDelay(failures, world.random(), retryAfterSec), pump);
  }

  function pump(): void {
    cancelTimer();
    if (running !== null || blocked()) return;
    running = sendOnce(true)
      .catch(() => retry())
      .finally(() => {
        running = null;
        // What changed while the call was under way.
        if (phase === 'sending' || phase === 'waiting') schedule();
      });
  }

  async function sendOnce(keepFirst: boolean): Promise<void> {
    const next = takeBatch(journal, oneByOne ? 1 : undefined);
    journal = next.journal;
    changedAtMs = null;
    sentAtMs = world.now();
    // A page that waits for the network says so until the answer is there, not "saving" at each try.
    if (phase !== 'retrying') enter('sending');
    if (keepFirst) await world.keep(journal);
    settle(next.batch, await world.send(next.batch));
    await follow();
  }

  function settle(batch: Batch, outcome: SaveOutcome): void {
    switch (outcome.kind) {
      case 'saved':
        journal = accept(journal, batch, outcome.revs, outcome.closedItems);
        failures = 0;
        renewals = 0;
        savedAtMs = world.wallNow();
        // An answer is stronger than the browser's word: a machine whose only network is itself counts as offline there.
        online = true;
        if (unsent(journal).length === 0) oneByOne = false;
        void world.keep(journal);
        if (!blocked()) enter('sending');
        return;
      case 'refused':
        if (batch.changes.length > 1) oneByOne = true;
        else journal = setRefused(journal, batch.changes);
        sentAtMs = null;
        // A sign of life that is refused would be sent again at once, without end.
        if (batch.changes.length === 0) retry();
        else if (!blocked()) enter('sending');
        return;
      case 'ticketExpired':
        renewNext = true;
        return;
      case 'unreachable':
        if (!blocked()) retry(outcome.retryAfterSec);
        return;
      case 'elsewhere':
      case 'signedOut':
      case 'closed':
        enter(outcome.kind);
    }
  }

  async function follow(): Promise<void> {
    if (!renewNext) return;
    renewNext = false;
    renewals += 1;
    // A fresh ticket that is refused as well is no reason to ask for tickets without end.
    const outcome = renewals > 2 ? 'unreachable' : await world.renew();
    if (blocked()) return;
    if (outcome === 'renewed') await sendOnce(false);
    else if (outcome === 'unreachable') retry();
    else enter(outcome);
  }

  function nudge(): void {
    if (phase !== 'retrying') return;
    failures = 0;
    pump();
  }

  function block(because: 'elsewhere' | 'signedOut'): void {
    cancelTimer();
    if (phase !== 'closed') enter(because);
  }

  function beat(): void {
    if (phase === 'quiet') pump();
  }

  return {
    journal: () => journal,
    phase: () => phase,
    state: () => savedState({ phase, unsent: unsentCount(journal), online, savedAtMs, refused: refusedItems(journal) }),
    change(update, options = {}) {
      const before = journal;
      journal = update(journal);
      if (journal === before) return;
      void world.keep(journal);
      if (options.now === true && phase !== 'retrying') pump();
      else schedule();
      onChange();
    },
    async flush() {
      // Twice is enough for what changed meanwhile; one by one needs as many calls as there are changes.
      for (let round = 0; round < 3 + unsent(journal).length; round += 1) {
        if (running !== null) await running;
        if (blocked()) return unsent(journal).length === 0;
        if (unsent(journal).length === 0) return true;
        const failedBefore = failures;
        pump();
        if (running !== null) await running;
        if (failures > failedBefore) return false;
      }
      return unsent(journal).length === 0;
    },
    lastWords() {
      if (blocked() || unsent(journal).length === 0) return;
      const next = nextBatch(journal);
      if (next === null) return;
      journal = next.journal;
      void world.keep(journal);
      // Beside a call that may be under way: the server takes revisions in any order.
      world.send(next.batch).then(
        (outcome) => outcome.kind === 'saved' && settle(next.batch, outcome),
        () => undefined,
      );
    },
    beat,
    nudge,
    setOnline(value) {
      online = value;
      onChange();
      if (value) nudge();
    },
    giveWay: () => block('elsewhere'),
    block,
    look(item) {
      journal = { ...journal, position: item };
      onChange();
    },
    resume(fresh) {
      journal = fresh;
      failures = 0;
      renewals = 0;
      phase = 'quiet';
      schedule();
    },
    stop() {
      cancelTimer();
      enter('closed');
    },
  };
}

/** What a committed call means for the journal. */
function accept(journal: Journal, batch: Batch, revs: Readonly<Record<string, number>>, closedItems: readonly number[]): Journal {
  const held = (item: number, rev: number) => revs[item] ?? rev;
  const isClosed = ({ item }: { item: number }) => closedItems.includes(item);
  const open = batch.changes.filter((change) => !isClosed(change));
  const acknowledged = acknowledge(
    journal,
    open.filter(({ item, rev }) => held(item, rev) <= rev),
  );
  const outranked = open
    .filter(({ item, rev }) => held(item, rev) > rev)
    .reduce((current, { item, rev }) => outrank(current, item, held(item, rev)), acknowledged);
  return drop(outranked, batch.changes.filter(isClosed));
}
