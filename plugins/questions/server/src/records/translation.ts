import type { DocumentId } from '@lyceum/core/contract';
import { type Db, sql } from '@lyceum/core/server';
import type { PoolItem } from '../../../contract/index.ts';
import { ITEM } from './pool.ts';

/** Published translations of these questions; of two in one language the older one comes first. */
export const translationsOf = (db: Db, documentIds: readonly string[]): Promise<(PoolItem & { source: DocumentId })[]> =>
  db.many(sql`
    SELECT t.translation_of AS source, ${ITEM} FROM questions_questions t
    JOIN activity.questions_pool p ON p.document_id = t.document_id
    WHERE t.published_at IS NOT NULL AND t.translation_of = ANY (${[...documentIds]})
    ORDER BY t.translation_of COLLATE "C", t.created_at, p.document_id COLLATE "C"`);

/** Every translation of a question, published or not, by language. */
export const translationDrafts = async (db: Db, documentId: string): Promise<DocumentId[]> => {
  const rows = await db.many<{ id: DocumentId }>(sql`
    SELECT document_id AS id FROM questions_questions
    WHERE translation_of = ${documentId} AND published_at IS NULL ORDER BY language, document_id COLLATE "C"`);
  return rows.map(({ id }) => id);
};
