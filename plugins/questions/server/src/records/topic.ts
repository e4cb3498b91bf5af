import type { DocumentId } from '@lyceum/core/contract';
import { type Db, sql } from '@lyceum/core/server';

export type TopicRecord = {
  id: number;
  documentId: DocumentId;
  name: string;
  slug: string;
  code: string | null;
  order: number;
  parent: DocumentId | null;
};

/** All topics; a few thousand at most. */
export const allTopics = (db: Db): Promise<TopicRecord[]> =>
  db.many<TopicRecord>(sql`
    SELECT t.id, t.document_id AS "documentId", t.name, t.slug, t.code, t."order", p.document_id AS parent
    FROM questions_topics t
    LEFT JOIN questions_topics_parent_lnk l ON l.topic_id = t.id
    LEFT JOIN questions_topics p ON p.id = l.inv_topic_id
    ORDER BY t."order", t.id`);

/** Nobody else changes the tree until the transaction ends: names among siblings stay unique. */
export const lockTopics = (db: Db): Promise<number> => db.run(sql`SELECT pg_advisory_xact_lock(hashtext('questions.topics'))`);

export type TopicCount = { documentId: string; questions: number; published: number };

/** Questions filed right at each topic: drafts that are not archived, and what the pool holds. */
export const topicCounts = (db: Db): Promise<TopicCount[]> =>
  db.many<TopicCount>(sql`
    SELECT t.document_id AS "documentId", coalesce(q.count, 0) AS questions, coalesce(p.count, 0) AS published
    FROM questions_topics t
    LEFT JOIN (
      SELECT l.topic_id, count(*) FROM questions_questions_topic_lnk l
      JOIN questions_questions d ON d.id = l.question_id AND d.published_at IS NULL AND d.state <> 'archived' GROUP BY 1) q ON q.topic_id = t.id
    LEFT JOIN (SELECT topic_document_id, count(*) FROM activity.questions_pool GROUP BY 1) p ON p.topic_document_id = t.document_id`);

/** True when any question, archived ones included, is filed at the topic. */
export async function isTopicUsed(db: Db, documentId: string): Promise<boolean> {
  const row = await db.maybeOne(sql`
    SELECT 1 FROM questions_questions_topic_lnk l JOIN questions_topics t ON t.id = l.topic_id WHERE t.document_id = ${documentId}
    UNION ALL SELECT 1 FROM questions_questions WHERE further_topics ? ${documentId} LIMIT 1`);
  return row !== null;
}

/** Puts siblings in the given order. */
export const orderTopics = (db: Db, documentIds: readonly string[]): Promise<number> =>
  db.run(sql`
    UPDATE questions_topics t SET "order" = o.place - 1
    FROM unnest(${documentIds}::text[]) WITH ORDINALITY AS o (document_id, place) WHERE o.document_id = t.document_id`);
