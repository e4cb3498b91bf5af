import { type Db, sql } from '@lyceum/core/server';
import type { RowResult, RuleMessage } from '../../../contract/index.ts';

export type ReportRecord = {
  number: number;
  code: string | null;
  stem_start: string;
  result: RowResult;
  document_id: string | null;
  messages: RuleMessage[];
  cells: string[] | null;
};

export type ReportFilter = { batchId: string; run: number; result?: RowResult | undefined; warned?: boolean | undefined };

const conditions = ({ batchId, run, result, warned }: ReportFilter) => sql`
  batch_id = ${batchId} AND run = ${run} AND (${result ?? null}::text IS NULL OR result = ${result ?? null})
  AND (NOT ${warned ?? false} OR (messages <> '[]' AND result IN ('created', 'updated')))`;

/** Rows of a report behind a row number, in the order of the file. */
export const reportRows = (db: Db, filter: ReportFilter, after: number, limit: number): Promise<ReportRecord[]> =>
  db.many<ReportRecord>(sql`
    SELECT number, code, stem_start, result, document_id, messages, cells FROM activity.questions_import_rows
    WHERE ${conditions(filter)} AND number > ${after} ORDER BY number LIMIT ${limit}`);

export const countReport = async (db: Db, filter: ReportFilter): Promise<number> =>
  (await db.one<{ count: number }>(sql`SELECT count(*) AS count FROM activity.questions_import_rows WHERE ${conditions(filter)}`))
    .count;
