import { refuse } from '@lyceum/core/contract';
import { type Actor, audit, db, encodeCursor, enqueue, inTransaction, keyset, staffOf } from '@lyceum/core/server';
import {
  type ImportBatch,
  type ImportOptions,
  type MappedRow,
  type Mapping,
  type MappingField,
  questionsProblems,
  runImport,
} from '../../../contract/index.ts';
import { mediaFinder } from '../../../domain/import/figures.ts';
import { previewRows } from '../../../domain/import/preview-rows.ts';
import { missingFields, unknownColumns } from '../../../domain/import/propose-mapping.ts';
import { topicPlan } from '../../../domain/topic/topic-plan.ts';
import { newDocumentId } from '../import/child/stage.ts';
import { endRun, lockBatch, pageOfBatches, queueRun, requestCancel } from '../records/import-batch.ts';
import { batchOf, notBusy, toBatch } from './import-batch.ts';
import { finishRun } from './import-finish.ts';
import { topicTree } from './topic-tree.ts';

/** Three rows with different keys as they would be read. */
export async function previewMapping(id: string, mapping: Mapping): Promise<{ rows: MappedRow[]; missing: MappingField[] }> {
  const { description, media } = await batchOf(id);
  if (!description) return refuse(questionsProblems.importState, { params: { state: 'uploaded' } });
  const plan = topicPlan(await topicTree(db()), {
    create: mapping.createTopics,
    parent: mapping.topicParent,
    newId: newDocumentId,
  });
  const usable = new Map((media?.usable ?? []).map((name) => [name, { url: `/uploads/${encodeURIComponent(name)}` }] as const));
  const refused = new Map((media?.refused ?? []).map(({ name, code }) => [name, { refused: code }] as const));
  const facts = {
    topic: plan.find,
    media: mediaFinder(new Map<string, { url: string } | { refused: string }>([...usable, ...refused])),
    hasTopic: () => true,
    hasFile: () => true,
  };
  return { rows: previewRows(description, mapping, facts), missing: missingFields(mapping) };
}

/** Queues a run; the job follows the commit. */
export async function start(
  id: string,
  { dryRun, mapping, options }: { dryRun: boolean; mapping: Mapping; options: ImportOptions },
  actor: Actor,
): Promise<ImportBatch> {
  const staff = staffOf(actor);
  return inTransaction(async (tx) => {
    const batch = notBusy((await lockBatch(tx, id)) ?? refuse(questionsProblems.importNotFound));
    if (!batch.description) return refuse(questionsProblems.importState, { params: { state: batch.state } });
    const missing = missingFields(mapping);
    const unknown = unknownColumns(mapping, batch.description.headers);
    if (missing.length + unknown.length > 0) {
      refuse(questionsProblems.importNotMapped, {
        errors: [
          ...missing.map((field) => ({ path: `body.mapping.fields.${field}`, message: 'is required' })),
          ...unknown.map((column) => ({
            path: 'body.mapping',
            message: `names the column “${column}”, which the file does not have`,
          })),
        ],
      });
    }
    const run = await queueRun(tx, { id, dryRun, mapping, options, startedBy: staff.id });
    await enqueue(tx, runImport, { batchId: id, run });
    await audit(tx, { actor, action: 'questions.startImport', object: `import:${id}`, after: { dryRun, run, options } });
    return toBatch(await batchOf(id));
  });
}

/** A queued run ends at once; a running one is ended by its worker within a second. */
export async function cancel(id: string, actor: Actor): Promise<ImportBatch> {
  return inTransaction(async (tx) => {
    const batch = (await lockBatch(tx, id)) ?? refuse(questionsProblems.importNotFound);
    if (batch.state !== 'queued' && batch.state !== 'running')
      refuse(questionsProblems.importState, { params: { state: batch.state } });
    await requestCancel(tx, id);
    if (batch.state === 'queued' && (await endRun(tx, id, batch.run, 'cancelled', null))) await finishRun(tx, id);
    await audit(tx, { actor, action: 'questions.cancelImport', object: `import:${id}`, after: { run: batch.run } });
    return toBatch(await batchOf(id));
  });
}

export async function batches({ cursor, pageSize, sort }: { cursor?: string | undefined; pageSize: number; sort: string }) {
  const { after, order } = keyset({ sort, cursor }, { createdAt: { column: 'b.created_at', cast: 'timestamptz' } }, 'b.id');
  const found = await pageOfBatches(db(), after, order, pageSize + 1);
  const rows = found.slice(0, pageSize);
  const last = rows.at(-1);
  return {
    rows: rows.map(toBatch),
    next: found.length > pageSize && last ? encodeCursor([last.created_at.toISOString(), last.id]) : null,
    total: null,
  };
}
