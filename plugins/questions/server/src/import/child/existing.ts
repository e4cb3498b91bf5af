import { type Db, type Sql, sql } from '@lyceum/core/server';
import type { Existing } from '../../../../domain/import/decide.ts';
import type { PreparedRow } from '../../../../domain/import/prepared.ts';
import { changeableIn, seenIn } from '../../records/scope.ts';
import type { Reach } from '../tasks.ts';

const ofPartner = (partnerId: number): Sql => sql`
  EXISTS (SELECT 1 FROM activity.questions_import_batches b WHERE b.id::text = d.source_batch AND b.partner_id = ${partnerId})`;
const changeable = (reach: Reach): Sql => (reach.kind === 'partner' ? ofPartner(reach.partnerId) : changeableIn(reach));
const seen = (reach: Reach): Sql => (reach.kind === 'partner' ? ofPartner(reach.partnerId) : seenIn(reach));

/** Drafts that have the codes of a chunk, locked until it is written. */
export async function existingDrafts(db: Db, rows: readonly PreparedRow[], reach: Reach): Promise<Map<string, Existing>> {
  const codes = rows.flatMap(({ failed, code }) => (failed || code === null ? [] : [code]));
  const found = await db.many<{
    code: string;
    id: number;
    documentId: string;
    contentHash: string | null;
    state: string;
    mayChange: boolean;
    translationIn: string | null;
  }>(
    // Not a named statement: its plan would be made once, when the bank may still be empty, and read all of it ever after.
    sql`
      SELECT d.code, d.id, d.document_id AS "documentId", d.content_hash AS "contentHash", d.state,
        coalesce(${changeable(reach)}, false) AS "mayChange",
        CASE WHEN d.translation_of IS NOT NULL THEN d.language END AS "translationIn"
      FROM questions_questions d WHERE d.published_at IS NULL AND d.code = ANY (${codes}) ORDER BY d.id FOR UPDATE OF d`,
  );
  return new Map(found.map(({ code, ...draft }) => [code, draft]));
}

/** Codes of live drafts that hold the same question as a row of a chunk, by the hash of exact duplicates. */
export async function sameDrafts(db: Db, rows: readonly PreparedRow[], reach: Reach): Promise<Map<string, string[]>> {
  const hashes = rows.flatMap(({ sameHash }) => sameHash ?? []);
  const found = await db.many<{ hash: string; code: string }>(sql`
    SELECT d.same_hash AS hash, d.code FROM questions_questions d
    WHERE d.published_at IS NULL AND d.state <> 'archived' AND d.same_hash = ANY (${hashes}) AND ${seen(reach)} ORDER BY d.id`);
  const codes = new Map<string, string[]>();
  for (const { hash, code } of found) codes.set(hash, [...(codes.get(hash) ?? []), code]);
  return codes;
}

/** Codes of a chunk that belonged to questions which were merged, with the code of the kept one. */
export async function mergedCodes(db: Db, rows: readonly PreparedRow[]): Promise<Map<string, string>> {
  const codes = rows.flatMap(({ code }) => code ?? []);
  const found = await db.many<{ old: string; kept: string }>(sql`
    SELECT r.code AS old, d.code AS kept FROM activity.questions_code_redirects r
    JOIN questions_questions d ON d.document_id = r.document_id AND d.published_at IS NULL WHERE r.code = ANY (${codes})`);
  return new Map(found.map(({ old, kept }) => [old, kept]));
}

/** Hashes of the rows that earlier real runs of a batch wrote and that were not taken back since. */
export async function writtenRows(db: Db, batchId: string, run: number): Promise<Set<string>> {
  const rows = await db.many<{ row_hash: string }>(sql`
    SELECT row_hash FROM activity.questions_import_rows
    WHERE batch_id = ${batchId} AND run < ${run} AND NOT dry_run AND result IN ('created', 'updated')
      AND undo IS DISTINCT FROM 'removed' AND undo IS DISTINCT FROM 'restored'`);
  return new Set(rows.map(({ row_hash: hash }) => hash));
}
