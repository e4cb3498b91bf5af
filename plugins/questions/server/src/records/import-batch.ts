import { type Db, type Sql, sql } from '@lyceum/core/server';
import type {
  FileDescription,
  ImportBatch,
  ImportDefaults,
  ImportFormat,
  ImportOptions,
  ImportState,
  Mapping,
  MediaSummary,
  UndoProgress,
} from '../../../contract/index.ts';
import type { ExchangeItem } from '../../../domain/exchange/item.ts';
import type { Scope } from './scope.ts';

export type BatchRecord = {
  id: string;
  file_id: string;
  file_name: string;
  format: ImportFormat;
  size_bytes: number;
  media_file_id: string | null;
  media: MediaSummary | null;
  state: ImportState;
  description: FileDescription | null;
  /** First items of a file of whole questions, for the preview. */
  sample_items: ExchangeItem[] | null;
  mapping: Mapping | null;
  defaults: ImportDefaults | null;
  options: ImportOptions | null;
  run: number;
  dry_run: boolean | null;
  read_count: number;
  created_count: number;
  updated_count: number;
  skipped_count: number;
  failed_count: number;
  warned_count: number;
  approximated_count: number;
  left_out_count: number;
  row_count: number | null;
  new_topics: string[];
  /** Topics that real runs made, parents before children. */
  new_topic_ids: string[];
  cancel_requested: boolean;
  error: ImportBatch['error'];
  started_by: number | null;
  /** A token of a partner, for imports that came by API. */
  partner_id: number | null;
  starter: string | null;
  starter_email: string | null;
  starter_language: string | null;
  created_at: Date;
  started_at: Date | null;
  finished_at: Date | null;
  undo_state: UndoProgress['state'] | null;
  undo_total: number;
  undo_removed: number;
  undo_restored: number;
  undo_kept: number;
  undo_by: number | null;
  undoer: string | null;
  undo_finished_at: Date | null;
};

const BATCHES = sql`
  SELECT b.*, coalesce(nullif(trim(concat_ws(' ', a.firstname, a.lastname)), ''), a.email, b.partner_name) AS starter, a.email AS starter_email,
    a.prefered_language AS starter_language, coalesce(nullif(trim(concat_ws(' ', u.firstname, u.lastname)), ''), u.email) AS undoer
  FROM activity.questions_import_batches b LEFT JOIN admin_users a ON a.id = b.started_by LEFT JOIN admin_users u ON u.id = b.undo_by`;

export const findBatch = (db: Db, id: string): Promise<BatchRecord | null> =>
  db.maybeOne<BatchRecord>(sql`${BATCHES} WHERE b.id = ${id}`);

/** Locks the batch, so that two presses of a button are one after the other. */
export const lockBatch = (db: Db, id: string): Promise<BatchRecord | null> =>
  db.maybeOne<BatchRecord>(sql`${BATCHES} WHERE b.id = ${id} FOR UPDATE OF b`);

/** Batches of a scope: all, or those of one member of staff. */
export const pageOfBatches = (db: Db, scope: Scope, after: Sql, order: Sql, limit: number): Promise<BatchRecord[]> =>
  db.many<BatchRecord>(sql`
    ${BATCHES} WHERE ${scope.kind === 'all' ? sql`TRUE` : sql`b.started_by = ${scope.staffId}`} AND ${after} ${order} LIMIT ${limit}`);

export type NewBatch = {
  id: string;
  fileId: string;
  fileName: string;
  format: ImportFormat;
  sizeBytes: number;
  startedBy: number | null;
  partner?: { id: number; name: string };
};

export const insertBatch = (db: Db, batch: NewBatch): Promise<number> =>
  db.run(sql`
    INSERT INTO activity.questions_import_batches (id, file_id, file_name, format, size_bytes, started_by, partner_id, partner_name)
    VALUES (${batch.id}, ${batch.fileId}, ${batch.fileName}, ${batch.format}, ${batch.sizeBytes}, ${batch.startedBy},
      ${batch.partner?.id ?? null}, ${batch.partner?.name ?? null})`);

