import type { DocumentId } from '@lyceum/core/contract';
import { type Db, outboxRow, type Sql, sql } from '@lyceum/core/server';
import { POOL_CHANNEL, questionEvents } from '../../../contract/index.ts';

/** Columns a published row takes over from its draft. */
const COPIED = sql.raw(
  'document_id, code, type, title, stem, options, details, key, unit, explanation, solution, hints, points, difficulty, further_topics, exam_types, skill, irt, tags, language, estimated_sec, source, licence, state, owner_id, institute, is_shared, origin, translation_of, ai, content_hash, same_hash, source_batch, created_at, updated_at, created_by_id, updated_by_id, locale',
);

const isOf = (documentIds: readonly string[]): Sql => sql`document_id = ANY (${documentIds})`;

/** Events hold so many ids at most. */
const EVENT_IDS = 2_000;

const eventRows = (event: typeof questionEvents.questionsPublished, ids: readonly string[]): Sql[] =>
  Array.from({ length: Math.ceil(ids.length / EVENT_IDS) }, (_, part) =>
    outboxRow(event, { documentIds: ids.slice(part * EVENT_IDS, (part + 1) * EVENT_IDS) as DocumentId[] }),
  );

async function announceIds(db: Db, event: typeof questionEvents.questionsPublished, ids: readonly string[]): Promise<void> {
  for (const row of eventRows(event, ids)) await db.run(row);
}

const RAISE_VERSION = sql`
  WITH raised AS (UPDATE activity.questions_pool_version SET version = version + 1 WHERE id = 1 RETURNING version)
  SELECT pg_notify(${POOL_CHANNEL}, version::text) FROM raised`;

/** Makes the version of the pool one higher and wakes who listens; at the end of a transaction, because it locks one row. */
export async function raisePoolVersion(db: Db): Promise<void> {
  await db.run(RAISE_VERSION);
}

/** All a revision holds but the key; `d` is the draft and `t` its topic. */
const CONTENT = sql.raw(`
  jsonb_build_object('type', d.type, 'code', d.code, 'stem', d.stem, 'options', d.options, 'unit', d.unit, 'explanation', d.explanation,
    'solution', d.solution, 'hints', d.hints, 'points', d.points, 'difficulty', d.difficulty, 'topic', t.document_id, 'tags', d.tags,
    'language', d.language, 'estimatedSec', d.estimated_sec, 'source', d.source, 'licence', d.licence, 'title', d.title, 'details', d.details,
    'furtherTopics', d.further_topics, 'examTypes', d.exam_types, 'skill', d.skill)`);

/** A revision where the draft differs from the newest one; the same content twice makes no new number. */
const writeRevisions = (ids: readonly string[], author: string | null, note: string | null): Sql => sql`
  WITH newest AS (
    SELECT DISTINCT ON (document_id) document_id, number, content_hash FROM activity.questions_revisions
    WHERE ${isOf(ids)} ORDER BY document_id, number DESC)
  INSERT INTO activity.questions_revisions (document_id, number, content, key, content_hash, author, note)
  SELECT d.document_id, coalesce(n.number, 0) + 1,
    ${CONTENT}, d.key, d.content_hash, ${author}, ${note}
  FROM questions_questions d
  LEFT JOIN newest n ON n.document_id = d.document_id
  JOIN questions_questions_topic_lnk l ON l.question_id = d.id
  JOIN questions_topics t ON t.id = l.topic_id
  WHERE d.${isOf(ids)} AND d.published_at IS NULL AND n.content_hash IS DISTINCT FROM d.content_hash`;

/** The published row becomes a copy of the draft, with its own link to the topic, as Strapi itself leaves it. */
const copyToPublished = (ids: readonly string[]): Sql => sql`
  WITH made AS (
    INSERT INTO questions_questions (${COPIED}, published_at)
    SELECT ${COPIED}, now() AT TIME ZONE 'UTC' FROM questions_questions WHERE ${isOf(ids)} AND published_at IS NULL
    RETURNING id, document_id)
  INSERT INTO questions_questions_topic_lnk (question_id, topic_id)
  SELECT m.id, l.topic_id FROM made m
  JOIN questions_questions d ON d.document_id = m.document_id AND d.published_at IS NULL
  JOIN questions_questions_topic_lnk l ON l.question_id = d.id`;

