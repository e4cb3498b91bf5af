import { refuse } from '@lyceum/core/contract';
import { clock, db, settings } from '@lyceum/core/server';
import { IMPORT_HARD_LIMITS, type ImportBatch, questionSettings, questionsProblems } from '../../../contract/index.ts';
import { unusedColumns } from '../../../domain/import/propose-mapping.ts';
import type { ReadLimits } from '../import/readers/reader.ts';
import { type BatchRecord, findBatch } from '../records/import-batch.ts';

/** Limits of this moment: the settings, never above the hard ones. */
export async function readLimits(): Promise<ReadLimits> {
  const { importFileMb, importRows } = await settings(questionSettings).get();
  return {
    rows: Math.min(importRows, IMPORT_HARD_LIMITS.rows),
    fileBytes: Math.min(importFileMb * 1024 * 1024, IMPORT_HARD_LIMITS.fileBytes),
  };
}

/** Seconds left at the pace so far; null without a pace. */
function secondsLeft({ state, started_at, read_count, row_count }: BatchRecord, now: Date): number | null {
  if (state !== 'running' || started_at === null || row_count === null || read_count === 0) return null;
  const passedSec = (now.getTime() - started_at.getTime()) / 1_000;
  return Math.max(0, Math.ceil((passedSec / read_count) * (row_count - read_count)));
}

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;

function undoOf(row: BatchRecord): ImportBatch['undo'] {
  if (row.undo_state === null) return null;
  return {
    state: row.undo_state,
    total: row.undo_total,
    removed: row.undo_removed,
    restored: row.undo_restored,
    kept: row.undo_kept,
    startedBy: row.undoer,
    finishedAt: iso(row.undo_finished_at),
  };
}

export function toBatch(row: BatchRecord): ImportBatch {
  return {
    id: row.id,
    fileName: row.file_name,
    format: row.format,
    sizeBytes: row.size_bytes,
    state: row.state,
    dryRun: row.dry_run,
    run: row.run,
    mapping: row.mapping,
    defaults: row.defaults,
    options: row.options,
    media: row.media,
    counts: {
      read: row.read_count,
      created: row.created_count,
      updated: row.updated_count,
      skipped: row.skipped_count,
      failed: row.failed_count,
      warned: row.warned_count,
      approximated: row.approximated_count,
      leftOut: row.left_out_count,
    },
    rowCount: row.row_count,
    unusedColumns: row.mapping && row.description ? unusedColumns(row.mapping, row.description.headers) : [],
    newTopics: row.new_topics,
    secondsLeft: secondsLeft(row, clock.now()),
    cancelRequested: row.cancel_requested,
    error: row.error,
    startedBy: row.starter,
    createdAt: row.created_at.toISOString(),
    startedAt: iso(row.started_at),
    finishedAt: iso(row.finished_at),
    undo: undoOf(row),
  };
}

/** @throws Refusal `importNotFound` */
export const batchOf = async (id: string): Promise<BatchRecord> =>
  (await findBatch(db(), id)) ?? refuse(questionsProblems.importNotFound);

const BUSY = new Set<string | null>(['queued', 'running']);
/** @throws Refusal `importState` while a run is queued or running, or the batch is being taken back */
export function notBusy(batch: BatchRecord): BatchRecord {
  const isBusy = BUSY.has(batch.state) || BUSY.has(batch.undo_state);
  return isBusy ? refuse(questionsProblems.importState, { params: { state: batch.state } }) : batch;
}
