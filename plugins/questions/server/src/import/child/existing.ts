import { type Db, sql } from '@lyceum/core/server';
import type { Existing } from '../../../../domain/import/decide.ts';
import type { PreparedRow } from '../../../../domain/import/prepare-row.ts';

/** Drafts that have the codes of a chunk, locked until it is written. */
export async function existingDrafts(db: Db, rows: readonly PreparedRow[]): Promise<Map<string, Existing>> {
  const codes = rows.flatMap(({ failed, code }) => (failed || code === null ? [] : [code]));
  const found = await db.many<{ code: string; id: number; documentId: string; contentHash: string | null; state: string }>(
    // Not a named statement: its plan would be made once, when the bank may still be empty, and read all of it ever after.
    sql`
      SELECT code, id, document_id AS "documentId", content_hash AS "contentHash", state FROM questions_questions
      WHERE published_at IS NULL AND code = ANY (${codes}) ORDER BY id FOR UPDATE`,
  );
  return new Map(found.map(({ code, ...draft }) => [code, draft]));
}

/** Hashes of the rows that earlier real runs of a batch wrote. */
export async function writtenRows(db: Db, batchId: string, run: number): Promise<Set<string>> {
  const rows = await db.many<{ row_hash: string }>(sql`
    SELECT row_hash FROM activity.questions_import_rows
    WHERE batch_id = ${batchId} AND run < ${run} AND NOT dry_run AND result IN ('created', 'updated')`);
  return new Set(rows.map(({ row_hash: hash }) => hash));
}
