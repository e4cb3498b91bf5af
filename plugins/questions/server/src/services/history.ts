import { type Actor, db } from '@lyceum/core/server';
import type { HistoryEntry } from '../../../contract/index.ts';
import { changesOf, noteOf, verbOf } from '../../../domain/history/changes.ts';
import { type HistoryRecord, historyRows, type ImportRecord, importsOf, timeOf } from '../records/history.ts';
import { requireSeen } from './scope.ts';

/** Entries of one page. */
const PAGE = 50;

const byHand = ({ at, by, action, before, after, batchId, fileName }: HistoryRecord): HistoryEntry => ({
  at: at.toISOString(),
  by,
  verb: verbOf(action),
  changes: changesOf(before, after),
  note: noteOf(after),
  batch: batchId === null ? null : { id: batchId, fileName: fileName ?? '' },
});

const byImport = ({ at, by, batchId, fileName }: ImportRecord): HistoryEntry => ({
  at: at.toISOString(),
  by,
  verb: 'import',
  changes: [],
  note: null,
  batch: { id: batchId, fileName },
});

/**
 * Who changed what and when, newest first. Imports write one entry for the whole batch, so theirs come from what the batch made
 * and changed; on a page stand those that fall between the last entry of the page before and its own last one.
 */
export async function history(
  documentId: string,
  before: number | undefined,
  actor: Actor,
): Promise<{ rows: HistoryEntry[]; next: number | null }> {
  await requireSeen(actor, documentId);
  const found = await historyRows(db(), documentId, before ?? null, PAGE + 1);
  const page = found.slice(0, PAGE);
  const last = found.length > PAGE ? page.at(-1) : undefined;
  const upper = before === undefined ? null : await timeOf(db(), documentId, before);
  const imports = (await importsOf(db(), documentId)).filter(
    ({ at }) => (upper === null || at <= upper) && (last === undefined || at > last.at),
  );
  const rows = [...page.map(byHand), ...imports.map(byImport)].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  return { rows, next: last?.id ?? null };
}