export const setDescription = (
  db: Db,
  id: string,
  description: FileDescription,
  items: readonly ExchangeItem[],
): Promise<number> =>
  db.run(sql`
    UPDATE activity.questions_import_batches SET description = ${sql.json(description)}, row_count = ${description.rowCount},
      sample_items = ${sql.json(items)},
      state = CASE WHEN state = 'uploaded' THEN 'ready' ELSE state END
    WHERE id = ${id}`);

export const setMedia = (db: Db, id: string, fileId: string, media: MediaSummary): Promise<number> =>
  db.run(
    sql`UPDATE activity.questions_import_batches SET media_file_id = ${fileId}, media = ${sql.json(media)} WHERE id = ${id}`,
  );

export type Start = {
  id: string;
  dryRun: boolean;
  mapping: Mapping | null;
  defaults: ImportDefaults | null;
  options: ImportOptions;
  /** Null for an import that a partner sent. */
  startedBy: number | null;
};

/** A new run with counts at zero; reports of earlier dry runs go, those of real runs stay for the row hashes. */
export async function queueRun(db: Db, { id, dryRun, mapping, defaults, options, startedBy }: Start): Promise<number> {
  await db.run(sql`DELETE FROM activity.questions_import_rows WHERE batch_id = ${id} AND dry_run`);
  const { run } = await db.one<{ run: number }>(sql`
    UPDATE activity.questions_import_batches SET state = 'queued', run = run + 1, dry_run = ${dryRun},
      mapping = ${mapping === null ? null : sql.json(mapping)},
      defaults = ${defaults === null ? null : sql.json(defaults)}, options = ${sql.json(options)}, read_count = 0, created_count = 0, updated_count = 0,
      skipped_count = 0, failed_count = 0, warned_count = 0, approximated_count = 0, left_out_count = 0, undo_state = NULL, undo_total = 0,
      undo_removed = 0, undo_restored = 0, undo_kept = 0, undo_by = NULL, undo_finished_at = NULL, last_chunk = 0, new_topics = '[]', cancel_requested = false, error = NULL, started_by = ${startedBy}, started_at = NULL, finished_at = NULL
    WHERE id = ${id} RETURNING run`);
  return run;
}

/** Takes a queued run, or one whose worker died, for this worker. Null when it is over or another run was started. */
export const takeRun = (db: Db, id: string, run: number): Promise<{ id: string } | null> =>
  db.maybeOne(sql`
    UPDATE activity.questions_import_batches SET state = 'running', started_at = coalesce(started_at, now())
    WHERE id = ${id} AND run = ${run} AND state IN ('queued', 'running') RETURNING id`);

/** The end of a run; false when it had ended already. */
export const endRun = async (
  db: Db,
  id: string,
  run: number,
  state: 'finished' | 'failed' | 'cancelled',
  error: ImportBatch['error'],
): Promise<boolean> =>
  (await db.run(sql`
    UPDATE activity.questions_import_batches SET state = ${state}, error = ${error === null ? null : sql.json(error)}, finished_at = now()
    WHERE id = ${id} AND run = ${run} AND state IN ('queued', 'running')`)) > 0;

export const isCancelled = async (db: Db, id: string): Promise<boolean> =>
  (await db.maybeOne(sql`SELECT 1 FROM activity.questions_import_batches WHERE id = ${id} AND cancel_requested`)) !== null;

export const requestCancel = (db: Db, id: string): Promise<number> =>
  db.run(sql`UPDATE activity.questions_import_batches SET cancel_requested = true WHERE id = ${id}`);

/** Live figure of a run that is one transaction and writes its counts only at the end. */
export const showRead = (db: Db, id: string, run: number, read: number): Promise<number> =>
  db.run(
    sql`UPDATE activity.questions_import_batches SET read_count = ${read} WHERE id = ${id} AND run = ${run} AND state = 'running'`,
  );

/** Batches whose files nobody needs any more. */
export const staleBatches = (db: Db, days: number): Promise<{ id: string; file_id: string; media_file_id: string | null }[]> =>
  db.many(sql`
    SELECT id, file_id, media_file_id FROM activity.questions_import_batches
    WHERE run = 0 AND created_at < now() - make_interval(days => ${days}) AND state IN ('uploaded', 'ready')`);

export const deleteBatch = (db: Db, id: string): Promise<number> =>
  db.run(sql`DELETE FROM activity.questions_import_batches WHERE id = ${id}`);
