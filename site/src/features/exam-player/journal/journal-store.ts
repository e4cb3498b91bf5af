import { openIndexedJournals } from './indexed-journals.ts';
import type { Journal } from './journal.ts';
import { openLocalJournals } from './local-journals.ts';

/** Unsent answers stay on the device for at least a day; a forgotten journal goes after two weeks. */
const KEEP_MS = 14 * 24 * 3_600_000;

/** A journal with the instant it was written, by the device's own clock. */
export type KeptJournal = { readonly attemptId: string; readonly journal: Journal; readonly writtenAtMs: number };

/** One way of keeping journals on the device. Every call may fail. */
export type Journals = {
  readonly load: (attemptId: string) => Promise<KeptJournal | undefined>;
  readonly write: (kept: KeptJournal) => Promise<void>;
  readonly remove: (attemptId: string) => Promise<void>;
  readonly all: () => Promise<KeptJournal[]>;
};

export type JournalStore = {
  readonly load: () => Promise<Journal | undefined>;
  readonly keep: (journal: Journal) => Promise<void>;
  readonly clear: () => Promise<void>;
};

/**
 * Keeps one attempt's journal on the device: IndexedDB, else localStorage, else this page's memory.
 * @param onLost called once when nothing outlives the page, so that the learner can be told
 */
export async function openJournalStore(
  attemptId: string,
  onLost: () => void,
  ways: readonly (() => Promise<Journals>)[] = [openIndexedJournals, openLocalJournals],
): Promise<JournalStore> {
  let left = [...ways];
  let current = await nextWay();
  let told = false;

  async function nextWay(): Promise<Journals | undefined> {
    while (left.length > 0) {
      const [open, ...rest] = left;
      left = rest;
      try {
        return await open?.();
      } catch {
        // Closed in private windows and by policy; the next way may work.
      }
    }
    return undefined;
  }

  /** Does the work in the current way; when that fails (storage full, database lost) in the next. */
  async function attempt<T>(work: (journals: Journals) => Promise<T>): Promise<T | undefined> {
    while (current !== undefined) {
      try {
        return await work(current);
      } catch {
        current = await nextWay();
      }
    }
    if (!told) onLost();
    told = true;
    return undefined;
  }

  void attempt(async (journals) => {
    const old = (await journals.all()).filter((kept) => kept.attemptId !== attemptId && kept.writtenAtMs < Date.now() - KEEP_MS);
    for (const kept of old) await journals.remove(kept.attemptId);
  });

  return {
    load: async () => (await attempt((journals) => journals.load(attemptId)))?.journal,
    keep: async (journal) => {
      await attempt((journals) => journals.write({ attemptId, journal, writtenAtMs: Date.now() }));
    },
    clear: async () => {
      await attempt((journals) => journals.remove(attemptId));
    },
  };
}
