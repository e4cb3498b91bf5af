import { Readable } from 'node:stream';
import { clock, db, files } from '@lyceum/core/server';
import type { Loss } from '../../../contract/index.ts';
import { mayExport } from '../../../domain/exchange/may-export.ts';
import { cleanLine } from '../../../domain/text/clean.ts';
import type { Exporter, Outgoing } from '../export/exporter.ts';
import { exporterOf } from '../export/formats/registry.ts';
import { zipWithMedia } from '../export/with-media.ts';
import { type ExportRecord, type ExportRowRecord, finishExport, reportExported } from '../records/export.ts';
import { draftsAfter, findDrafts } from '../records/question.ts';
import { type QuestionRecord, toInput } from '../records/question-row.ts';
import type { Scope } from '../records/scope.ts';
import { storedBytes } from './media-bytes.ts';
import { namer } from './question-export.ts';

/** Thrown when somebody ended the export while it was written. */
export class ExportEnded extends Error {}

const PAGE = 500;

async function* drafts({ choice }: ExportRecord, scope: Scope, chosen: readonly string[]): AsyncGenerator<QuestionRecord[]> {
  if ('documentIds' in choice) {
    for (let at = 0; at < chosen.length; at += PAGE) yield findDrafts(db(), chosen.slice(at, at + PAGE));
    return;
  }
  for (let after = 0; ; ) {
    const rows = await draftsAfter(db(), choice.filter, scope, after, PAGE);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.id;
  }
}

/** The report, written as the questions pass: it never runs ahead of the file by more than one page. */
function reporter(id: string) {
  let number = 0;
  let waiting: ExportRowRecord[] = [];
  return {
    note({ documentId, code, question }: Outgoing, isWritten: boolean, losses: readonly Loss[]): void {
      number += 1;
      const stemStart = cleanLine(question.stem).slice(0, 200);
      waiting.push({ number, document_id: documentId, code, stem_start: stemStart, is_written: isWritten, losses: [...losses] });
    },
    async store(): Promise<void> {
      const rows = waiting;
      waiting = [];
      if (!(await reportExported(db(), id, rows))) throw new ExportEnded();
    },
  };
}

const forbidden = (licence: string | null | undefined): Loss => ({
  level: 'leftOut',
  code: 'licenceForbids',
  field: 'licence',
  params: { licence: cleanLine(licence ?? '').slice(0, 80) },
});

type Run = {
  readonly scope: Scope;
  /** Of the chosen questions those that the actor may see. */
  readonly chosen: readonly string[];
  readonly onPage: (done: number) => Promise<unknown>;
};

/** The questions that may leave the bank; the others are named in the report. */
async function* outgoing(
  record: ExportRecord,
  { scope, chosen, onPage }: Run,
  report: ReturnType<typeof reporter>,
): AsyncGenerator<Outgoing> {
  const name = await namer();
  let done = 0;
  for await (const rows of drafts(record, scope, chosen)) {
    for (const row of rows) {
      const one = { documentId: row.document_id, code: row.code, question: name(toInput(row)) };
      if (mayExport(one.question, record.may_publish)) yield one;
      else report.note(one, false, [forbidden(one.question.licence)]);
    }
    done += rows.length;
    await report.store();
    await onPage(done);
  }
}

const day = (): string => clock.now().toISOString().slice(0, 10);

/** Where the file goes and what it is called. */
function packed({ with_media: withMedia }: ExportRecord, exporter: Exporter): { fileName: string; inZip: string | null } {
  const base = `questions-${day()}`;
  const isZip = withMedia && !exporter.holdsMedia;
  return {
    fileName: isZip ? `${base}.zip` : `${base}.${exporter.extension}`,
    inZip: isZip ? `${base}.${exporter.extension}` : null,
  };
}

/**
 * Writes the file of an export and its loss report, question by question from the database.
 * @throws ExportEnded when it was cancelled meanwhile
 */
export async function writeExport(record: ExportRecord, run: Run): Promise<void> {
  const exporter = exporterOf(record.format);
  const report = reporter(record.id);
  const tools = { report: report.note, media: storedBytes };
  const questions = outgoing(record, run, report);
  const { fileName, inZip } = packed(record, exporter);
  const pieces = inZip === null ? exporter.write(questions, tools) : zipWithMedia(exporter, inZip, questions, tools);
  const file = await files.put({
    name: fileName,
    mimeType: 'application/octet-stream',
    purpose: 'questions.export',
    stream: Readable.from(pieces, { objectMode: false }),
  });
  // The losses of the last page are known once the file is complete.
  await report.store();
  await finishExport(db(), record.id, { fileId: file.id, fileName, sizeBytes: file.sizeBytes });
}
