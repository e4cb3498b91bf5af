import { type Db, sql } from '@lyceum/core/server';
import { enterPool, leavePool } from './publish.ts';

const NOW = sql.raw(`(now() AT TIME ZONE 'UTC')`);

/** Columns a draft is put back with; its row id is a new one. */
const COLUMNS =
  sql.raw(`document_id, code, type, title, stem, options, details, key, unit, explanation, solution, hints, points, difficulty,
  further_topics, exam_types, skill, irt, tags, language, estimated_sec, source, licence, state, owner_id, institute, is_shared, origin,
  translation_of, ai, content_hash, same_hash, source_batch, created_at, created_by_id, updated_by_id, locale`);

export type Deleted = { readonly row: Record<string, unknown>; readonly topic: string | null };

/** Codes of deleted drafts that another question has by now. */
export const takenCodes = async (db: Db, codes: readonly string[]): Promise<Set<string>> =>
  new Set(
    (
      await db.many<{ code: string }>(
        sql`SELECT code FROM questions_questions WHERE published_at IS NULL AND code = ANY (${codes})`,
      )
    ).map(({ code }) => code),
  );

/** Deleted translations whose language their question has another translation in by now, by document id. */
export const takenTranslations = async (db: Db, rows: readonly Record<string, unknown>[]): Promise<Set<string>> =>
  new Set(
    (
      await db.many<{ id: string }>(sql`
        SELECT r.document_id AS id FROM jsonb_to_recordset(${sql.json(rows)}) AS r (document_id text, translation_of text, language text)
        WHERE EXISTS (
          SELECT 1 FROM questions_questions d
          WHERE d.translation_of = r.translation_of AND d.language = r.language AND d.published_at IS NULL)`)
    ).map(({ id }) => id),
  );

/** Puts deleted drafts back under their document ids, filed at their topic where it still exists. */
export async function insertDeleted(db: Db, deleted: readonly Deleted[]): Promise<void> {
  if (deleted.length === 0) return;
  await db.run(sql`
    WITH gone AS (SELECT x.value->'row' AS row, x.value->>'topic' AS topic FROM jsonb_array_elements(${sql.json(deleted)}) AS x),
    made AS (
      INSERT INTO questions_questions (${COLUMNS}, updated_at)
      SELECT ${COLUMNS}, ${NOW} FROM gone CROSS JOIN LATERAL jsonb_populate_record(NULL::questions_questions, gone.row) AS q
      RETURNING id, document_id)
    INSERT INTO questions_questions_topic_lnk (question_id, topic_id)
    SELECT m.id, t.id FROM made m JOIN gone g ON g.row->>'document_id' = m.document_id JOIN questions_topics t ON t.document_id = g.topic`);
}

/** Takes the published rows of drafts away. */
export async function withdraw(db: Db, documentIds: readonly string[]): Promise<void> {
  if (documentIds.length === 0) return;
  await db.run(sql`DELETE FROM questions_questions WHERE document_id = ANY (${documentIds}) AND published_at IS NOT NULL`);
  await leavePool(db, documentIds);
}

export type Republish = { readonly documentId: string; readonly version: number };

/**
 * Publishes earlier revisions again, whatever the drafts say by now. One that is not the newest becomes a new revision with
 * its content, because revisions are never taken back.
 */
export async function publishRevisions(db: Db, wanted: readonly Republish[], author: string, note: string): Promise<void> {
  if (wanted.length === 0) return;
  const ids = wanted.map(({ documentId }) => documentId);
  await db.run(sql`
    INSERT INTO activity.questions_revisions (document_id, number, content, key, content_hash, author, note)
    SELECT r.document_id, n.number + 1, r.content, r.key, r.content_hash, ${author}, ${note}
    FROM jsonb_to_recordset(${sql.json(wanted)}) AS w ("documentId" text, version integer)
    JOIN activity.questions_revisions r ON r.document_id = w."documentId" AND r.number = w.version
    JOIN LATERAL (
      SELECT number, content_hash FROM activity.questions_revisions WHERE document_id = r.document_id ORDER BY number DESC LIMIT 1) n ON true
    WHERE n.number <> w.version`);
  await db.run(sql`DELETE FROM questions_questions WHERE document_id = ANY (${ids}) AND published_at IS NOT NULL`);
  await db.run(sql`
    WITH newest AS (
      SELECT DISTINCT ON (document_id) document_id, content AS c, key, content_hash FROM activity.questions_revisions
      WHERE document_id = ANY (${ids}) ORDER BY document_id, number DESC),
    made AS (
      INSERT INTO questions_questions (document_id, code, type, title, stem, options, details, key, unit, explanation, solution, hints, points,
        difficulty, further_topics, exam_types, skill, irt, tags, language, estimated_sec, source, licence, state, owner_id, institute, is_shared,
        origin, translation_of, ai, content_hash, same_hash, source_batch, created_at, updated_at, created_by_id, updated_by_id, locale, published_at)
      SELECT d.document_id, d.code, c->>'type', c->>'title', c->>'stem', c->'options', c->'details', n.key, c->>'unit', c->>'explanation',
        c->>'solution', c->'hints', (c->>'points')::float8, (c->>'difficulty')::integer, c->'furtherTopics', c->'examTypes', c->>'skill', d.irt,
        c->'tags', c->>'language', (c->>'estimatedSec')::integer, c->>'source', c->>'licence', 'published', d.owner_id, d.institute, d.is_shared,
        d.origin, d.translation_of, d.ai, n.content_hash, d.same_hash, d.source_batch, d.created_at, d.updated_at, d.created_by_id, d.updated_by_id,
        d.locale, ${NOW}
      FROM newest n JOIN questions_questions d ON d.document_id = n.document_id AND d.published_at IS NULL
      RETURNING id, document_id)
    INSERT INTO questions_questions_topic_lnk (question_id, topic_id)
    SELECT m.id, coalesce(t.id, l.topic_id) FROM made m
    JOIN newest n ON n.document_id = m.document_id
    JOIN questions_questions d ON d.document_id = m.document_id AND d.published_at IS NULL
    LEFT JOIN questions_topics t ON t.document_id = n.c->>'topic'
    LEFT JOIN questions_questions_topic_lnk l ON l.question_id = d.id
    WHERE coalesce(t.id, l.topic_id) IS NOT NULL`);
  await enterPool(db, ids);
}
