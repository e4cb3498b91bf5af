import type { ItemResponse, Paper } from '@lyceum/exams/contract';

/** What is known of one question on this device; its newest state stands in for all earlier ones. */
export type Entry = {
  /** Place on the whole paper, from 1. */
  readonly item: number;
  /** Grows by one with each change, over all devices: the server keeps the highest. */
  readonly rev: number;
  /** Highest revision that the server has committed. */
  readonly savedRev: number;
  /** Newest revision that the learner made on purpose (answer, flag). Time and "seen" are sent as well, but nobody waits for them. */
  readonly madeRev: number;
  /** Revision that the server said it can never take; not sent again until it changes. */
  readonly refusedRev: number;
  readonly response: ItemResponse | null;
  readonly flagged: boolean;
  readonly secondsSpent: number;
};

export type Journal = {
  readonly attemptId: string;
  /** Sequence number of the last batch; grows with each try, so that the server can tell an old batch that arrives late. */
  readonly deviceSeq: number;
  /** The question on screen. */
  readonly position: number;
  readonly entries: Readonly<Record<number, Entry>>;
};

/** One question's state in a batch. */
export type Change = Pick<Entry, 'item' | 'rev' | 'response' | 'flagged' | 'secondsSpent'>;
/** What one save call carries. */
export type Batch = { readonly deviceSeq: number; readonly position: number; readonly changes: Change[] };

/** Changes of one call at most; further ones follow in the next. */
export const MAX_CHANGES = 200;

const UNTOUCHED = { rev: 0, response: null, flagged: false, secondsSpent: 0 } as const;

/** The journal of a paper as the server has it: one entry a question, also for those not seen yet. */
export function openJournal(paper: Pick<Paper, 'attemptId' | 'position' | 'sections' | 'responses'>): Journal {
  const items = paper.sections.flatMap((section) => section.items.map(({ item }) => item));
  const entries = items.map((item): [number, Entry] => {
    const saved = paper.responses[item] ?? UNTOUCHED;
    return [item, { item, ...saved, savedRev: saved.rev, madeRev: 0, refusedRev: 0 }];
  });
  return { attemptId: paper.attemptId, deviceSeq: 0, position: paper.position, entries: Object.fromEntries(entries) };
}

/**
 * Takes over what an earlier page on this device kept and the server does not have: entries with a higher revision.
 * A question of the same or a higher revision on the server was changed elsewhere since, and stays as it is there.
 */
export function mergeKept(journal: Journal, kept: Journal): Journal {
  const newer = Object.values(kept.entries).filter((entry) => {
    const known = journal.entries[entry.item];
    return known !== undefined && entry.rev > known.rev;
  });
  const entries = { ...journal.entries };
  for (const entry of newer) entries[entry.item] = { ...entry, savedRev: journal.entries[entry.item]?.savedRev ?? 0 };
  return {
    ...journal,
    deviceSeq: Math.max(journal.deviceSeq, kept.deviceSeq),
    // Where answers wait that the server has not seen, the learner was further here than it knows.
    position: newer.some((entry) => entry.madeRev > (journal.entries[entry.item]?.rev ?? 0)) ? kept.position : journal.position,
    entries,
  };
}

/** The learner answered, or cleared the answer with null. */
export const answer = (journal: Journal, item: number, response: ItemResponse | null): Journal =>
  make(journal, item, { response });

export const setFlag = (journal: Journal, item: number, flagged: boolean): Journal => make(journal, item, { flagged });

/** The question came on screen; from now on it counts as seen. */
export function visit(journal: Journal, item: number): Journal {
  const moved = journal.position === item ? journal : { ...journal, position: item };
  const entry = moved.entries[item];
  return entry === undefined || entry.rev > 0 ? moved : put(moved, { ...entry, rev: 1 });
}

/** Adds whole seconds to the time spent on a question. */
export function spend(journal: Journal, item: number, seconds: number): Journal {
  const entry = journal.entries[item];
  if (entry === undefined || seconds <= 0) return journal;
  return put(journal, { ...entry, rev: entry.rev + 1, secondsSpent: entry.secondsSpent + seconds });
}

