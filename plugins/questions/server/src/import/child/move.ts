import { type Db, type Sql, sql } from '@lyceum/core/server';
import type { NewTopic } from '../../../../domain/topic/topic-plan.ts';
import { freshStatements, publishDrafts } from '../../records/publish.ts';

const NOW = sql.raw(`(now() AT TIME ZONE 'UTC')`);

/** New topics as the Document Service leaves them, with the link to their parent. */
export async function insertTopics(db: Db, topics: readonly (NewTopic & { slug: string })[]): Promise<void> {
  if (topics.length === 0) return;
  await db.run(sql`
    INSERT INTO questions_topics (document_id, name, slug, "order", created_at, updated_at, published_at)
    SELECT t."documentId", t.name, t.slug, t."order", ${NOW}, ${NOW}, ${NOW}
    FROM jsonb_to_recordset(${sql.json(topics)}) AS t ("documentId" text, name text, slug text, "order" integer)`);
  await db.run(sql`
    INSERT INTO questions_topics_parent_lnk (topic_id, inv_topic_id)
    SELECT c.id, p.id FROM jsonb_to_recordset(${sql.json(topics)}) AS t ("documentId" text, parent text)
    JOIN questions_topics c ON c.document_id = t."documentId" JOIN questions_topics p ON p.document_id = t.parent`);
}

/** Rows that are new: a draft each and, when they are published at once, the published row beside it, both linked to the topic. */
const insertNew = (batchId: string, publish: boolean, owner: Owner): Sql =>
  sql.named(
    publish ? 'questions.insert-published' : 'questions.insert-drafts',
    sql`
    WITH made AS (
      INSERT INTO questions_questions (document_id, code, type, stem, options, key, unit, explanation, solution, hints, points, difficulty, tags, language,
        estimated_sec, source, licence, state, content_hash, same_hash, title, details, further_topics, exam_types, skill, irt, owner_id, institute, is_shared,
        source_batch, created_at, updated_at, published_at)
      SELECT s.document_id, s.code, s.type, s.stem, s.options, s.key, s.unit, s.explanation, s.solution, s.hints, s.points, s.difficulty, s.tags, s.language,
        s.estimated_sec, s.source, s.licence, ${publish ? 'published' : 'draft'}, s.content_hash, s.same_hash, s.title, s.details, s.further_topics, s.exam_types, s.skill, s.irt,
        ${owner.ownerId}::integer, ${owner.institute}, false, ${batchId}, ${NOW}, ${NOW}, v.published_at
      FROM questions_stage s
      CROSS JOIN (SELECT NULL::timestamp AS published_at UNION ALL SELECT ${NOW} WHERE ${sql.raw(publish ? 'true' : 'false')}) v
      WHERE s.result = 'created'
      RETURNING id, document_id)
    INSERT INTO questions_questions_topic_lnk (question_id, topic_id)
    SELECT m.id, t.id FROM made m JOIN questions_stage s ON s.document_id = m.document_id JOIN questions_topics t ON t.document_id = s.topic`,
  );

const UPDATE_DRAFTS = sql`
  UPDATE questions_questions q SET type = s.type, stem = s.stem, options = s.options, key = s.key, unit = s.unit, explanation = s.explanation,
    solution = s.solution, hints = s.hints, points = s.points, difficulty = s.difficulty, tags = s.tags, language = s.language,
    estimated_sec = s.estimated_sec, source = s.source, licence = s.licence, content_hash = s.content_hash, same_hash = s.same_hash, title = s.title, details = s.details,
    further_topics = s.further_topics, exam_types = s.exam_types, skill = s.skill, irt = s.irt, updated_at = ${NOW}, updated_by_id = NULL
  FROM questions_stage s WHERE s.result = 'updated' AND q.id = s.existing_id`;
const DROP_LINKS = sql`
  DELETE FROM questions_questions_topic_lnk l USING questions_stage s WHERE s.result = 'updated' AND l.question_id = s.existing_id`;
const NEW_LINKS = sql`
  INSERT INTO questions_questions_topic_lnk (question_id, topic_id)
  SELECT s.existing_id, t.id FROM questions_stage s JOIN questions_topics t ON t.document_id = s.topic WHERE s.result = 'updated'`;

/** Whose questions an import makes. */
export type Owner = { readonly ownerId: number | null; readonly institute: string | null };

export type Move = {
  readonly owner: Owner;
  readonly batchId: string;
  readonly publish: boolean;
  readonly author: string | null;
  readonly created: readonly string[];
  readonly updated: readonly string[];
  /** Drafts that were there and equal, to be published along. */
  readonly waiting: readonly string[];
};

