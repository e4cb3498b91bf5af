import { type DocumentId, refuse } from '@lyceum/core/contract';
import { type Actor, announce, audit, auditEach, db, enqueue, inTransaction, staffOf, type Tx } from '@lyceum/core/server';
import {
  type ImportBatch,
  questionEvents,
  questionsProblems,
  type UndoPlan,
  type UndoResult,
  undoBatch,
} from '../../../contract/index.ts';
import { undoOf } from '../../../domain/import/undo.ts';
import { type BatchRecord, lockBatch } from '../records/import-batch.ts';
import {
  countUndo,
  documentsOfRevisions,
  dropPublished,
  dropQuestions,
  dropTopics,
  emptyTopics,
  endUndo,
  forgetBefore,
  lockDrafts,
  noteUndo,
  publishedBefore,
  queueUndo,
  restoreDrafts,
  type UndoCandidate,
  undoCandidates,
} from '../records/import-undo.ts';
import { leavePool, publishDrafts, raisePoolVersion } from '../records/publish.ts';
import { forgetRedirectsTo } from '../records/redirect.ts';
import { batchOf, notBusy, toBatch } from './import-batch.ts';
import { itemResponses } from './use-figures.ts';
import { usesOf } from './uses.ts';

const CHUNK = 500;
const ALL = 1_000_000;

/** A batch that did something and was not taken back. @throws Refusal `importState` or `importUndone` */
function undoable(batch: BatchRecord): BatchRecord {
  notBusy(batch);
  return batch.undo_state === 'finished' ? refuse(questionsProblems.importUndone) : batch;
}

/** Questions of the bank that attempts were given since the batch began: a revision of them was answered. */
export async function answeredSince({ started_at: startedAt }: Pick<BatchRecord, 'started_at'>): Promise<Set<DocumentId>> {
  const revisions = new Set<number>();
  for await (const { revisionId } of itemResponses(startedAt)) revisions.add(revisionId);
  return new Set(await documentsOfRevisions(db(), [...revisions]));
}

type Judged = UndoCandidate & { readonly undo: UndoResult };

/** What is to be done with each candidate. Exams that name a question only keep it from being removed. */
async function judged(candidates: readonly UndoCandidate[], answered: ReadonlySet<DocumentId>): Promise<Judged[]> {
  const made = candidates.filter(({ result }) => result === 'created').map(({ documentId }) => documentId);
  const named = new Set<string>((await usesOf(made)).map(({ documentId }) => documentId));
  return candidates.map((candidate) => {
    const { documentId, result, leftHash, currentHash, isThere, isSettled } = candidate;
    const isUsed = answered.has(documentId) || (result === 'created' && named.has(documentId));
    const did = result === 'skipped' ? 'published' : result;
    return { ...candidate, undo: undoOf({ did, leftHash, currentHash, isThere, isUsed, isSettled }) };
  });
}

const idsOf = (rows: readonly Judged[], undo: UndoResult): DocumentId[] =>
  rows.filter((row) => row.undo === undo).map(({ documentId }) => documentId);

/** What taking the batch back would do, for the dialog that asks. */
export async function undoPlan(id: string): Promise<UndoPlan> {
  const batch = undoable(await batchOf(id));
  const rows = await judged(await undoCandidates(db(), id, ALL), await answeredSince(batch));
  if (rows.length === 0) return refuse(questionsProblems.importUndone);
  return {
    removes: idsOf(rows, 'removed').length,
    restores: idsOf(rows, 'restored').length,
    used: idsOf(rows, 'kept-used').length,
    edited: idsOf(rows, 'kept-edited').length,
    topics: batch.new_topic_ids.length,
  };
}

/** Queues the work; the job follows the commit. */
export async function startUndo(id: string, actor: Actor): Promise<ImportBatch> {
  const staff = staffOf(actor);
  const plan = await undoPlan(id);
  return inTransaction(async (tx) => {
    undoable((await lockBatch(tx, id)) ?? refuse(questionsProblems.importNotFound));
    await queueUndo(tx, id, staff.id, plan.removes + plan.restores + plan.used + plan.edited);
    await enqueue(tx, undoBatch, { batchId: id });
    await audit(tx, { actor, action: 'questions.undoImport', object: `import:${id}`, after: plan });
    return toBatch(await batchOf(id));
  });
}

