import type { DocumentId } from '@lyceum/core/contract';
import { type Db, type Sql, sql } from '@lyceum/core/server';
import type { z } from 'zod';
import type { ExportChoice, ExportFormat, ExportState, Fidelity, Loss } from '../../../contract/index.ts';
import { hasFidelity } from './import-row.ts';
import type { Scope } from './scope.ts';

export type Choice = z.output<typeof ExportChoice>;

export type ExportRecord = {
  id: string;
  format: ExportFormat;
  with_media: boolean;
  choice: Choice;
  may_publish: boolean;
  state: ExportState;
  total: number;
  done_count: number;
  approximated_count: number;
  left_out_count: number;
  file_id: string | null;
  file_name: string | null;
  size_bytes: number | null;
  error: string | null;
  started_by: number;
  starter: string | null;
  created_at: Date;
  finished_at: Date | null;
};

const EXPORTS = sql`
  SELECT e.*, coalesce(nullif(trim(concat_ws(' ', a.firstname, a.lastname)), ''), a.email) AS starter
  FROM activity.questions_exports e LEFT JOIN admin_users a ON a.id = e.started_by`;

export const findExport = (db: Db, id: string): Promise<ExportRecord | null> =>
  db.maybeOne<ExportRecord>(sql`${EXPORTS} WHERE e.id = ${id}`);

/** Exports of a scope: all, or those of one member of staff. */
export const pageOfExports = (db: Db, scope: Scope, after: Sql, order: Sql, limit: number): Promise<ExportRecord[]> =>
  db.many<ExportRecord>(sql`
    ${EXPORTS} WHERE ${scope.kind === 'all' ? sql`TRUE` : sql`e.started_by = ${scope.staffId}`} AND ${after} ${order} LIMIT ${limit}`);

type NewExport = Pick<ExportRecord, 'id' | 'format' | 'choice' | 'total'> & {
  withMedia: boolean;
  mayPublish: boolean;
  startedBy: number;
};

export const insertExport = (db: Db, one: NewExport): Promise<number> =>
  db.run(sql`
    INSERT INTO activity.questions_exports (id, format, with_media, choice, may_publish, total, started_by)
    VALUES (${one.id}, ${one.format}, ${one.withMedia}, ${sql.json(one.choice)}, ${one.mayPublish}, ${one.total}, ${one.startedBy})`);

/** Takes a queued export, or one whose worker died, for this worker, and begins it anew. Null when it is over. */
export async function takeExport(db: Db, id: string): Promise<ExportRecord | null> {
  const taken = await db.run(sql`
    UPDATE activity.questions_exports SET state = 'running', done_count = 0, approximated_count = 0, left_out_count = 0
    WHERE id = ${id} AND state IN ('queued', 'running')`);
  if (taken === 0) return null;
  await db.run(sql`DELETE FROM activity.questions_export_rows WHERE export_id = ${id}`);
  return findExport(db, id);
}

export type ExportRowRecord = {
  number: number;
  document_id: DocumentId;
  code: string;
  stem_start: string;
  is_written: boolean;
  losses: Loss[];
};

/** Adds questions to the report and to the counts; false when somebody ended the export meanwhile. */
export async function reportExported(db: Db, id: string, rows: readonly ExportRowRecord[]): Promise<boolean> {
  await db.run(sql`
    INSERT INTO activity.questions_export_rows (export_id, number, document_id, code, stem_start, is_written, losses)
    SELECT ${id}, number, document_id, code, stem_start, is_written, losses
    FROM jsonb_to_recordset(${sql.json(rows)}) AS r (number integer, document_id text, code text, stem_start text, is_written boolean, losses jsonb)`);
  const isLeftOut = ({ losses }: ExportRowRecord) => losses.some(({ level }) => level === 'leftOut');
  const leftOut = rows.filter(isLeftOut).length;
  const approximated = rows.filter((row) => row.losses.length > 0 && !isLeftOut(row)).length;
  const counted = await db.run(sql`
    UPDATE activity.questions_exports SET done_count = done_count + ${rows.length}, approximated_count = approximated_count + ${approximated},
      left_out_count = left_out_count + ${leftOut}
    WHERE id = ${id} AND state = 'running'`);
  return counted > 0;
}

export const finishExport = (
  db: Db,
  id: string,
  file: { fileId: string; fileName: string; sizeBytes: number },
): Promise<number> =>
  db.run(sql`
    UPDATE activity.questions_exports SET state = 'finished', file_id = ${file.fileId}, file_name = ${file.fileName},
      size_bytes = ${file.sizeBytes}, total = done_count, finished_at = now()
    WHERE id = ${id} AND state = 'running'`);

export const endExport = (db: Db, id: string, state: 'failed' | 'cancelled', error: string | null): Promise<number> =>
  db.run(sql`
    UPDATE activity.questions_exports SET state = ${state}, error = ${error}, finished_at = now()
    WHERE id = ${id} AND state IN ('queued', 'running')`);

const rowsOf = (id: string, fidelity: Fidelity | undefined): Sql =>
  sql`FROM activity.questions_export_rows WHERE export_id = ${id} AND ${fidelity ? hasFidelity(fidelity) : sql`TRUE`}`;

export const exportRows = (
  db: Db,
  id: string,
  fidelity: Fidelity | undefined,
  after: number,
  limit: number,
): Promise<ExportRowRecord[]> =>
  db.many<ExportRowRecord>(sql`
    SELECT number, document_id, code, stem_start, is_written, losses ${rowsOf(id, fidelity)} AND number > ${after}
    ORDER BY number LIMIT ${limit}`);

export const countExportRows = async (db: Db, id: string, fidelity: Fidelity | undefined): Promise<number> =>
  (await db.one<{ count: number }>(sql`SELECT count(*) AS count ${rowsOf(id, fidelity)}`)).count;

/** Exports whose files are old enough to go. */
export const staleExports = (db: Db, days: number): Promise<{ id: string; file_id: string | null }[]> =>
  db.many(sql`SELECT id, file_id FROM activity.questions_exports WHERE created_at < now() - make_interval(days => ${days})`);

export const deleteExport = (db: Db, id: string): Promise<number> =>
  db.run(sql`DELETE FROM activity.questions_exports WHERE id = ${id}`);
