import type { Journals, KeptJournal } from './journal-store.ts';

const PREFIX = 'lyceum-exam:';

/** Journals in localStorage, for browsers that close IndexedDB. @throws where storage is closed or full */
export async function openLocalJournals(storage: Storage = localStorage): Promise<Journals> {
  storage.setItem(`${PREFIX}probe`, '1');
  storage.removeItem(`${PREFIX}probe`);
  const read = (key: string): KeptJournal | undefined => {
    const text = storage.getItem(key);
    return text === null ? undefined : (JSON.parse(text) as KeptJournal);
  };
  return {
    load: async (attemptId) => read(PREFIX + attemptId),
    write: async (kept) => storage.setItem(PREFIX + kept.attemptId, JSON.stringify(kept)),
    remove: async (attemptId) => storage.removeItem(PREFIX + attemptId),
    all: async () =>
      Array.from({ length: storage.length }, (_, index) => storage.key(index))
        .filter((key) => key?.startsWith(PREFIX) === true)
        .flatMap((key) => read(key ?? '') ?? []),
  };
}
