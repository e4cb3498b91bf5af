import type { DocumentId } from '@lyceum/core/contract';
import { type Actor, actorKey, auditEach, db, inTransaction } from '@lyceum/core/server';
import type { BulkReport } from '../../../contract/index.ts';
import { hasErrors, validate } from '../../../domain/validation/validate.ts';
import { archiveQuestions, publishDrafts } from '../records/publish.ts';
import { findDrafts } from '../records/question.ts';
import { isModified, type QuestionRecord, toInput } from '../records/question-row.ts';
import { factsFor } from './facts.ts';
import { requireReason } from './key-impact.ts';
import { changeableOf } from './scope.ts';

type Publish = { documentIds: readonly DocumentId[]; acceptWarnings: boolean; note?: string | undefined };

const isCurrent = (row: QuestionRecord) => row.state === 'published' && row.version > 0 && !isModified(row);

/** Publishes what passes the rules and says why the rest does not; what passes is one transaction. */
export async function publishMany({ documentIds, acceptWarnings, note }: Publish, actor: Actor): Promise<BulkReport> {
  return inTransaction(async (tx) => {
    const rows = await findDrafts(tx, await changeableOf(actor, documentIds));
    const changed = rows.filter((row) => !isCurrent(row));
    const inputs = changed.map(toInput);
    const facts = await factsFor(db(), inputs);
    const failed: BulkReport['failed'] = [];
    const passed: string[] = [];
    changed.forEach((row, at) => {
      const input = inputs[at];
      const messages = input ? validate(input, facts) : [];
      if (hasErrors(messages) || (messages.length > 0 && !acceptWarnings))
        failed.push({ documentId: row.document_id, code: row.code, messages });
      else passed.push(row.document_id);
    });
    await requireReason(passed, note);
    await publishDrafts(tx, passed, actorKey(actor), note ?? null);
    await auditEach(tx, {
      actor,
      action: 'questions.publish',
      objects: passed.map((id) => `question:${id}`),
      after: { note: note ?? null },
    });
    return { done: passed.length, unchanged: rows.length - changed.length, failed };
  });
}

/** Takes questions out of the pool; those that are archived already count as unchanged. */
export async function archiveMany(documentIds: readonly DocumentId[], actor: Actor): Promise<BulkReport> {
  return inTransaction(async (tx) => {
    const rows = await findDrafts(tx, await changeableOf(actor, documentIds));
    const ids = rows.filter(({ state }) => state !== 'archived').map((row) => row.document_id);
    await archiveQuestions(tx, ids);
    await auditEach(tx, { actor, action: 'questions.archive', objects: ids.map((id) => `question:${id}`) });
    return { done: ids.length, unchanged: rows.length - ids.length, failed: [] };
  });
}