const NOTE = 'Import taken back';

/** Puts drafts and what is published of them back to how they were before the batch. */
async function restore(tx: Tx, { id, undo_by: by }: BatchRecord, ids: readonly DocumentId[]): Promise<void> {
  if (ids.length === 0) return;
  const before = await publishedBefore(tx, id, ids);
  const republished = before.filter((one) => one.wasPublished && !one.isSamePublished).map(({ documentId }) => documentId);
  await restoreDrafts(tx, id, republished, 'published');
  await publishDrafts(tx, republished, by === null ? null : `staff:${by}`, NOTE);
  await restoreDrafts(tx, id, ids, 'draft');
  const unpublished = before.filter((one) => !one.wasPublished && one.isPublished).map(({ documentId }) => documentId);
  if (unpublished.length > 0) {
    await dropPublished(tx, unpublished);
    await leavePool(tx, unpublished);
  }
  await forgetBefore(tx, id, ids);
}

async function remove(tx: Tx, ids: readonly DocumentId[]): Promise<void> {
  if (ids.length === 0) return;
  await dropQuestions(tx, ids);
  await leavePool(tx, ids);
}

/** One part of the work in one transaction; false when nothing is left. */
export async function undoChunk(batch: BatchRecord, answered: ReadonlySet<DocumentId>): Promise<boolean> {
  return inTransaction(async (tx) => {
    const found = await undoCandidates(tx, batch.id, CHUNK);
    await lockDrafts(
      tx,
      found.map(({ documentId }) => documentId),
    );
    // Looked at again under the lock: an edit may have come between.
    const rows = await judged(await undoCandidates(tx, batch.id, CHUNK), answered);
    if (rows.length === 0) return false;
    const removed = idsOf(rows, 'removed');
    const restored = idsOf(rows, 'restored');
    await remove(tx, removed);
    await restore(tx, batch, restored);
    await auditEach(tx, {
      actor: batch.undo_by === null ? 'system' : { kind: 'staff', id: batch.undo_by, email: '' },
      action: 'questions.undoImport',
      objects: [...removed, ...restored].map((documentId) => `question:${documentId}`),
      after: { batch: batch.id },
    });
    await noteUndo(tx, batch.id, rows);
    const kept = idsOf(rows, 'kept-used').length + idsOf(rows, 'kept-edited').length;
    await countUndo(tx, batch.id, { removed: removed.length, restored: restored.length, kept });
    return true;
  });
}

/** Topics that the batch made go when they are empty, those below first. */
async function removeTopics(tx: Tx, topicIds: readonly string[]): Promise<DocumentId[]> {
  const gone: DocumentId[] = [];
  for (;;) {
    const empty = await emptyTopics(tx, topicIds);
    if (empty.length === 0) break;
    await dropTopics(tx, empty);
    for (const topicId of empty) await forgetRedirectsTo(tx, topicId);
    gone.push(...empty);
  }
  if (gone.length > 0) await raisePoolVersion(tx);
  for (let at = 0; at < gone.length; at += 2_000)
    await announce(tx, questionEvents.topicsChanged, { topicIds: gone.slice(at, at + 2_000) });
  return gone;
}

/** The end of the work: empty topics go, and the audit says what was done. */
export async function finishUndo(id: string): Promise<void> {
  await inTransaction(async (tx) => {
    const batch = (await lockBatch(tx, id)) ?? refuse(questionsProblems.importNotFound);
    const topics = await removeTopics(tx, batch.new_topic_ids);
    if ((await endUndo(tx, id, 'finished')) === 0) return;
    await audit(tx, {
      actor: 'system',
      action: 'questions.finishUndo',
      object: `import:${id}`,
      after: { removed: batch.undo_removed, restored: batch.undo_restored, kept: batch.undo_kept, topics: topics.length },
    });
  });
}
