import type { DocumentId } from '@lyceum/core/contract';
import { type Db, type Sql, sql } from '@lyceum/core/server';
import type { CareCode, CareFlag, ItemFigures, Key, Option, QuestionType } from '../../../contract/index.ts';

/** What figures need to know of a version. */
export type CountedRevision = {
  id: number;
  documentId: DocumentId;
  number: number;
  type: QuestionType;
  key: Key;
  options: Option[] | null;
  estimatedSec: number | null;
};

export const countedRevisions = (db: Db, ids: readonly number[]): Promise<CountedRevision[]> =>
  db.many<CountedRevision>(sql`
    SELECT id, document_id AS "documentId", number, content->>'type' AS type, key, content->'options' AS options,
      (content->>'estimatedSec')::integer AS "estimatedSec"
    FROM activity.questions_revisions WHERE id = ANY (${ids})`);

export type FiguresRow = {
  revisionId: number;
  documentId: string;
  number: number;
  figures: ItemFigures;
  flags: CareFlag[];
  severity: number;
};

/** Writes the figures of a night; those counted in an earlier one are replaced. */
export const putFigures = (db: Db, rows: readonly FiguresRow[], countedAt: Date): Promise<number> =>
  db.run(sql`
    INSERT INTO activity.questions_item_figures (revision_id, document_id, number, figures, flags, severity, counted_at)
    SELECT r."revisionId", r."documentId", r.number, r.figures, r.flags, r.severity, ${countedAt}
    FROM jsonb_to_recordset(${sql.json(rows)})
      AS r ("revisionId" bigint, "documentId" text, number integer, figures jsonb, flags jsonb, severity integer)
    ON CONFLICT (revision_id) DO UPDATE SET figures = excluded.figures, flags = excluded.flags, severity = excluded.severity,
      counted_at = excluded.counted_at`);

/** Figures that were not counted again belong to answers that are void by now. */
export const dropOldFigures = (db: Db, countedAt: Date): Promise<number> =>
  db.run(sql`DELETE FROM activity.questions_item_figures WHERE counted_at < ${countedAt}`);

export type FiguresRecord = { revisionId: number; number: number; figures: ItemFigures; flags: CareFlag[]; countedAt: Date };

export const figuresOfQuestion = (db: Db, documentId: string): Promise<FiguresRecord[]> =>
  db.many<FiguresRecord>(sql`
    SELECT revision_id AS "revisionId", number, figures, flags, counted_at AS "countedAt"
    FROM activity.questions_item_figures WHERE document_id = ${documentId} ORDER BY number DESC`);

export const dismissedFlags = async (db: Db, revisionId: number): Promise<CareCode[]> =>
  (
    await db.many<{ flag: CareCode }>(
      sql`SELECT flag FROM activity.questions_care_dismissed WHERE revision_id = ${revisionId} ORDER BY dismissed_at, flag`,
    )
  ).map(({ flag }) => flag);

export const dismiss = (db: Db, revisionId: number, flag: CareCode, by: string): Promise<number> =>
  db.run(sql`
    INSERT INTO activity.questions_care_dismissed (revision_id, flag, dismissed_by) VALUES (${revisionId}, ${flag}, ${by})
    ON CONFLICT DO NOTHING`);

export const undismiss = (db: Db, revisionId: number, flag: CareCode): Promise<number> =>
  db.run(sql`DELETE FROM activity.questions_care_dismissed WHERE revision_id = ${revisionId} AND flag = ${flag}`);

export type CareRecord = {
  revisionId: number;
  documentId: DocumentId;
  code: string;
  stemStart: string;
  type: QuestionType;
  number: number;
  figures: ItemFigures;
  flags: CareFlag[];
  severity: number;
  openReports: number;
};

/**
 * Published questions whose newest version has flags nobody put aside, worst first.
 * @param scope what the reader may see, over drafts `d`
 * @param after severity and revision of the last row before
 */
export const careRows = (
  db: Db,
  {
    scope,
    flag,
    after,
    limit,
  }: { scope: Sql; flag: CareCode | undefined; after: readonly [number, number] | null; limit: number },
): Promise<CareRecord[]> =>
  db.many<CareRecord>(sql`
    SELECT f.revision_id AS "revisionId", f.document_id AS "documentId", d.code, left(d.stem, 400) AS "stemStart", d.type, f.number, f.figures,
      open.flags, f.severity,
      (SELECT count(*) FROM activity.questions_reports r WHERE r.document_id = f.document_id AND r.state = 'open') AS "openReports"
    FROM activity.questions_item_figures f
    JOIN activity.questions_pool p ON p.revision_id = f.revision_id
    JOIN questions_questions d ON d.document_id = f.document_id AND d.published_at IS NULL
    JOIN LATERAL (
      SELECT jsonb_agg(x) AS flags FROM jsonb_array_elements(f.flags) AS x
      WHERE NOT EXISTS (SELECT 1 FROM activity.questions_care_dismissed c WHERE c.revision_id = f.revision_id AND c.flag = x->>'code')) open
      ON open.flags IS NOT NULL
    WHERE f.severity > 0 AND ${scope}
      ${flag === undefined ? sql`` : sql`AND open.flags @> ${sql.json([{ code: flag }])}`}
      ${after === null ? sql`` : sql`AND (f.severity, -f.revision_id) < (${after[0]}, ${-after[1]})`}
    ORDER BY f.severity DESC, f.revision_id LIMIT ${limit}`);
