import { type Db, sql } from '@lyceum/core/server';
import type { Patch } from '../../../domain/bulk/patch.ts';
import type { Standing } from './bulk.ts';

const NOW = sql.raw(`(now() AT TIME ZONE 'UTC')`);

/** Locks drafts in one order, so that two actions never wait for each other. */
export const lockDrafts = (db: Db, documentIds: readonly string[]): Promise<number> =>
  db.run(
    sql`SELECT 1 FROM questions_questions WHERE document_id = ANY (${documentIds}) AND published_at IS NULL ORDER BY id FOR UPDATE`,
  );

export type PatchRow = Patch & { readonly documentId: string; readonly hash: string };

/**
 * Writes the fields of drafts. Whose a question is counts for its published row too; content there waits for the next publish.
 */
export async function writePatches(db: Db, rows: readonly PatchRow[], editor: number): Promise<void> {
  if (rows.length === 0) return;
  const record = sql`jsonb_to_recordset(${sql.json(rows)}) AS r ("documentId" text, hash text, tags jsonb, topic text, difficulty integer,
    "examTypes" jsonb, skill text, licence text, "ownerId" integer, institute text, "isShared" boolean)`;
  await db.run(sql`
    UPDATE questions_questions d SET tags = r.tags, difficulty = r.difficulty, exam_types = r."examTypes", skill = r.skill, licence = r.licence,
      content_hash = r.hash, updated_at = ${NOW}, updated_by_id = ${editor}
    FROM ${record} WHERE d.document_id = r."documentId" AND d.published_at IS NULL`);
  await db.run(sql`
    UPDATE questions_questions d SET owner_id = r."ownerId", institute = r.institute, is_shared = r."isShared"
    FROM ${record} WHERE d.document_id = r."documentId"`);
  await db.run(sql`
    DELETE FROM questions_questions_topic_lnk l USING ${record}, questions_questions d
    WHERE d.document_id = r."documentId" AND d.published_at IS NULL AND l.question_id = d.id
      AND l.topic_id IS DISTINCT FROM (SELECT t.id FROM questions_topics t WHERE t.document_id = r.topic)`);
  await db.run(sql`
    INSERT INTO questions_questions_topic_lnk (question_id, topic_id)
    SELECT d.id, t.id FROM ${record}
    JOIN questions_questions d ON d.document_id = r."documentId" AND d.published_at IS NULL
    JOIN questions_topics t ON t.document_id = r.topic
    WHERE NOT EXISTS (SELECT 1 FROM questions_questions_topic_lnk l WHERE l.question_id = d.id)`);
}

/** Puts drafts into a state, without touching what is published. */
export const setState = (db: Db, documentIds: readonly string[], state: Standing['state'], editor: number): Promise<number> =>
  db.run(sql`
    UPDATE questions_questions SET state = ${state}, updated_at = ${NOW}, updated_by_id = ${editor}
    WHERE document_id = ANY (${documentIds}) AND published_at IS NULL`);

/** Where drafts stand now. */
export const standings = (db: Db, documentIds: readonly string[]): Promise<(Standing & { documentId: string })[]> =>
  db.many(sql`
    SELECT d.document_id AS "documentId", d.state, coalesce(r.number, 0) AS version,
      EXISTS (SELECT 1 FROM activity.questions_pool p WHERE p.document_id = d.document_id) AS published
    FROM questions_questions d
    LEFT JOIN LATERAL (
      SELECT number FROM activity.questions_revisions WHERE document_id = d.document_id ORDER BY number DESC LIMIT 1) r ON true
    WHERE d.document_id = ANY (${documentIds}) AND d.published_at IS NULL`);

/** Whole drafts with their topic, column by column, as they are put back after a delete. */
export const wholeRows = (
  db: Db,
  documentIds: readonly string[],
): Promise<{ documentId: string; row: Record<string, unknown>; topic: string | null }[]> =>
  db.many(sql`
    SELECT d.document_id AS "documentId", to_jsonb(d) AS row, t.document_id AS topic FROM questions_questions d
    LEFT JOIN questions_questions_topic_lnk l ON l.question_id = d.id LEFT JOIN questions_topics t ON t.id = l.topic_id
    WHERE d.document_id = ANY (${documentIds}) AND d.published_at IS NULL`);

/** Deletes questions with their published rows and links. The pool is left by whoever calls. */
export const deleteRows = (db: Db, documentIds: readonly string[]): Promise<number> =>
  db.run(sql`DELETE FROM questions_questions WHERE document_id = ANY (${documentIds})`);
