import type { DocumentId } from '@lyceum/core/contract';
import { type Actor, audit, type Tx } from '@lyceum/core/server';
import type { BulkAction, BulkFailure, RuleMessage } from '../../../contract/index.ts';
import { isPatch, type Patch, written } from '../../../domain/bulk/patch.ts';
import { type BulkPlan, planFor } from '../../../domain/bulk/plan.ts';
import { contentHash } from '../../../domain/question/hashes.ts';
import type { Before, RowRecord, RowResult, Standing } from '../records/bulk.ts';
import { deleteRows, lockDrafts, setState, standings, wholeRows, writePatches } from '../records/bulk-write.ts';
import { leavePool } from '../records/publish.ts';
import { toInput } from '../records/question-row.ts';
import { withdraw } from '../records/restore.ts';
import { noteSteps } from '../records/review.ts';
import type { Scope } from '../records/scope.ts';
import { type Draft, draftsFor, newInstitute } from './bulk-facts.ts';
import { archiveMany, publishMany } from './question-bulk.ts';

export type Deed = { readonly action: BulkAction; readonly actor: Actor; readonly scope: Scope };

type Reason = Pick<BulkFailure, 'reason' | 'params' | 'messages'>;
type Planned = { readonly row: RowRecord; readonly draft: Draft; readonly plan: BulkPlan };

export const because = (
  reason: Reason['reason'],
  params: Readonly<Record<string, string>> = {},
  messages: readonly RuleMessage[] = [],
): Reason => ({ reason, params: { ...params }, messages: [...messages] });

/** What these actions do is done by the services of single questions, which announce and note it themselves. */
async function moveMany(
  tx: Tx,
  { action, actor, scope }: Deed,
  documentIds: readonly DocumentId[],
): Promise<Map<string, Reason>> {
  const failed = new Map<string, Reason>();
  if (documentIds.length === 0) return failed;
  if (action.kind === 'publish') {
    const report = await publishMany({ documentIds, acceptWarnings: action.acceptWarnings, note: action.note }, actor);
    for (const { documentId, messages } of report.failed) failed.set(documentId, because('rules', {}, messages));
  }
  if (action.kind === 'archive') await archiveMany(documentIds, actor);
  if (action.kind === 'sendToReview') {
    await setState(tx, documentIds, 'inReview', scope.staffId);
    // Whoever sent a question is told when it is returned.
    await noteSteps(tx, documentIds, { step: 'send', note: null, staffId: scope.staffId });
  }
  if (action.kind === 'backToDraft') {
    await withdraw(tx, documentIds);
    await setState(tx, documentIds, 'draft', scope.staffId);
  }
  if (action.kind === 'delete') {
    await deleteRows(tx, documentIds);
    await leavePool(tx, documentIds);
  }
  return failed;
}

async function patchMany(tx: Tx, { scope }: Deed, planned: readonly (Planned & { patch: Patch })[]): Promise<void> {
  const rows = planned.map(({ draft, patch }) => ({
    ...patch,
    documentId: draft.record.document_id,
    hash: contentHash({ ...toInput(draft.record), ...patch }),
  }));
  await writePatches(tx, rows, scope.staffId);
}

/** One line of the audit log a question; publishing and archiving write their own. */
async function noteDeeds(tx: Tx, { action, actor }: Deed, done: readonly (Planned & { before: Before })[]): Promise<void> {
  if (action.kind === 'publish' || action.kind === 'archive') return;
  for (const { draft, plan, before } of done) {
    const { document_id: documentId } = draft.record;
    await audit(tx, {
      actor,
      action: action.kind === 'delete' ? 'questions.delete' : `questions.bulk.${action.kind}`,
      object: `question:${documentId}`,
      before: action.kind === 'delete' ? toInput(draft.record) : (before.patch ?? { status: before.standing?.state }),
      ...(plan.kind === 'patch' && isPatch(action) ? { after: written(plan.patch, action.kind) } : {}),
    });
  }
}

/** What is kept of each question to take the action back. */
async function keep(tx: Tx, action: BulkAction, planned: readonly Planned[]): Promise<Map<string, Before>> {
  const ids = planned.map(({ row }) => row.document_id);
  if (isPatch(action))
    return new Map(planned.map(({ row, draft }) => [row.document_id, { patch: written(draft.facts.patch, action.kind) }]));
  const stood = new Map(
    (await standings(tx, ids)).map(({ documentId, state, version, published }): [string, Before] => [
      documentId,
      { standing: { state, version, published } },
    ]),
  );
  if (action.kind !== 'delete') return stood;
  return new Map(
    (await wholeRows(tx, ids)).map(({ documentId, row, topic }) => [documentId, { ...stood.get(documentId), row, topic }]),
  );
}

/**
 * Does an action to a few hundred questions in the caller's transaction. Those it cannot be done to say why, the others go through.
 */
export async function carryOut(tx: Tx, deed: Deed, rows: readonly RowRecord[]): Promise<RowResult[]> {
  const { action, scope } = deed;
  const ids = rows.map((row) => row.document_id);
  await lockDrafts(tx, ids);
  const drafts = await draftsFor(action, ids, scope);
  const institute = await newInstitute(action);
  const planned = rows.flatMap((row): Planned[] => {
    const draft = drafts.get(row.document_id);
    return draft ? [{ row, draft, plan: planFor(action, draft.facts, institute) }] : [];
  });
  const going = planned.filter(({ plan }) => plan.kind === 'patch' || plan.kind === 'move');
  const before = await keep(tx, action, going);
  await patchMany(
    tx,
    deed,
    going.flatMap((one) => (one.plan.kind === 'patch' ? [{ ...one, patch: one.plan.patch }] : [])),
  );
  const moving = going.filter(({ plan }) => plan.kind === 'move').map(({ row }) => row.document_id);
  const failed = await moveMany(tx, deed, moving);
  const done = going.filter(({ row }) => !failed.has(row.document_id));
  await noteDeeds(
    tx,
    deed,
    done.map((one) => ({ ...one, before: before.get(one.row.document_id) ?? {} })),
  );
  const after = new Map((await standings(tx, ids)).map((now) => [now.documentId, now]));
  const plans = new Map(planned.map((one) => [one.row.document_id, one]));
  return rows.map((row) => resultOf(action, row, plans.get(row.document_id), failed, before, after));
}

function resultOf(
  action: BulkAction,
  { number, document_id: documentId }: RowRecord,
  planned: Planned | undefined,
  failed: ReadonlyMap<string, Reason>,
  before: ReadonlyMap<string, Before>,
  after: ReadonlyMap<string, Standing>,
): RowResult {
  if (!planned) return { number, result: 'failed', reason: because('gone') };
  const { plan, draft } = planned;
  const { code } = draft.record;
  if (plan.kind === 'unchanged') return { number, result: 'unchanged', code };
  if (plan.kind === 'blocked')
    return { number, result: 'failed', code, reason: because(plan.reason, plan.params, plan.messages) };
  const reason = failed.get(documentId);
  if (reason) return { number, result: 'failed', code, reason };
  const kept = before.get(documentId);
  const now = after.get(documentId);
  return {
    number,
    result: 'done',
    code,
    ...(kept ? { before: kept } : {}),
    ...(now
      ? {
          after: {
            state: now.state,
            version: now.version,
            ...(plan.kind === 'patch' && isPatch(action) ? { patch: written(plan.patch, action.kind) } : {}),
          },
        }
      : {}),
  };
}
