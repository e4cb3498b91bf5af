import { actorKey, audit, type Tx } from '@lyceum/core/server';
import type { Patch } from '../../../domain/bulk/patch.ts';
import { contentHash } from '../../../domain/question/hashes.ts';
import type { RowRecord, RowResult, Standing } from '../records/bulk.ts';
import { lockDrafts, setState, standings, writePatches } from '../records/bulk-write.ts';
import { toInput } from '../records/question-row.ts';
import { insertDeleted, publishRevisions, takenCodes, takenTranslations, withdraw } from '../records/restore.ts';
import { because, type Deed } from './bulk-carry-out.ts';
import { type Draft, draftsFor } from './bulk-facts.ts';

const NOTE = 'undo';

/** Whether what the action wrote is no longer so. Other changes since are no hindrance: taking back leaves them alone. */
function isSince({ before, after }: RowRecord, draft: Draft, now: Standing | undefined): boolean {
  if (!after || !now) return true;
  if (before?.standing) return after.state !== now.state || after.version !== now.version;
  const { patch } = draft.facts;
  return Object.entries(after.patch ?? {}).some(
    ([field, value]) => JSON.stringify(patch[field as keyof Patch]) !== JSON.stringify(value),
  );
}

const failed = ({ number }: RowRecord, reason: Parameters<typeof because>[0]): RowResult => ({
  number,
  result: 'failed',
  reason: because(reason),
});

/** Puts questions where they stood: drafts into their state, the pool to the revision it held. */
async function putBack(tx: Tx, { actor, scope }: Deed, rows: readonly RowRecord[]): Promise<void> {
  const stood = rows.flatMap(({ document_id: documentId, before }) =>
    before?.standing ? [{ documentId, ...before.standing }] : [],
  );
  for (const state of new Set(stood.map((one) => one.state))) {
    const ids = stood.filter((one) => one.state === state).map(({ documentId }) => documentId);
    await setState(tx, ids, state, scope.staffId);
  }
  await withdraw(
    tx,
    stood.filter(({ published }) => !published).map(({ documentId }) => documentId),
  );
  await publishRevisions(
    tx,
    stood.filter(({ published }) => published),
    actorKey(actor),
    NOTE,
  );
}

/** Puts deleted questions back, but for those whose code, or place as a translation, another one has by now. */
async function undelete(tx: Tx, deed: Deed, rows: readonly RowRecord[]): Promise<RowResult[]> {
  const taken = await takenCodes(
    tx,
    rows.map(({ code }) => code),
  );
  const replaced = await takenTranslations(
    tx,
    rows.flatMap(({ before }) => (before?.row ? [before.row] : [])),
  );
  const possible = rows.filter(
    ({ code, document_id: id, before }) => !taken.has(code) && !replaced.has(id) && before?.row !== undefined,
  );
  await insertDeleted(
    tx,
    possible.map(({ before }) => ({ row: before?.row ?? {}, topic: before?.topic ?? null })),
  );
  await putBack(tx, deed, possible);
  const back = new Set(possible.map(({ number }) => number));
  return rows.map((row) => {
    if (back.has(row.number)) return { number: row.number, result: 'done' };
    return failed(row, taken.has(row.code) ? 'codeTaken' : 'changedSince');
  });
}

/** Writes the fields as they were. */
async function unpatch(tx: Tx, { scope }: Deed, rows: readonly (RowRecord & { draft: Draft })[]): Promise<void> {
  await writePatches(
    tx,
    rows.map(({ document_id: documentId, before, draft }) => {
      const patch = { ...draft.facts.patch, ...before?.patch };
      return { ...patch, documentId, hash: contentHash({ ...toInput(draft.record), ...patch }) };
    }),
    scope.staffId,
  );
}

/**
 * Takes an action back for a few hundred questions, in the caller's transaction. What somebody changed since stays and is listed.
 */
export async function takeBack(tx: Tx, deed: Deed, rows: readonly RowRecord[]): Promise<RowResult[]> {
  const results = deed.action.kind === 'delete' ? await undelete(tx, deed, rows) : await unmove(tx, deed, rows);
  for (const { number, result } of results) {
    const row = rows.find((one) => one.number === number);
    if (result !== 'done' || !row) continue;
    const { row: whole, ...kept } = row.before ?? {};
    await audit(tx, {
      actor: deed.actor,
      action: `questions.undo.${deed.action.kind}`,
      object: `question:${row.document_id}`,
      after: whole ? { code: row.code } : (kept.patch ?? { status: kept.standing?.state }),
    });
  }
  return results;
}

async function unmove(tx: Tx, deed: Deed, rows: readonly RowRecord[]): Promise<RowResult[]> {
  const ids = rows.map((row) => row.document_id);
  await lockDrafts(tx, ids);
  const now = new Map((await standings(tx, ids)).map((one) => [one.documentId, one]));
  const drafts = await draftsFor({ kind: 'archive' }, ids, deed.scope);
  const blocked = new Map<number, RowResult>();
  const possible: (RowRecord & { draft: Draft })[] = [];
  for (const row of rows) {
    const draft = drafts.get(row.document_id);
    if (!draft) blocked.set(row.number, failed(row, 'gone'));
    else if (!draft.facts.mayChange) blocked.set(row.number, failed(row, 'readOnly'));
    else if (isSince(row, draft, now.get(row.document_id))) blocked.set(row.number, failed(row, 'changedSince'));
    else possible.push({ ...row, draft });
  }
  await unpatch(
    tx,
    deed,
    possible.filter(({ before }) => before?.patch),
  );
  await putBack(tx, deed, possible);
  return rows.map((row) => blocked.get(row.number) ?? { number: row.number, result: 'done' });
}
