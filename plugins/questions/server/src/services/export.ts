import type { Readable } from 'node:stream';
import { type DocumentId, type Locale, refuse } from '@lyceum/core/contract';
import {
  type Actor,
  audit,
  db,
  decodeCursor,
  encodeCursor,
  enqueue,
  files,
  inTransaction,
  keyset,
  newId,
  staffOf,
} from '@lyceum/core/server';
import {
  EXPORT_AT_ONCE,
  type ExportFormat,
  type ExportRow,
  type Fidelity,
  fidelityOf,
  PUBLISH,
  type QuestionExport,
  questionsProblems,
  type RowFormat,
  runExport,
} from '../../../contract/index.ts';
import type { FileKind } from '../controllers/download.ts';
import { exporterOf } from '../export/formats/registry.ts';
import {
  type Choice,
  countExportRows,
  type ExportRecord,
  type ExportRowRecord,
  endExport,
  exportRows,
  findExport,
  insertExport,
  pageOfExports,
  takeExport,
} from '../records/export.ts';
import { countQuestions } from '../records/question-list.ts';
import { holds } from '../records/staff-rights.ts';
import { writeExport } from './export-run.ts';
import { type LossEntry, lossFile } from './loss-file.ts';
import { scopeOf, scopeOfStaff, seenOf } from './scope.ts';

const toExport = (row: ExportRecord): QuestionExport => ({
  id: row.id,
  format: row.format,
  withMedia: row.with_media,
  state: row.state,
  total: row.total,
  counts: {
    done: row.done_count,
    kept: row.done_count - row.approximated_count - row.left_out_count,
    approximated: row.approximated_count,
    leftOut: row.left_out_count,
  },
  fileName: row.file_name,
  sizeBytes: row.size_bytes === null ? null : Number(row.size_bytes),
  error: row.error,
  startedBy: row.starter,
  createdAt: row.created_at.toISOString(),
  finishedAt: row.finished_at?.toISOString() ?? null,
});

/** An export that the actor may see. @throws Refusal `exportNotFound`, the same for a foreign one as for none at all */
async function own(id: string, actor: Actor): Promise<ExportRecord> {
  const record = await findExport(db(), id);
  const scope = await scopeOf(actor);
  const isVisible = record && (scope.kind === 'all' || record.started_by === scope.staffId);
  return isVisible ? record : refuse(questionsProblems.exportNotFound);
}

/** Writes an export that is queued; nothing happens when it is over or was ended. */
export async function carryOutExport(id: string, onPage: (done: number, total: number) => Promise<unknown>): Promise<void> {
  const record = await takeExport(db(), id);
  if (!record) return;
  const scope = await scopeOfStaff(record.started_by);
  const actor: Actor = { kind: 'staff', id: record.started_by, email: '' };
  const chosen = 'documentIds' in record.choice ? await seenOf<DocumentId>(actor, record.choice.documentIds) : [];
  await writeExport(record, { scope, chosen, onPage: (done) => onPage(done, record.total) });
}

type Start = { choice: Choice; format: ExportFormat; withMedia: boolean };

/** A small export is finished with the answer, a large one is queued. */
export async function startExport({ choice, format, withMedia }: Start, actor: Actor): Promise<QuestionExport> {
  const staff = staffOf(actor);
  const scope = await scopeOf(actor);
  const total =
    'documentIds' in choice ? (await seenOf(actor, choice.documentIds)).length : await countQuestions(db(), choice.filter, scope);
  if (total === 0) return refuse(questionsProblems.exportEmpty);
  return inTransaction(async (tx) => {
    const id = newId();
    const mayPublish = await holds(tx, staff.id, PUBLISH);
    await insertExport(tx, { id, format, choice, total, withMedia, mayPublish, startedBy: staff.id });
    await audit(tx, { actor, action: 'questions.export', object: `export:${id}`, after: { format, withMedia, total } });
    if (total > EXPORT_AT_ONCE) await enqueue(tx, runExport, { exportId: id });
    else await carryOutExport(id, async () => undefined);
    return toExport(await own(id, actor));
  });
}

export const exports = {
  get: async (id: string, actor: Actor) => toExport(await own(id, actor)),

  async list({ cursor, pageSize, sort }: { cursor?: string | undefined; pageSize: number; sort: string }, actor: Actor) {
    const { after, order } = keyset({ sort, cursor }, { createdAt: { column: 'e.created_at', cast: 'timestamptz' } }, 'e.id');
    const found = await pageOfExports(db(), await scopeOf(actor), after, order, pageSize + 1);
    const rows = found.slice(0, pageSize);
    const last = rows.at(-1);
    const next = found.length > pageSize && last ? encodeCursor([last.created_at.toISOString(), last.id]) : null;
    return { rows: rows.map(toExport), next, total: null };
  },

  async cancel(id: string, actor: Actor): Promise<QuestionExport> {
    await own(id, actor);
    await endExport(db(), id, 'cancelled', null);
    return exports.get(id, actor);
  },

  async file(id: string, actor: Actor): Promise<{ name: string; kind: FileKind; body: Readable }> {
    const { file_id: fileId, file_name: name, format } = await own(id, actor);
    if (fileId === null || name === null) return refuse(questionsProblems.exportNotReady);
    return { name, kind: name.endsWith('.zip') ? 'zip' : exporterOf(format).kind, body: await files.open(fileId) };
  },

  async rows(id: string, { cursor, pageSize, fidelity }: RowsQuery, actor: Actor) {
    await own(id, actor);
    const after = cursor === undefined ? 0 : Number(decodeCursor(cursor)[0]) || 0;
    const found = await exportRows(db(), id, fidelity, after, pageSize + 1);
    const rows = found.slice(0, pageSize);
    const last = rows.at(-1);
    return {
      rows: rows.map(toRow),
      next: found.length > pageSize && last ? encodeCursor([last.number, last.number]) : null,
      total: cursor === undefined ? await countExportRows(db(), id, fidelity) : null,
    };
  },

  async losses(id: string, format: RowFormat, language: Locale, actor: Actor) {
    const { file_name: name } = await own(id, actor);
    const base = (name ?? 'questions').replace(/\.[^.]*$/, '');
    return { name: `${base}-losses.${format}`, body: await lossFile(entries(id), format, language) };
  },
};

type RowsQuery = { cursor?: string | undefined; pageSize: number; fidelity?: Fidelity | undefined };

const toRow = (row: ExportRowRecord): ExportRow => ({
  number: row.number,
  documentId: row.document_id,
  code: row.code,
  stemStart: row.stem_start,
  isWritten: row.is_written,
  fidelity: row.is_written ? fidelityOf(row.losses) : 'leftOut',
  losses: row.losses,
});

const PAGE = 500;

async function* entries(id: string): AsyncGenerator<LossEntry> {
  for (let after = 0; ; ) {
    const rows = await exportRows(db(), id, undefined, after, PAGE);
    for (const row of rows)
      yield {
        number: row.number,
        code: row.code,
        stemStart: row.stem_start,
        result: row.is_written ? 'exported' : 'left out',
        losses: row.losses,
      };
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.number;
  }
}
