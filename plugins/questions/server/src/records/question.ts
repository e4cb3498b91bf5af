import type { DocumentId } from '@lyceum/core/contract';
import { type Db, sql } from '@lyceum/core/server';
import type { QuestionStatus } from '../../../contract/index.ts';
import { type QuestionFilter, questionConditions } from './question-filter.ts';
import { DRAFTS, instant, type QuestionRecord } from './question-row.ts';
import type { Scope } from './scope.ts';

/** Whole drafts behind a row id, for exports. */
export const draftsAfter = (
  db: Db,
  filter: QuestionFilter,
  scope: Scope,
  afterId: number,
  limit: number,
): Promise<QuestionRecord[]> =>
  db.many<QuestionRecord>(
    sql`${DRAFTS} WHERE ${questionConditions(filter, scope)} AND d.id > ${afterId} ORDER BY d.id LIMIT ${limit}`,
  );

export const findDrafts = (db: Db, documentIds: readonly string[]): Promise<QuestionRecord[]> =>
  db.many<QuestionRecord>(sql`${DRAFTS} WHERE d.published_at IS NULL AND d.document_id = ANY (${documentIds}) ORDER BY d.id`);

export const findDraft = async (db: Db, documentId: string): Promise<QuestionRecord | null> =>
  (await findDrafts(db, [documentId]))[0] ?? null;

/** Locks a draft for an edit; null when there is none. */
export const lockDraft = (db: Db, documentId: string): Promise<{ updated_at: Date; state: QuestionStatus } | null> =>
  db.maybeOne(sql`
    SELECT ${instant('updated_at')} AS updated_at, state FROM questions_questions WHERE document_id = ${documentId} AND published_at IS NULL FOR UPDATE`);

/** Which draft has a code. */
export async function documentWithCode(db: Db, code: string): Promise<string | null> {
  const row = await db.maybeOne<{ document_id: string }>(
    sql`SELECT document_id FROM questions_questions WHERE code = ${code} AND published_at IS NULL`,
  );
  return row?.document_id ?? null;
}

/** Which of these addresses are stored files. */
export async function knownFiles(db: Db, urls: readonly string[]): Promise<Set<string>> {
  if (urls.length === 0) return new Set();
  const rows = await db.many<{ url: string }>(sql`SELECT url FROM files WHERE url = ANY (${urls})`);
  return new Set(rows.map(({ url }) => url));
}

export type RevisionRecord = {
  id: number;
  document_id: DocumentId;
  number: number;
  content: Record<string, unknown>;
  key: unknown;
  created_at: Date;
  author: string | null;
  note: string | null;
};

export const listRevisions = (db: Db, documentId: string): Promise<RevisionRecord[]> =>
  db.many<RevisionRecord>(sql`
    SELECT r.id, r.document_id, r.number, r.content, r.key, r.created_at, r.note,
      coalesce(nullif(trim(concat_ws(' ', a.firstname, a.lastname)), ''), r.author) AS author
    FROM activity.questions_revisions r
    LEFT JOIN admin_users a ON r.author = 'staff:' || a.id
    WHERE r.document_id = ${documentId} ORDER BY r.number DESC`);