/** Everything the server does not have yet, oldest question first. */
export const unsent = (journal: Journal): Entry[] =>
  Object.values(journal.entries).filter((entry) => entry.rev > entry.savedRev && entry.rev !== entry.refusedRev);

/** Questions with an answer or a flag that the server does not have. This is the number the learner reads. */
export const unsentCount = (journal: Journal): number =>
  Object.values(journal.entries).filter((entry) => entry.madeRev > entry.savedRev && entry.rev !== entry.refusedRev).length;

/** Questions whose newest state the server refused for good. */
export const refusedItems = (journal: Journal): number[] =>
  Object.values(journal.entries)
    .filter((entry) => entry.refusedRev > 0 && entry.rev === entry.refusedRev)
    .map((entry) => entry.item);

/** The next call: all that is unsent, with the next sequence number. Null when the server has everything. */
export function nextBatch(journal: Journal, limit: number = MAX_CHANGES): { journal: Journal; batch: Batch } | null {
  return unsent(journal).length === 0 ? null : takeBatch(journal, limit);
}

/** The same, but with nothing to send it is a sign of life: the reply brings the time and tells of a takeover. */
export function takeBatch(journal: Journal, limit: number = MAX_CHANGES): { journal: Journal; batch: Batch } {
  const deviceSeq = journal.deviceSeq + 1;
  const changes = unsent(journal)
    .slice(0, limit)
    .map(({ item, rev, response, flagged, secondsSpent }) => ({ item, rev, response, flagged, secondsSpent }));
  return { journal: { ...journal, deviceSeq }, batch: { deviceSeq, position: journal.position, changes } };
}

/** The server has committed a batch. What changed since it was sent stays unsent. */
export function acknowledge(journal: Journal, changes: readonly Pick<Change, 'item' | 'rev'>[]): Journal {
  return changes.reduce((current, { item, rev }) => {
    const entry = current.entries[item];
    return entry === undefined || entry.savedRev >= rev ? current : put(current, { ...entry, savedRev: rev });
  }, journal);
}

/**
 * The server has a higher revision than we sent: another page wrote in between. Ours is the newer wish where the learner
 * made it on this page, so it goes out again above the server's number.
 */
export function outrank(journal: Journal, item: number, serverRev: number): Journal {
  const entry = journal.entries[item];
  if (entry === undefined || entry.rev > serverRev) return journal;
  const rev = serverRev + 1;
  return put(journal, { ...entry, savedRev: serverRev, rev, madeRev: entry.madeRev > entry.savedRev ? rev : entry.madeRev });
}

/** The server cannot take this state of the question; the rest must not wait for it. */
export function setRefused(journal: Journal, changes: readonly Pick<Change, 'item' | 'rev'>[]): Journal {
  return changes.reduce((current, { item, rev }) => {
    const entry = current.entries[item];
    return entry === undefined ? current : put(current, { ...entry, refusedRev: rev });
  }, journal);
}

/**
 * The question is closed, so its change cannot be taken any more. An answer the learner made stays marked as refused;
 * time and "seen" are let go without a word.
 */
export function drop(journal: Journal, changes: readonly Pick<Change, 'item' | 'rev'>[]): Journal {
  const made = changes.filter(({ item }) => {
    const entry = journal.entries[item];
    return entry !== undefined && entry.madeRev > entry.savedRev;
  });
  return setRefused(
    acknowledge(
      journal,
      changes.filter((change) => !made.includes(change)),
    ),
    made,
  );
}

function make(journal: Journal, item: number, change: Partial<Pick<Entry, 'response' | 'flagged'>>): Journal {
  const entry = journal.entries[item];
  if (entry === undefined) return journal;
  const rev = entry.rev + 1;
  return put(journal, { ...entry, ...change, rev, madeRev: rev });
}

const put = (journal: Journal, entry: Entry): Journal => ({ ...journal, entries: { ...journal.entries, [entry.item]: entry } });
