import { type Db, sql } from '@lyceum/core/server';

/**
 * Keeps drafts, and what is published of them, as they are before the batch changes or publishes them for the first time:
 * what taking the batch back restores. In the transaction of the change.
 */
export async function beforeChange(
  db: Db,
  { batchId }: { readonly batchId: string },
  documentIds: readonly string[],
): Promise<void> {
  if (documentIds.length === 0) return;
  await db.run(sql`
    INSERT INTO activity.questions_import_before (batch_id, document_id, draft, draft_topic, published, published_topic)
    SELECT ${batchId}, d.document_id, to_jsonb(d) - 'id', dt.document_id, to_jsonb(p) - 'id', pt.document_id
    FROM questions_questions d
    LEFT JOIN questions_questions_topic_lnk dl ON dl.question_id = d.id LEFT JOIN questions_topics dt ON dt.id = dl.topic_id
    LEFT JOIN questions_questions p ON p.document_id = d.document_id AND p.published_at IS NOT NULL
    LEFT JOIN questions_questions_topic_lnk pl ON pl.question_id = p.id LEFT JOIN questions_topics pt ON pt.id = pl.topic_id
    WHERE d.published_at IS NULL AND d.document_id = ANY (${[...documentIds]})
    ON CONFLICT (batch_id, document_id) DO NOTHING`);
}
