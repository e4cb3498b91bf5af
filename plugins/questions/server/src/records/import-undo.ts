import type { DocumentId } from '@lyceum/core/contract';
import { type Db, type Sql, sql } from '@lyceum/core/server';
import type { UndoResult } from '../../../contract/index.ts';

export type UndoCandidate = {
  run: number;
  number: number;
  documentId: DocumentId;
  result: 'created' | 'updated' | 'skipped';
  leftHash: string | null;
  currentHash: string | null;
  isThere: boolean;
  isSettled: boolean;
};

/** What the batch did and was not taken back yet: questions it made, changed, or published as they were. */
export const undoCandidates = (db: Db, batchId: string, limit: number): Promise<UndoCandidate[]> =>
  db.many<UndoCandidate>(sql`
    SELECT r.run, r.number, r.document_id AS "documentId", r.result, coalesce(r.content_hash, b.draft->>'content_hash') AS "leftHash",
      d.content_hash AS "currentHash", d.id IS NOT NULL AS "isThere",
      coalesce(r.result <> 'created' AND d.state = 'archived' AND b.draft->>'state' <> 'archived', false) OR EXISTS (
        SELECT 1 FROM activity.questions_duplicates m
        WHERE r.document_id IN (m.question_a, m.question_b) AND m.decision = 'merged' AND m.merge->>'kept' = r.document_id
          AND r.result = 'created') AS "isSettled"
    FROM activity.questions_import_rows r
    LEFT JOIN activity.questions_import_before b ON b.batch_id = r.batch_id AND b.document_id = r.document_id
    LEFT JOIN questions_questions d ON d.document_id = r.document_id AND d.published_at IS NULL
    WHERE r.batch_id = ${batchId} AND NOT r.dry_run AND r.undo IS NULL AND r.document_id IS NOT NULL
      AND (r.result IN ('created', 'updated') OR (r.result = 'skipped' AND b.document_id IS NOT NULL))
    ORDER BY r.run, r.number LIMIT ${limit}`);

/** Locks the drafts of candidates, so that nobody edits one between the look and the deed. */
export const lockDrafts = (db: Db, ids: readonly string[]): Promise<number> =>
  db.run(
    sql`SELECT id FROM questions_questions WHERE published_at IS NULL AND document_id = ANY (${[...ids]}) ORDER BY id FOR UPDATE`,
  );

/** Which of these questions a list of revisions belongs to. */
export async function documentsOfRevisions(db: Db, revisionIds: readonly number[]): Promise<DocumentId[]> {
  const rows = await db.many<{ id: DocumentId }>(
    sql`SELECT DISTINCT document_id AS id FROM activity.questions_revisions WHERE id = ANY (${[...revisionIds]})`,
  );
  return rows.map(({ id }) => id);
}

/** Notes in the report what was done with each question. */
export const noteUndo = (
  db: Db,
  batchId: string,
  done: readonly { run: number; number: number; undo: UndoResult }[],
): Promise<number> =>
  db.run(sql`
    UPDATE activity.questions_import_rows r SET undo = u.undo
    FROM jsonb_to_recordset(${sql.json(done)}) AS u (run integer, number integer, undo text)
    WHERE r.batch_id = ${batchId} AND r.run = u.run AND r.number = u.number`);

const COLUMNS =
  'type, title, stem, options, details, key, unit, explanation, solution, hints, points, difficulty, further_topics, exam_types, skill, irt, tags, language, estimated_sec, source, licence, content_hash, same_hash, state';

type Which = 'draft' | 'published';

/** Drafts get the content that was kept: of the draft, or of what was published. */
const restoreContent = (batchId: string, ids: readonly string[], which: Which): Sql => sql`
  UPDATE questions_questions q SET (${sql.raw(COLUMNS)}, updated_at, updated_by_id) =
    (SELECT ${sql.raw(COLUMNS)}, now() AT TIME ZONE 'UTC', NULL::integer FROM jsonb_populate_record(NULL::questions_questions, b.${sql.raw(which)}))
  FROM activity.questions_import_before b
  WHERE b.batch_id = ${batchId} AND b.document_id = ANY (${[...ids]}) AND q.document_id = b.document_id AND q.published_at IS NULL`;

/** And its topic, unless that is gone since. */
const restoreTopic = (batchId: string, ids: readonly string[], which: Which): Sql => sql`
  UPDATE questions_questions_topic_lnk l SET topic_id = t.id
  FROM activity.questions_import_before b JOIN questions_topics t ON t.document_id = b.${sql.raw(`${which}_topic`)}
  JOIN questions_questions q ON q.document_id = b.document_id AND q.published_at IS NULL
  WHERE b.batch_id = ${batchId} AND b.document_id = ANY (${[...ids]}) AND l.question_id = q.id`;

