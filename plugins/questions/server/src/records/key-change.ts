import type { DocumentId } from '@lyceum/core/contract';
import { type Db, sql } from '@lyceum/core/server';
import type { Key } from '../../../contract/index.ts';

/** Published questions among these whose draft has another key than their newest version. */
export const changedKeys = (
  db: Db,
  documentIds: readonly string[],
): Promise<{ documentId: DocumentId; code: string; key: Key }[]> =>
  db.many(sql`
    SELECT d.document_id AS "documentId", d.code, d.key FROM questions_questions d
    JOIN LATERAL (
      SELECT key FROM activity.questions_revisions WHERE document_id = d.document_id ORDER BY number DESC LIMIT 1) r ON true
    WHERE d.published_at IS NULL AND d.document_id = ANY (${[...documentIds]}) AND d.key::jsonb IS DISTINCT FROM r.key
    ORDER BY d.code`);
