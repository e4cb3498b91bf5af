import type { DocumentId } from '@lyceum/core/contract';
import { type Db, type Sql, sql } from '@lyceum/core/server';
import type { BulkAction, BulkFailure, BulkRun, BulkSelection, QuestionStatus } from '../../../contract/index.ts';
import type { Patch } from '../../../domain/bulk/patch.ts';
import { questionConditions } from './question-filter.ts';
import { type Scope, seenIn } from './scope.ts';

export type RunRecord = {
  id: string;
  action: BulkAction;
  undo_of: string | null;
  state: BulkRun['state'];
  staff_id: number;
  by: string | null;
  total: number;
  done: number;
  unchanged: number;
  failed: number;
  created_at: Date;
  finished_at: Date | null;
  undone: boolean;
};

/** Where a question stood: enough to put it back there. */
export type Standing = { state: QuestionStatus; version: number; published: boolean };
/** What is kept of a question to take an action back. */
export type Before = {
  patch?: Partial<Patch>;
  standing?: Standing;
  /** A deleted draft, column by column, and its topic. */
  row?: Record<string, unknown>;
  topic?: string | null;
};
/** How an action left a question; somebody changed it since when that is no longer so. */
export type After = { patch?: Partial<Patch>; state: QuestionStatus; version: number };

export type RowRecord = {
  number: number;
  document_id: DocumentId;
  code: string;
  before: Before | null;
  after: After | null;
};

export type RowResult = {
  readonly number: number;
  readonly result: 'done' | 'unchanged' | 'failed';
  readonly code?: string;
  readonly reason?: Pick<BulkFailure, 'reason' | 'params' | 'messages'>;
  readonly before?: Before;
  readonly after?: After;
};

const RUNS = sql`
  SELECT r.*, coalesce(nullif(trim(concat_ws(' ', a.firstname, a.lastname)), ''), a.email) AS by,
    EXISTS (SELECT 1 FROM activity.questions_bulk_runs u WHERE u.undo_of = r.id) AS undone
  FROM activity.questions_bulk_runs r LEFT JOIN admin_users a ON a.id = r.staff_id`;

/** Runs a member of staff may look at: their own, or all of them. */
const ofScope = (scope: Scope): Sql => (scope.kind === 'all' ? sql`TRUE` : sql`r.staff_id = ${scope.staffId}`);

export const findRun = (db: Db, id: string, scope: Scope): Promise<RunRecord | null> =>
  db.maybeOne<RunRecord>(sql`${RUNS} WHERE r.id = ${id} AND ${ofScope(scope)}`);

/** For the work itself, which has no reader. */
export const readRun = (db: Db, id: string): Promise<RunRecord | null> => db.maybeOne<RunRecord>(sql`${RUNS} WHERE r.id = ${id}`);

export const runsPage = (
  db: Db,
  scope: Scope,
  after: Sql,
  order: Sql,
  limit: number,
): Promise<(RunRecord & { sort_value: string })[]> =>
  db.many(sql`
    SELECT r.*, r.created_at::text AS sort_value FROM (${RUNS} WHERE ${ofScope(scope)}) r WHERE ${after} ${order} LIMIT ${limit}`);

const chosen = (selection: BulkSelection, scope: Scope): Sql =>
  'documentIds' in selection
    ? sql`
      SELECT w.place, w.id AS document_id, coalesce(d.code, '') AS code
      FROM unnest(${[...new Set(selection.documentIds)]}::text[]) WITH ORDINALITY AS w (id, place)
      LEFT JOIN questions_questions d ON d.document_id = w.id AND d.published_at IS NULL AND ${seenIn(scope)}`
    : sql`
      SELECT row_number() OVER (ORDER BY d.id) AS place, d.document_id, d.code FROM questions_questions d
      WHERE ${questionConditions(selection.filter, scope)} AND NOT (d.document_id = ANY (${selection.except}))`;

/** The questions of a selection, in their order, at most so many. */
export const chosenQuestions = (
  db: Db,
  selection: BulkSelection,
  scope: Scope,
  limit: number,
): Promise<{ place: number; document_id: DocumentId; code: string }[]> =>
  db.many(sql`SELECT * FROM (${chosen(selection, scope)}) c ORDER BY place LIMIT ${limit}`);

export const countChosen = async (db: Db, selection: BulkSelection, scope: Scope): Promise<number> =>
  (await db.one<{ count: number }>(sql`SELECT count(*) FROM (${chosen(selection, scope)}) c`)).count;