const fillPool = (ids: readonly string[]): Sql => sql`
  INSERT INTO activity.questions_pool (document_id, revision_id, topic_document_id, difficulty, type, language)
  SELECT DISTINCT ON (document_id) document_id, id, content->>'topic', (content->>'difficulty')::smallint, content->>'type', content->>'language'
  FROM activity.questions_revisions WHERE ${isOf(ids)} ORDER BY document_id, number DESC
  ON CONFLICT (document_id) DO UPDATE SET revision_id = excluded.revision_id, topic_document_id = excluded.topic_document_id,
    difficulty = excluded.difficulty, type = excluded.type, language = excluded.language`;

/**
 * Publishes drafts that passed the rules, one or thousands, in the caller's transaction: revision, published row, pool, event.
 * Set-based: the number of statements does not depend on the number of questions.
 */
export async function publishDrafts(
  db: Db,
  ids: readonly string[],
  author: string | null,
  note: string | null = null,
): Promise<void> {
  if (ids.length === 0) return;
  await db.run(sql`SELECT id FROM questions_questions WHERE ${isOf(ids)} AND published_at IS NULL ORDER BY id FOR UPDATE`);
  await db.run(writeRevisions(ids, author, note));
  await db.run(sql`DELETE FROM questions_questions WHERE ${isOf(ids)} AND published_at IS NOT NULL`);
  await db.run(
    sql`UPDATE questions_questions SET state = 'published' WHERE ${isOf(ids)} AND published_at IS NULL AND state <> 'published'`,
  );
  await db.run(copyToPublished(ids));
  await db.run(fillPool(ids));
  await announceIds(db, questionEvents.questionsPublished, ids);
  await raisePoolVersion(db);
}

/** Puts the newest revision of each question into the pool and says so; the published rows are there already. */
export async function enterPool(db: Db, ids: readonly string[]): Promise<void> {
  await db.run(fillPool(ids));
  await announceIds(db, questionEvents.questionsPublished, ids);
  await raisePoolVersion(db);
}

/** First revision and place in the pool, for drafts that were made in this transaction. */
const firstRevisions = (ids: readonly string[], author: string | null): Sql => sql`
  WITH made AS (
    INSERT INTO activity.questions_revisions (document_id, number, content, key, content_hash, author)
    SELECT d.document_id, 1, ${CONTENT}, d.key, d.content_hash, ${author}
    FROM questions_questions d
    JOIN questions_questions_topic_lnk l ON l.question_id = d.id
    JOIN questions_topics t ON t.id = l.topic_id
    WHERE d.${isOf(ids)} AND d.published_at IS NULL
    RETURNING id, document_id, content)
  INSERT INTO activity.questions_pool (document_id, revision_id, topic_document_id, difficulty, type, language)
  SELECT document_id, id, content->>'topic', (content->>'difficulty')::smallint, content->>'type', content->>'language' FROM made`;

/** What is still missing for questions whose draft and published rows were made in this transaction: revision, pool, event, version. */
export const freshStatements = (ids: readonly string[], author: string | null): Sql[] =>
  ids.length === 0 ? [] : [firstRevisions(ids, author), ...eventRows(questionEvents.questionsPublished, ids), RAISE_VERSION];

/** Takes questions out of the pool. Revisions and papers that hold them stay. */
export async function archiveQuestions(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.run(sql`DELETE FROM questions_questions WHERE ${isOf(ids)} AND published_at IS NOT NULL`);
  await db.run(sql`UPDATE questions_questions SET state = 'archived', updated_at = now() AT TIME ZONE 'UTC' WHERE ${isOf(ids)}`);
  await leavePool(db, ids);
}

/** For questions that are deleted or archived. */
export async function leavePool(db: Db, ids: readonly string[]): Promise<void> {
  await db.run(sql`DELETE FROM activity.questions_pool WHERE ${isOf(ids)}`);
  await announceIds(db, questionEvents.questionsArchived, ids);
  await raisePoolVersion(db);
}
