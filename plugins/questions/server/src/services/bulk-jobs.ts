import { type DocumentId, refuse } from '@lyceum/core/contract';
import {
  type Actor,
  clock,
  db,
  encodeCursor,
  enqueue,
  inTransaction,
  keyset,
  newId,
  staffOf,
  type Tx,
} from '@lyceum/core/server';
import {
  BULK_AT_ONCE,
  BULK_KEPT_DAYS,
  type BulkAction,
  type BulkRun,
  type BulkSelection,
  questionsProblems,
  runBulk,
} from '../../../contract/index.ts';
import * as records from '../records/bulk.ts';
import { carryOut } from './bulk-carry-out.ts';
import { requireKnown, requireRight } from './bulk-facts.ts';
import { takeBack } from './bulk-undo.ts';
import { scopeOf } from './scope.ts';

type Start = { readonly selection: BulkSelection; readonly action: BulkAction };

const isEnded = ({ state }: records.RunRecord) => state === 'finished' || state === 'cancelled';

const mayUndo = (run: records.RunRecord): boolean =>
  isEnded(run) &&
  run.undo_of === null &&
  !run.undone &&
  run.done > 0 &&
  clock.now().getTime() - run.created_at.getTime() < BULK_KEPT_DAYS * 86_400_000;

const toRun = (run: records.RunRecord): BulkRun => ({
  id: run.id,
  action: run.action,
  undoOf: run.undo_of,
  state: run.state,
  total: run.total,
  done: run.done,
  unchanged: run.unchanged,
  failed: run.failed,
  by: run.by ?? '',
  createdAt: run.created_at.toISOString(),
  finishedAt: run.finished_at?.toISOString() ?? null,
  mayUndo: mayUndo(run),
});

const find = async (id: string, actor: Actor): Promise<records.RunRecord> =>
  (await records.findRun(db(), id, await scopeOf(actor))) ?? refuse(questionsProblems.bulkRunNotFound);

/** Does the next rows of a run in one transaction. False when there were none, or when it was cancelled: its undo knows every row. */
export async function doNext(tx: Tx, run: records.RunRecord, actor: Actor): Promise<boolean> {
  if (!(await records.holdRun(tx, run.id))) return false;
  const rows = await records.nextRows(tx, run.id, BULK_AT_ONCE);
  if (rows.length === 0) return false;
  const deed = { action: run.action, actor, scope: await scopeOf(actor) };
  await records.noteRows(tx, run.id, run.undo_of === null ? await carryOut(tx, deed, rows) : await takeBack(tx, deed, rows));
  return true;
}

/** A few at once in the caller's transaction, many as a job. */
async function begin(tx: Tx, id: string, actor: Actor): Promise<BulkRun> {
  const run = await find(id, actor);
  if (run.total > BULK_AT_ONCE) {
    await enqueue(tx, runBulk, { runId: id });
    return toRun(run);
  }
  await doNext(tx, run, actor);
  await records.endRun(tx, id, 'finished');
  return toRun(await find(id, actor));
}

export const bulk = {
  start: ({ selection, action }: Start, actor: Actor): Promise<BulkRun> =>
    inTransaction(async (tx) => {
      const { id: staffId } = staffOf(actor);
      await requireRight(action, staffId);
      await requireKnown(action);
      const id = newId();
      await records.insertRun(tx, { id, action, staffId }, selection, await scopeOf(actor));
      return begin(tx, id, actor);
    }),

  undo: (id: string, actor: Actor): Promise<BulkRun> =>
    inTransaction(async (tx) => {
      const run = await find(id, actor);
      await requireRight(run.action, staffOf(actor).id);
      if (!mayUndo(run)) refuse(questionsProblems.bulkRunState);
      const undoId = newId();
      await records.insertUndo(tx, undoId, run, staffOf(actor).id);
      return begin(tx, undoId, actor);
    }),

  cancel: (id: string, actor: Actor): Promise<BulkRun> =>
    inTransaction(async (tx) => {
      const run = await find(id, actor);
      if (run.undo_of !== null || !(await records.endRun(tx, id, 'cancelled'))) refuse(questionsProblems.bulkRunState);
      return toRun(await find(id, actor));
    }),

  get: async (id: string, actor: Actor): Promise<BulkRun> => toRun(await find(id, actor)),

  async list({ cursor, pageSize, sort }: { cursor?: string | undefined; pageSize: number; sort: string }, actor: Actor) {
    const { after, order } = keyset(
      { cursor, sort },
      { createdAt: { column: 'r.created_at', cast: 'timestamptz' } },
      'r.id',
      'uuid',
    );
    const found = await records.runsPage(db(), await scopeOf(actor), after, order, pageSize + 1);
    const rows = found.slice(0, pageSize);
    const last = rows.at(-1);
    return {
      rows: rows.map(toRun),
      next: found.length > pageSize && last ? encodeCursor([last.sort_value, last.id]) : null,
      total: null,
    };
  },

  async failures(
    id: string,
    { cursor, pageSize, sort }: { cursor?: string | undefined; pageSize: number; sort: string },
    actor: Actor,
  ) {
    const run = await find(id, actor);
    const { after } = keyset(
      { cursor, sort: sort.replace('-', '') },
      { number: { column: 'number', cast: 'int8' } },
      'number',
      'int8',
    );
    const found = await records.failedRows(db(), id, after, pageSize + 1);
    const rows = found.slice(0, pageSize);
    const last = rows.at(-1);
    return {
      rows: rows.map(({ document_id: documentId, code, reason }) => ({ documentId: documentId as DocumentId, code, ...reason })),
      next: found.length > pageSize && last ? encodeCursor([last.number, last.number]) : null,
      total: run.failed,
    };
  },
};
