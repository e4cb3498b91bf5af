import { type FieldError, refuse } from '@lyceum/core/contract';
import { type Actor, audit, db, encodeCursor, enqueue, inTransaction, keyset, staffOf, type Tx } from '@lyceum/core/server';
import {
  type ImportBatch,
  ImportDefaults,
  type ImportOptions,
  isItemFormat,
  type Mapping,
  PUBLISH,
  questionsProblems,
  runImport,
} from '../../../contract/index.ts';
import { missingFields, unknownColumns } from '../../../domain/import/propose-mapping.ts';
import { type BatchRecord, endRun, lockBatch, pageOfBatches, queueRun, requestCancel } from '../records/import-batch.ts';
import { holds } from '../records/staff-rights.ts';
import { batchOf, notBusy, toBatch } from './import-batch.ts';
import { finishRun } from './import-finish.ts';
import { scopeOf } from './scope.ts';

export type StartInput = {
  readonly dryRun: boolean;
  readonly mapping?: Mapping | undefined;
  readonly defaults?: ImportDefaults | undefined;
  readonly options: ImportOptions;
};

/** @throws Refusal `importNotMapped` with every field that is missing and every column that is not in the file */
function mapped(mapping: Mapping | undefined, headers: readonly string[]): Mapping {
  const missing = mapping ? missingFields(mapping) : [];
  const unknown = mapping ? unknownColumns(mapping, headers) : [];
  const errors: FieldError[] = [
    ...(mapping ? [] : [{ path: 'body.mapping', message: 'is required' }]),
    ...missing.map((field) => ({ path: `body.mapping.fields.${field}`, message: 'is required' })),
    ...unknown.map((column) => ({ path: 'body.mapping', message: `names the column “${column}”, which the file does not have` })),
  ];
  return mapping && errors.length === 0 ? mapping : refuse(questionsProblems.importNotMapped, { errors });
}

/** Queues a run of a locked batch; the job follows the commit. */
export async function queue(
  tx: Tx,
  batch: BatchRecord,
  { dryRun, mapping, defaults, options }: StartInput,
  actor: Actor,
): Promise<void> {
  if (!batch.description) return refuse(questionsProblems.importState, { params: { state: batch.state } });
  const content = isItemFormat(batch.format)
    ? { mapping: null, defaults: defaults ?? ImportDefaults.parse({}) }
    : { mapping: mapped(mapping, batch.description.headers), defaults: null };
  const { id } = batch;
  const startedBy = actor.kind === 'staff' ? actor.id : null;
  const run = await queueRun(tx, { id, dryRun, ...content, options, startedBy });
  await enqueue(tx, runImport, { batchId: id, run });
  await audit(tx, { actor, action: 'questions.startImport', object: `import:${id}`, after: { dryRun, run, options } });
}

/** Starts a dry run or the real one. Publishing what is imported takes the right to publish. */
export async function start(id: string, input: StartInput, actor: Actor): Promise<ImportBatch> {
  if (input.options.publish && !(await holds(db(), staffOf(actor).id, PUBLISH))) refuse(questionsProblems.importMayNotPublish);
  return inTransaction(async (tx) => {
    await queue(tx, notBusy((await lockBatch(tx, id)) ?? refuse(questionsProblems.importNotFound)), input, actor);
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

type Page = { cursor?: string | undefined; pageSize: number; sort: string };

/** The batches an actor may see, newest first. */
export async function batches({ cursor, pageSize, sort }: Page, actor: Actor) {
  const { after, order } = keyset({ sort, cursor }, { createdAt: { column: 'b.created_at', cast: 'timestamptz' } }, 'b.id');
  const found = await pageOfBatches(db(), await scopeOf(actor), after, order, pageSize + 1);
  const rows = found.slice(0, pageSize);
  const last = rows.at(-1);
  return {
    rows: rows.map(toBatch),
    next: found.length > pageSize && last ? encodeCursor([last.created_at.toISOString(), last.id]) : null,
    total: null,
  };
}
