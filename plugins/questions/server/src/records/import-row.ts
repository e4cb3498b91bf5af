import type { DocumentId } from '@lyceum/core/contract';
import { type Db, type Sql, sql } from '@lyceum/core/server';
import type { Fidelity, Loss, RowResult, RuleMessage, UndoResult } from '../../../contract/index.ts';

export type ReportRecord = {
  number: number;
  code: string | null;
  stem_start: string;
  result: RowResult;
  document_id: DocumentId | null;
  messages: RuleMessage[];
  losses: Loss[];
  undo: UndoResult | null;
  cells: string[] | null;
};

export type ReportFilter = {
  batchId: string;
  run: number;
  result?: RowResult | undefined;
  warned?: boolean | undefined;
  fidelity?: Fidelity | undefined;
  undo?: UndoResult | undefined;
};

/** Condition on a column of losses: nothing lost, something different, or something missing. */
export const hasFidelity = (fidelity: Fidelity): Sql => {
  if (fidelity === 'kept') return sql`losses = '[]'`;
  const leftOut = sql`losses @> '[{"level": "leftOut"}]'`;
  return fidelity === 'leftOut' ? leftOut : sql`(losses <> '[]' AND NOT ${leftOut})`;
};

const conditions = ({ batchId, run, result, warned, fidelity, undo }: ReportFilter): Sql =>
  sql.join(
    [
      sql`batch_id = ${batchId} AND run = ${run}`,
      ...(result ? [sql`result = ${result}`] : []),
      ...(warned ? [sql`messages <> '[]' AND result IN ('created', 'updated')`] : []),
      ...(fidelity ? [hasFidelity(fidelity)] : []),
      ...(undo ? [sql`undo = ${undo}`] : []),
    ],
    sql` AND `,
  );

/** Rows of a report behind a row number, in the order of the file. */
export const reportRows = (db: Db, filter: ReportFilter, after: number, limit: number): Promise<ReportRecord[]> =>
  db.many<ReportRecord>(sql`
    SELECT number, code, stem_start, result, document_id, messages, losses, undo, cells FROM activity.questions_import_rows
    WHERE ${conditions(filter)} AND number > ${after} ORDER BY number LIMIT ${limit}`);

export const countReport = async (db: Db, filter: ReportFilter): Promise<number> =>
  (await db.one<{ count: number }>(sql`SELECT count(*) AS count FROM activity.questions_import_rows WHERE ${conditions(filter)}`))
    .count;