type NewRun = { id: string; action: BulkAction; staffId: number };

/** Makes a run with its rows, which stay as they are however the bank changes meanwhile. Gives back how many. */
export async function insertRun(
  db: Db,
  { id, action, staffId }: NewRun,
  selection: BulkSelection,
  scope: Scope,
): Promise<number> {
  await db.run(
    sql`INSERT INTO activity.questions_bulk_runs (id, action, staff_id, total) VALUES (${id}, ${sql.json(action)}, ${staffId}, 0)`,
  );
  const total = await db.run(sql`
    INSERT INTO activity.questions_bulk_rows (run_id, number, document_id, code)
    SELECT ${id}, place, document_id, code FROM (${chosen(selection, scope)}) c`);
  await db.run(sql`UPDATE activity.questions_bulk_runs SET total = ${total} WHERE id = ${id}`);
  return total;
}

/** Makes the run that takes another one back, over the questions that one changed. */
export async function insertUndo(db: Db, id: string, of: RunRecord, staffId: number): Promise<void> {
  await db.run(sql`
    INSERT INTO activity.questions_bulk_runs (id, action, undo_of, staff_id, total)
    VALUES (${id}, ${sql.json(of.action)}, ${of.id}, ${staffId}, ${of.done})`);
  await db.run(sql`
    INSERT INTO activity.questions_bulk_rows (run_id, number, document_id, code, before, after)
    SELECT ${id}, number, document_id, code, before, after FROM activity.questions_bulk_rows
    WHERE run_id = ${of.id} AND result = 'done'`);
}

/** Holds a run for the transaction that does its next rows; false when it was ended meanwhile. Who cancels waits for those rows. */
export const holdRun = async (db: Db, id: string): Promise<boolean> =>
  (await db.maybeOne(
    sql`SELECT 1 FROM activity.questions_bulk_runs WHERE id = ${id} AND state IN ('queued', 'running') FOR UPDATE`,
  )) !== null;

/** The next rows that wait, locked; a second worker waits for the first. */
export const nextRows = (db: Db, runId: string, limit: number): Promise<RowRecord[]> =>
  db.many<RowRecord>(sql`
    SELECT number, document_id, code, before, after FROM activity.questions_bulk_rows
    WHERE run_id = ${runId} AND result = 'waiting' ORDER BY number LIMIT ${limit} FOR UPDATE`);

/** Notes what became of rows, in the transaction of the deed. */
export async function noteRows(db: Db, runId: string, results: readonly RowResult[]): Promise<void> {
  await db.run(sql`
    UPDATE activity.questions_bulk_rows w SET result = r.result, reason = r.reason, code = coalesce(r.code, w.code),
      before = coalesce(r.before, w.before), after = coalesce(r.after, w.after)
    FROM jsonb_to_recordset(${sql.json(results)}) AS r (number integer, result text, reason jsonb, code text, before jsonb, after jsonb)
    WHERE w.run_id = ${runId} AND w.number = r.number`);
  const count = (wanted: RowResult['result']) => results.filter(({ result }) => result === wanted).length;
  await db.run(sql`
    UPDATE activity.questions_bulk_runs SET state = CASE state WHEN 'queued' THEN 'running' ELSE state END,
      done = done + ${count('done')}, unchanged = unchanged + ${count('unchanged')}, failed = failed + ${count('failed')}
    WHERE id = ${runId}`);
}

/** False when the run had ended already. */
export const endRun = async (db: Db, id: string, state: 'finished' | 'cancelled'): Promise<boolean> =>
  (await db.run(sql`
    UPDATE activity.questions_bulk_runs SET state = ${state}, finished_at = now() WHERE id = ${id} AND state IN ('queued', 'running')`)) ===
  1;

export const failedRows = (
  db: Db,
  runId: string,
  after: Sql,
  limit: number,
): Promise<
  { number: number; document_id: DocumentId; code: string; reason: Pick<BulkFailure, 'reason' | 'params' | 'messages'> }[]
> =>
  db.many(sql`
    SELECT number, document_id, code, reason FROM activity.questions_bulk_rows
    WHERE run_id = ${runId} AND result = 'failed' AND ${after} ORDER BY number LIMIT ${limit}`);

export const deleteOldRuns = (db: Db, days: number): Promise<number> =>
  db.run(sql`
    DELETE FROM activity.questions_bulk_runs WHERE state IN ('finished', 'cancelled') AND created_at < now() - make_interval(days => ${days})`);
