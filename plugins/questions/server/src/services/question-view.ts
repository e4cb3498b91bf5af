import { type Actor, db } from '@lyceum/core/server';
import type { RevisionRow } from '../../../contract/index.ts';
import { listRevisions, type RevisionRecord } from '../records/question.ts';
import { requireSeen } from './scope.ts';

const changedFields = (row: RevisionRecord, before: RevisionRecord | undefined): string[] => {
  if (!before) return [];
  const fields = Object.keys(row.content).filter(
    (field) => JSON.stringify(row.content[field]) !== JSON.stringify(before.content[field]),
  );
  return JSON.stringify(row.key) === JSON.stringify(before.key) ? fields : [...fields, 'key'];
};

/** Every published version, newest first, with the fields that changed. */
export async function revisions(documentId: string, actor: Actor): Promise<{ rows: RevisionRow[] }> {
  await requireSeen(actor, documentId);
  const records = await listRevisions(db(), documentId);
  return {
    rows: records.map((row, at) => ({
      number: row.number,
      createdAt: row.created_at.toISOString(),
      author: row.author,
      note: row.note,
      stem: String(row.content['stem'] ?? ''),
      changed: changedFields(row, records[at + 1]),
    })),
  };
}