/**
 * The set-based move of a staged chunk into Strapi's tables; with `publish` also revisions, published rows and pool.
 * Everything for new questions is issued at once, before the first answer.
 */
export async function move(db: Db, { batchId, publish, author, owner, created, updated, waiting }: Move): Promise<void> {
  const steps = [
    ...(created.length > 0 ? [insertNew(batchId, publish, owner)] : []),
    ...(updated.length > 0 ? [UPDATE_DRAFTS, DROP_LINKS, NEW_LINKS] : []),
    ...(publish ? freshStatements(created, author) : []),
  ];
  await Promise.all(steps.map((step) => db.run(step)));
  if (publish && updated.length + waiting.length > 0) await publishDrafts(db, [...updated, ...waiting], author);
}

export type ChunkPlace = { readonly batchId: string; readonly run: number; readonly dryRun: boolean };

const COUNTS =
  sql.raw(`count(*) AS read, count(*) FILTER (WHERE result = 'created') AS created, count(*) FILTER (WHERE result = 'updated') AS updated,
  count(*) FILTER (WHERE result = 'skipped') AS skipped, count(*) FILTER (WHERE result = 'failed') AS failed,
  count(*) FILTER (WHERE messages <> '[]' AND result IN ('created', 'updated')) AS warned,
  count(*) FILTER (WHERE losses <> '[]' AND NOT losses @> '[{"level":"leftOut"}]') AS approximated,
  count(*) FILTER (WHERE losses @> '[{"level":"leftOut"}]') AS left_out`);

/** The report of a chunk, in the transaction of what it reports. */
export const reportRows = (db: Db, { batchId, run, dryRun }: ChunkPlace): Promise<number> =>
  db.run(
    sql.named(
      'questions.report',
      sql`
      INSERT INTO activity.questions_import_rows (batch_id, run, number, dry_run, row_hash, code, stem_start, result, document_id, messages, losses, cells, content_hash)
      SELECT ${batchId}, ${run}, number, ${dryRun}, row_hash, code, stem_start, result,
        CASE WHEN ${dryRun} AND result = 'created' THEN NULL ELSE document_id END, messages, losses, cells, content_hash
      FROM questions_stage`,
    ),
  );

export type MadeTopic = { readonly documentId: string; readonly path: string };
const paths = (topics: readonly MadeTopic[]): string[] => topics.map(({ path }) => path);
/** For taking the batch back; over all its real runs. */
const madeIds = (topics: readonly MadeTopic[], dryRun: boolean): string[] =>
  dryRun ? [] : topics.map(({ documentId }) => documentId);

/** Adds the staged chunk to the batch's counts and notes the chunk as done. */
export const countChunk = (
  db: Db,
  { batchId, run, dryRun }: ChunkPlace,
  chunk: number,
  newTopics: readonly MadeTopic[],
): Promise<number> =>
  db.run(
    sql.named(
      'questions.count',
      sql`
      UPDATE activity.questions_import_batches b SET
        read_count = read_count + c.read, created_count = created_count + c.created, updated_count = updated_count + c.updated,
        skipped_count = skipped_count + c.skipped, failed_count = failed_count + c.failed, warned_count = warned_count + c.warned,
        approximated_count = approximated_count + c.approximated, left_out_count = left_out_count + c.left_out,
        last_chunk = ${chunk}, new_topics = new_topics || ${sql.json(paths(newTopics))}, new_topic_ids = new_topic_ids || ${sql.json(madeIds(newTopics, dryRun))}
      FROM (SELECT ${COUNTS} FROM questions_stage) c
      WHERE b.id = ${batchId} AND b.run = ${run}`,
    ),
  );

/** The counts of a run that was one transaction: written once, at its end, so that nobody waits for the batch's row meanwhile. */
export const countRun = (
  db: Db,
  { batchId, run, dryRun }: ChunkPlace,
  newTopics: readonly MadeTopic[],
  read: number,
): Promise<number> =>
  db.run(sql`
    UPDATE activity.questions_import_batches b SET read_count = ${read}, created_count = c.created, updated_count = c.updated,
      skipped_count = c.skipped, failed_count = c.failed, warned_count = c.warned, approximated_count = c.approximated, left_out_count = c.left_out,
      new_topics = ${sql.json(paths(newTopics))}, new_topic_ids = new_topic_ids || ${sql.json(madeIds(newTopics, dryRun))}
    FROM (SELECT ${COUNTS} FROM activity.questions_import_rows WHERE batch_id = ${batchId} AND run = ${run}) c
    WHERE b.id = ${batchId} AND b.run = ${run}`);
