import { describe, expect, it } from 'vitest';
import { paperOf } from '../paper.fixture.ts';
import { answer, openJournal } from './journal.ts';
import { type Journals, type KeptJournal, openJournalStore } from './journal-store.ts';
import { openLocalJournals } from './local-journals.ts';

const journal = answer(openJournal(paperOf()), 2, { selected: ['3'] });
const DAY_MS = 24 * 3_600_000;

/** Storage in a map, which can be filled up. */
function fakeStorage(capacity = Number.POSITIVE_INFINITY): Storage & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      if (value.length > capacity) throw new Error('storage is full');
      kept.set(key, value);
    },
    removeItem: (key) => kept.delete(key),
    clear: () => kept.clear(),
  };
}

const broken = async (): Promise<Journals> => {
  throw new Error('closed');
};
const failing = async (): Promise<Journals> => ({
  load: broken as never,
  write: broken as never,
  remove: broken as never,
  all: async () => [],
});

describe('journals on the device', () => {
  it('come back as they were written [E-13]', async () => {
    const storage = fakeStorage();
    const ways = [() => openLocalJournals(storage)];
    const first = await openJournalStore('a1', () => undefined, ways);
    await first.keep(journal);
    const second = await openJournalStore('a1', () => undefined, ways);
    expect(await second.load()).toEqual(journal);
  });

  it('belong to one attempt and go when it was handed in', async () => {
    const storage = fakeStorage();
    const ways = [() => openLocalJournals(storage)];
    const store = await openJournalStore('a1', () => undefined, ways);
    await store.keep(journal);
    expect(await (await openJournalStore('a2', () => undefined, ways)).load()).toBeUndefined();
    await store.clear();
    expect(await store.load()).toBeUndefined();
  });

  it('take the next way when one is closed, or breaks in the middle', async () => {
    const storage = fakeStorage();
    for (const first of [broken, failing]) {
      const store = await openJournalStore('a1', () => undefined, [first, () => openLocalJournals(storage)]);
      await store.keep(journal);
      expect(storage.kept.size).toBe(1);
    }
  });

  it('tell once when nothing outlives the page, and never stop the work', async () => {
    let told = 0;
    const store = await openJournalStore('a1', () => {
      told += 1;
    }, [broken, () => openLocalJournals(fakeStorage(10))]);
    await store.keep(journal);
    await store.keep(journal);
    expect(await store.load()).toBeUndefined();
    expect(told).toBe(1);
  });

  it('of other attempts stay for more than a day and go after two weeks', async () => {
    const storage = fakeStorage();
    const journals = await openLocalJournals(storage);
    const kept = (attemptId: string, days: number): KeptJournal => ({
      attemptId,
      journal,
      writtenAtMs: Date.now() - days * DAY_MS,
    });
    await journals.write(kept('fresh', 2));
    await journals.write(kept('old', 20));
    const store = await openJournalStore('a1', () => undefined, [async () => journals]);
    await store.load();
    await store.load();
    expect((await journals.all()).map(({ attemptId }) => attemptId)).toEqual(['fresh']);
  });
});