export async function restoreDrafts(db: Db, batchId: string, ids: readonly string[], which: Which): Promise<void> {
  await db.run(restoreContent(batchId, ids, which));
  await db.run(restoreTopic(batchId, ids, which));
}

export type BeforeFacts = { documentId: DocumentId; wasPublished: boolean; isPublished: boolean; isSamePublished: boolean };

/** What was published of each before the batch, and whether that is what is published now. */
export const publishedBefore = (db: Db, batchId: string, ids: readonly string[]): Promise<BeforeFacts[]> =>
  db.many<BeforeFacts>(sql`
    SELECT b.document_id AS "documentId", b.published IS NOT NULL AS "wasPublished", p.id IS NOT NULL AS "isPublished",
      p.content_hash IS NOT DISTINCT FROM b.published->>'content_hash' AS "isSamePublished"
    FROM activity.questions_import_before b
    LEFT JOIN questions_questions p ON p.document_id = b.document_id AND p.published_at IS NOT NULL
    WHERE b.batch_id = ${batchId} AND b.document_id = ANY (${[...ids]})`);

export const dropPublished = (db: Db, ids: readonly string[]): Promise<number> =>
  db.run(sql`DELETE FROM questions_questions WHERE document_id = ANY (${[...ids]}) AND published_at IS NOT NULL`);

/** Drafts and what is published of them; revisions stay, as they do for every deleted question. */
export const dropQuestions = (db: Db, ids: readonly string[]): Promise<number> =>
  db.run(sql`DELETE FROM questions_questions WHERE document_id = ANY (${[...ids]})`);

export const forgetBefore = (db: Db, batchId: string, ids: readonly string[]): Promise<number> =>
  db.run(sql`DELETE FROM activity.questions_import_before WHERE batch_id = ${batchId} AND document_id = ANY (${[...ids]})`);

/** Asks for the batch to be taken back, for a batch that ran and is not being taken back already. */
export const queueUndo = (db: Db, batchId: string, by: number, total: number): Promise<number> =>
  db.run(sql`
    UPDATE activity.questions_import_batches SET undo_state = 'queued', undo_by = ${by}, undo_total = ${total}, undo_removed = 0,
      undo_restored = 0, undo_kept = 0, undo_finished_at = NULL
    WHERE id = ${batchId}`);

/** Takes the work for this worker; null when it is over. */
export const takeUndo = (db: Db, batchId: string): Promise<{ id: string } | null> =>
  db.maybeOne(sql`
    UPDATE activity.questions_import_batches SET undo_state = 'running'
    WHERE id = ${batchId} AND undo_state IN ('queued', 'running') RETURNING id`);

export const countUndo = (db: Db, batchId: string, done: { removed: number; restored: number; kept: number }): Promise<number> =>
  db.run(sql`
    UPDATE activity.questions_import_batches SET undo_removed = undo_removed + ${done.removed},
      undo_restored = undo_restored + ${done.restored}, undo_kept = undo_kept + ${done.kept}
    WHERE id = ${batchId}`);

export const endUndo = (db: Db, batchId: string, state: 'finished' | 'failed'): Promise<number> =>
  db.run(sql`
    UPDATE activity.questions_import_batches SET undo_state = ${state}, undo_finished_at = now(),
      new_topic_ids = CASE WHEN ${state} = 'finished' THEN '[]'::jsonb ELSE new_topic_ids END
    WHERE id = ${batchId} AND undo_state = 'running'`);

/** Of these topics, those without questions (archived and published ones too), further questions and topics below. */
export async function emptyTopics(db: Db, topicIds: readonly string[]): Promise<DocumentId[]> {
  const rows = await db.many<{ id: DocumentId }>(sql`
    SELECT t.document_id AS id FROM questions_topics t
    WHERE t.document_id = ANY (${[...topicIds]})
      AND NOT EXISTS (SELECT 1 FROM questions_questions_topic_lnk l WHERE l.topic_id = t.id)
      AND NOT EXISTS (SELECT 1 FROM questions_topics_parent_lnk p WHERE p.inv_topic_id = t.id)
      AND NOT EXISTS (SELECT 1 FROM questions_questions q WHERE q.further_topics ? t.document_id)`);
  return rows.map(({ id }) => id);
}

export const dropTopics = (db: Db, topicIds: readonly string[]): Promise<number> =>
  db.run(sql`DELETE FROM questions_topics WHERE document_id = ANY (${[...topicIds]})`);
