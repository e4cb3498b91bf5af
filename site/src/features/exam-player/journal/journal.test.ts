import { describe, expect, it } from 'vitest';
import { paperOf } from '../paper.fixture.ts';
import {
  acknowledge,
  answer,
  drop,
  mergeKept,
  nextBatch,
  openJournal,
  outrank,
  refusedItems,
  setFlag,
  setRefused,
  spend,
  unsent,
  unsentCount,
  visit,
} from './journal.ts';

const fresh = () => openJournal(paperOf());
const a = { selected: ['1'] };
const b = { selected: ['2'] };

describe('journal', () => {
  it('sends all changed questions together, each with its newest state [E-13]', () => {
    const journal = setFlag(answer(answer(answer(fresh(), 1, a), 1, b), 3, a), 3, true);
    expect(nextBatch(journal)?.batch).toEqual({
      deviceSeq: 1,
      position: 1,
      changes: [
        { item: 1, rev: 2, response: b, flagged: false, secondsSpent: 0 },
        { item: 3, rev: 2, response: a, flagged: true, secondsSpent: 0 },
      ],
    });
  });

  it('gives every try a higher sequence number [R8]', () => {
    const first = nextBatch(answer(fresh(), 1, a));
    const second = first === null ? null : nextBatch(first.journal);
    expect([first?.batch.deviceSeq, second?.batch.deviceSeq]).toEqual([1, 2]);
    expect(second?.batch.changes).toEqual(first?.batch.changes);
  });

  it('has nothing to send once the server has committed everything', () => {
    const journal = acknowledge(answer(fresh(), 1, a), [{ item: 1, rev: 1 }]);
    expect(nextBatch(journal)).toBeNull();
    expect(unsentCount(journal)).toBe(0);
  });

  it('keeps a change made while its predecessor was on the way [E-14]', () => {
    const sent = answer(fresh(), 1, a);
    const changed = acknowledge(answer(sent, 1, b), [{ item: 1, rev: 1 }]);
    expect(unsent(changed)).toMatchObject([{ item: 1, rev: 2, response: b }]);
  });

  it('ignores an acknowledgement that arrives after a newer one [R8]', () => {
    const journal = acknowledge(acknowledge(answer(answer(fresh(), 1, a), 1, b), [{ item: 1, rev: 2 }]), [{ item: 1, rev: 1 }]);
    expect(journal.entries[1]?.savedRev).toBe(2);
  });

  it('clearing an answer is a change like any other', () => {
    const journal = answer(answer(fresh(), 1, a), 1, null);
    expect(unsent(journal)).toMatchObject([{ rev: 2, response: null }]);
  });

  it('counts for the learner answers and flags only, not time and "seen"', () => {
    const journal = spend(visit(fresh(), 2), 2, 8);
    expect(unsent(journal)).toHaveLength(1);
    expect(unsentCount(journal)).toBe(0);
    expect(unsentCount(setFlag(journal, 3, true))).toBe(1);
  });

  it('marks a question as seen once and remembers where the learner is', () => {
    const once = visit(fresh(), 2);
    expect(once.position).toBe(2);
    expect(visit(once, 2)).toBe(once);
    expect(once.entries[2]?.rev).toBe(1);
  });

  it('carries at most the stated number of changes in one call', () => {
    const journal = answer(answer(answer(fresh(), 1, a), 2, a), 3, a);
    expect(nextBatch(journal, 2)?.batch.changes.map(({ item }) => item)).toEqual([1, 2]);
  });

  it('does not send a refused state again until it changes', () => {
    const refused = setRefused(answer(fresh(), 1, a), [{ item: 1, rev: 1 }]);
    expect(nextBatch(refused)).toBeNull();
    expect(refusedItems(refused)).toEqual([1]);
    const again = answer(refused, 1, b);
    expect(nextBatch(again)?.batch.changes).toHaveLength(1);
    expect(refusedItems(again)).toEqual([]);
  });

  it('lets time of a closed question go silently, and an answer not', () => {
    const quiet = drop(spend(fresh(), 1, 5), [{ item: 1, rev: 1 }]);
    expect([unsent(quiet).length, refusedItems(quiet)]).toEqual([0, []]);
    const made = drop(answer(fresh(), 1, a), [{ item: 1, rev: 1 }]);
    expect([unsent(made).length, refusedItems(made)]).toEqual([0, [1]]);
  });

  it('sends the newest wish of this page above a revision another page wrote', () => {
    const journal = outrank(answer(fresh(), 1, a), 1, 4);
    expect(unsent(journal)).toMatchObject([{ item: 1, rev: 5, response: a }]);
    expect(unsentCount(journal)).toBe(1);
  });
});

describe('continuing after a reload, a crash or on another device', () => {
  const saved = { rev: 3, response: a, flagged: false, secondsSpent: 12 };
  const server = () => openJournal(paperOf({ responses: { 1: saved }, position: 1 }));

  it('starts from what the server has [E-13]', () => {
    expect(server().entries[1]).toMatchObject({ rev: 3, savedRev: 3, response: a, secondsSpent: 12 });
    expect(nextBatch(server())).toBeNull();
  });

  it('sends what this device kept and the server does not have, at the same question [E-14]', () => {
    const kept = visit(answer(answer(server(), 1, b), 2, b), 2);
    const merged = mergeKept(server(), { ...kept, deviceSeq: 9 });
    expect(unsent(merged).map(({ item, rev }) => [item, rev])).toEqual([
      [1, 4],
      [2, 1],
    ]);
    expect(merged.position).toBe(2);
    expect(nextBatch(merged)?.batch.deviceSeq).toBe(10);
  });

  it('leaves a question as it is on the server when another device changed it since', () => {
    const kept = answer(server(), 1, b);
    const elsewhere = openJournal(paperOf({ responses: { 1: { ...saved, rev: 6 } } }));
    expect(mergeKept(elsewhere, kept).entries[1]).toMatchObject({ rev: 6, response: a });
  });

  it('numbers new changes above whatever was seen', () => {
    expect(answer(server(), 1, b).entries[1]?.rev).toBe(4);
  });
});
