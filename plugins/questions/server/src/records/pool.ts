import { type Db, sql } from '@lyceum/core/server';
import type { PoolItem, PoolRule } from '../../../contract/index.ts';

/** Columns of a `PoolItem`; the pool's alias is `p`. */
export const ITEM = sql.raw(
  'p.revision_id AS "revisionId", p.document_id AS "documentId", p.topic_document_id AS "topicId", p.difficulty, p.type, p.language',
);

/** What every rule may draw, in one round trip; `place` is the rule's place in the list. A translation is drawn through its source. */
export const drawPool = (db: Db, rules: readonly PoolRule[]): Promise<(PoolItem & { place: number })[]> =>
  db.many(sql`
    WITH RECURSIVE rules AS (
      SELECT * FROM jsonb_to_recordset(${sql.json(rules.map((rule, place) => ({ ...rule, place })))})
        AS r (place integer, topic text, "difficultyMin" integer, "difficultyMax" integer, language text)),
    -- A topic that was merged stands for the one it went into.
    asked AS (
      SELECT r.*, coalesce(m.document_id, r.topic) AS root FROM rules r
      LEFT JOIN activity.questions_redirects m ON m.kind = 'topic' AND m.old_name = r.topic),
    below (root, id, document_id) AS (
      SELECT t.document_id, t.id, t.document_id FROM questions_topics t WHERE t.document_id IN (SELECT root FROM asked)
      UNION
      SELECT b.root, c.id, c.document_id FROM below b
      JOIN questions_topics_parent_lnk l ON l.inv_topic_id = b.id JOIN questions_topics c ON c.id = l.topic_id)
    SELECT r.place, ${ITEM}
    FROM asked r
    JOIN below b ON b.root = r.root
    JOIN activity.questions_pool p ON p.topic_document_id = b.document_id
      AND p.difficulty BETWEEN r."difficultyMin" AND r."difficultyMax" AND (r.language IS NULL OR p.language = r.language)
      AND NOT EXISTS (
        SELECT 1 FROM questions_questions t
        WHERE t.document_id = p.document_id AND t.translation_of IS NOT NULL AND t.published_at IS NOT NULL)
    ORDER BY r.place, p.document_id COLLATE "C"`);

export const latestRevisions = (db: Db, documentIds: readonly string[]): Promise<PoolItem[]> =>
  db.many(sql`SELECT ${ITEM} FROM activity.questions_pool p WHERE p.document_id = ANY (${documentIds})`);

export const poolVersion = async (db: Db): Promise<number> =>
  (await db.one<{ version: number }>(sql`SELECT version FROM activity.questions_pool_version WHERE id = 1`)).version;
