import { containing, db, encodeCursor, keyset, type Sql, sql } from '@lyceum/core/server';
import type { ExamRow } from '../../../contract/staff-exams.ts';
import type { ExamKind } from '../../../contract/values.ts';

export type ExamListRow = Omit<ExamRow, 'itemCount' | 'updatedAt'> & { sections: unknown; updatedAt: Date; sortValue: string };

type Query = {
  sort: string;
  cursor?: string | undefined;
  pageSize: number;
  search?: string | undefined;
  kind?: ExamKind | undefined;
  status?: ExamRow['status'] | undefined;
};

const SORTS = {
  updatedAt: { column: "date_trunc('milliseconds', e.updated_at AT TIME ZONE 'UTC')", cast: 'timestamptz' },
  title: { column: 'e.title', cast: 'text' },
} as const;

/** Draft, published, or published with a draft that was saved since. */
const STATUS = sql.raw(
  `CASE WHEN f.id IS NULL THEN 'draft' WHEN e.updated_at AT TIME ZONE 'UTC' > f.draft_updated_at THEN 'changed' ELSE 'published' END`,
);

const drafts: Sql = sql`FROM exams_exams e LEFT JOIN activity.exams_forms f ON f.exam_id = e.document_id AND f.is_current WHERE e.published_at IS NULL`;

/** One page of all exams with their attempts counted. Strapi keeps instants in UTC without a zone. */
export async function listExams(query: Query): Promise<{ rows: ExamListRow[]; next: string | null; total: number }> {
  const page = keyset(query, SORTS, 'e.document_id');
  const kind = query.kind ?? null;
  const status = query.status ?? null;
  const like = query.search ? containing(query.search) : null;
  const where = sql`${drafts} AND (${kind}::text IS NULL OR e.kind = ${kind}) AND (${status}::text IS NULL OR ${STATUS} = ${status})
    AND (${like}::text IS NULL OR e.title ILIKE ${like} OR e.slug ILIKE ${like})`;
  const { total } = await db().one<{ total: number }>(sql`SELECT count(*)::int AS total ${where}`);
  const rows = await db().many<ExamListRow>(sql`
    SELECT e.document_id AS id, e.title, e.slug, e.kind, ${STATUS} AS status, e.sections, e.time_limit_sec AS "timeLimitSec",
      coalesce(e.is_public, true) AS "isPublic", e.updated_at AT TIME ZONE 'UTC' AS "updatedAt", ${page.sortColumn}::text AS "sortValue",
      (SELECT count(*)::int FROM activity.exams_attempts a WHERE a.exam_id = e.document_id) AS attempts,
      (SELECT count(*)::int FROM activity.exams_attempts a WHERE a.exam_id = e.document_id AND a.state = 'running') AS running
    ${where} AND ${page.after} ${page.order} LIMIT ${query.pageSize + 1}`);
  const last = rows[query.pageSize - 1];
  return {
    rows: rows.slice(0, query.pageSize),
    next: rows.length > query.pageSize && last ? encodeCursor([last.sortValue, last.id]) : null,
    total,
  };
}

/** Status, publishing time and number of attempts of one draft. */
export function examState(examId: string) {
  return db().maybeOne<{ status: ExamRow['status']; publishedAt: Date | null; attempts: number }>(sql`
    SELECT ${STATUS} AS status, f.published_at AS "publishedAt",
      (SELECT count(*)::int FROM activity.exams_attempts a WHERE a.exam_id = e.document_id) AS attempts
    ${drafts} AND e.document_id = ${examId}`);
}

/** Another exam, draft or published, that has this address. */
export async function slugHolder(slug: string, except: string | null): Promise<string | null> {
  const row = await db().maybeOne<{ id: string }>(sql`
    SELECT document_id AS id FROM exams_exams WHERE slug = ${slug} AND document_id IS DISTINCT FROM ${except}::text LIMIT 1`);
  return row?.id ?? null;
}

/** Addresses that begin alike, to find a free one. */
export async function slugsLike(start: string, except: string | null): Promise<string[]> {
  const rows = await db().many<{ slug: string }>(sql`
    SELECT DISTINCT slug FROM exams_exams WHERE (slug = ${start} OR slug LIKE ${`${start}-%`}) AND document_id IS DISTINCT FROM ${except}::text`);
  return rows.map((row) => row.slug);
}
