import type { DocumentId } from '@lyceum/core/contract';
import { type Db, keyset, sql } from '@lyceum/core/server';
import type { QuestionStatus, QuestionType } from '../../../contract/index.ts';
import { type QuestionFilter, questionConditions } from './question-filter.ts';
import { DRAFTS, instant, type QuestionRecord } from './question-row.ts';

export type ListRecord = {
  id: number;
  document_id: DocumentId;
  code: string;
  stem_start: string;
  type: QuestionType;
  topic: DocumentId | null;
  difficulty: number;
  language: 'en' | 'tr' | 'ar';
  state: QuestionStatus;
  content_hash: string | null;
  updated_at: Date;
  editor: string | null;
  version: number;
  published_hash: string | null;
  sort_value: string | number;
};

type Page = { sort: string; cursor?: string | undefined; pageSize: number };

const SORTS = {
  code: { column: 'd.code', cast: 'text' },
  updatedAt: { column: 'd.updated_at', cast: 'timestamptz' },
  difficulty: { column: 'd.difficulty', cast: 'int8' },
} as const;

/** One page and one row more, so that the caller knows whether another follows. */
export async function listQuestions(db: Db, filter: QuestionFilter, page: Page): Promise<ListRecord[]> {
  const { after, order, sortColumn } = keyset(page, SORTS, 'd.id');
  return db.many<ListRecord>(sql`
    WITH page AS MATERIALIZED (
      SELECT d.id, d.document_id, d.code, left(d.stem, 400) AS stem_start, d.type, d.difficulty, d.language, d.state, d.content_hash,
        d.updated_at, d.updated_by_id, ${sortColumn}::text AS sort_value
      FROM questions_questions d WHERE ${questionConditions(filter)} AND ${after} ${order} LIMIT ${page.pageSize + 1})
    SELECT d.*, ${instant('d.updated_at')} AS updated_at, t.document_id AS topic,
      nullif(trim(concat_ws(' ', a.firstname, a.lastname)), '') AS editor, coalesce(r.number, 0) AS version, r.content_hash AS published_hash
    FROM page d
    LEFT JOIN questions_questions_topic_lnk l ON l.question_id = d.id
    LEFT JOIN questions_topics t ON t.id = l.topic_id
    LEFT JOIN admin_users a ON a.id = d.updated_by_id
    LEFT JOIN LATERAL (
      SELECT number, content_hash FROM activity.questions_revisions WHERE document_id = d.document_id ORDER BY number DESC LIMIT 1) r ON true
    ${order}`);
}

export async function countQuestions(db: Db, filter: QuestionFilter): Promise<number> {
  const { count } = await db.one<{ count: number }>(
    sql`SELECT count(*) AS count FROM questions_questions d WHERE ${questionConditions(filter)}`,
  );
  return count;
}

/** Whole drafts behind a row id, for exports. */
export const draftsAfter = (db: Db, filter: QuestionFilter, afterId: number, limit: number): Promise<QuestionRecord[]> =>
  db.many<QuestionRecord>(sql`${DRAFTS} WHERE ${questionConditions(filter)} AND d.id > ${afterId} ORDER BY d.id LIMIT ${limit}`);

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
