import type { Locale } from '@lyceum/core/contract';
import { type Db, type Sql, sql } from '@lyceum/core/server';
import type { Details, Option } from '../../../contract/index.ts';
import { SIGNATURE_VERSION } from '../../../domain/duplicates/min-hash.ts';
import type { Scope } from './scope.ts';
import { seenIn } from './scope.ts';

/** A question that may be like another one. */
export type Candidate = {
  document_id: string;
  code: string;
  stem: string;
  options: Option[] | null;
  details: Details | null;
  language: Locale;
  same_hash: string | null;
};

/** More candidates than these are not compared; they come from texts that hundreds share. */
const MOST = 300;

const COLUMNS = sql.raw('d.document_id, d.code, d.stem, d.options, d.details, d.language, d.same_hash');

/** A copy and its origin, a translation and its source are alike on purpose; so are pairs somebody decided about. */
const notRelatedTo = (documentId: string | null): Sql =>
  documentId === null
    ? sql`TRUE`
    : sql`(d.document_id <> ${documentId} AND d.origin IS DISTINCT FROM ${documentId} AND d.translation_of IS DISTINCT FROM ${documentId}
        AND NOT EXISTS (
          SELECT 1 FROM questions_questions own WHERE own.document_id = ${documentId} AND own.published_at IS NULL
            AND d.document_id IN (own.origin, own.translation_of))
        AND NOT EXISTS (
          SELECT 1 FROM activity.questions_duplicates p WHERE p.decision IS NOT NULL
            AND ((p.question_a = ${documentId} AND p.question_b = d.document_id)
              OR (p.question_b = ${documentId} AND p.question_a = d.document_id))))`;

const open = (documentId: string | null, scope: Scope | null): Sql =>
  sql`d.published_at IS NULL AND d.state <> 'archived' AND ${notRelatedTo(documentId)} AND ${scope ? seenIn(scope) : sql`TRUE`}`;

/** Questions that are the same after normalising, and those that share a band of the signature. */
export async function candidatesFor(
  db: Db,
  of: { documentId: string | null; sameHash: string; bands: readonly number[] },
  scope: Scope | null,
): Promise<Candidate[]> {
  const exact = await db.many<Candidate>(
    sql`SELECT ${COLUMNS} FROM questions_questions d WHERE d.same_hash = ${of.sameHash} AND ${open(of.documentId, scope)} ORDER BY d.id LIMIT 20`,
  );
  const near = await db.many<Candidate>(sql`
    WITH sharing AS MATERIALIZED (
      SELECT document_id FROM activity.questions_signatures
      WHERE bands && ${[...of.bands]}::integer[] AND version = ${SIGNATURE_VERSION} LIMIT ${MOST})
    SELECT ${COLUMNS} FROM sharing s JOIN questions_questions d ON d.document_id = s.document_id WHERE ${open(of.documentId, scope)}`);
  const known = new Set(exact.map(({ document_id: id }) => id));
  return [...exact, ...near.filter(({ document_id: id }) => !known.has(id))];
}
