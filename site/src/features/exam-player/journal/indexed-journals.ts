import type { Journals, KeptJournal } from './journal-store.ts';

const STORE = 'journals';

/** Journals in IndexedDB. A write counts once its transaction is complete. @throws where the browser has none or keeps it closed */
export async function openIndexedJournals(): Promise<Journals> {
  const database = await open();
  const run = <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
      transaction.onerror = () => reject(transaction.error);
    });
  return {
    load: (attemptId) => run<KeptJournal | undefined>('readonly', (store) => store.get(attemptId)),
    write: async (kept) => {
      await run('readwrite', (store) => store.put(kept));
    },
    remove: async (attemptId) => {
      await run('readwrite', (store) => store.delete(attemptId));
    },
    all: () => run<KeptJournal[]>('readonly', (store) => store.getAll()),
  };
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('lyceum-exam', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'attemptId' });
    request.onsuccess = () => {
      // A newer page may want to change the database; it must not wait for this one.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('the database is held by another page'));
  });
}
