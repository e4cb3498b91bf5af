import { DocumentId, defineEndpoint, Instant, Locale, listQuery, listReply, staff } from '@lyceum/core/contract';
import { z } from 'zod';
import { RowFormat } from './imports.ts';
import { Fidelity, Loss } from './losses.ts';
import { questionsProblems } from './problems.ts';
import { QuestionFilter } from './question-filter.ts';
import { READ } from './questions.ts';

/** Formats with one writer each in `server/src/export/formats`. */
export const EXPORT_FORMATS = ['xlsx', 'csv', 'json', 'gift', 'moodle-xml', 'qti'] as const;
export const ExportFormat = z.enum(EXPORT_FORMATS);
export type ExportFormat = z.output<typeof ExportFormat>;

/** Above so many questions an export is a job. */
export const EXPORT_AT_ONCE = 200;

/** queued → running → finished | failed | cancelled; a small one is finished when the request is answered. */
export const EXPORT_STATES = ['queued', 'running', 'finished', 'failed', 'cancelled'] as const;
export const ExportState = z.enum(EXPORT_STATES);
export type ExportState = z.output<typeof ExportState>;

export const QuestionExport = z.object({
  id: z.uuid(),
  format: ExportFormat,
  withMedia: z.boolean(),
  state: ExportState,
  total: z.number().int(),
  counts: z.object({
    done: z.number().int(),
    /** Questions in the file just as they are, with something different, with something missing or not in it at all. */
    kept: z.number().int(),
    approximated: z.number().int(),
    leftOut: z.number().int(),
  }),
  fileName: z.string().nullable(),
  sizeBytes: z.number().int().nullable(),
  /** Problem code when the state is `failed`. */
  error: z.string().nullable(),
  startedBy: z.string().nullable(),
  createdAt: Instant,
  finishedAt: Instant.nullable(),
});
export type QuestionExport = z.output<typeof QuestionExport>;

/** Which questions: those chosen, or all that a filter of the list finds. */
export const ExportChoice = z.union([
  z.strictObject({ documentIds: z.array(DocumentId).min(1).max(2_000) }),
  z.strictObject({ filter: QuestionFilter }),
]);

export const startExport = defineEndpoint({
  method: 'POST',
  path: '/questions/exports',
  summary: `Exports chosen or filtered questions; above ${EXPORT_AT_ONCE} as a job`,
  access: staff(READ),
  body: z.strictObject({
    choice: ExportChoice,
    format: ExportFormat,
    /** Puts images and audio into a ZIP with the file. QTI packages always hold them. */
    withMedia: z.boolean().default(false),
  }),
  reply: QuestionExport,
  problems: [questionsProblems.exportEmpty],
  idempotent: true,
});

const OneExport = z.strictObject({ id: z.uuid() });

export const getExport = defineEndpoint({
  method: 'GET',
  path: '/questions/exports/:id',
  summary: 'An export with its live counts',
  access: staff(READ),
  params: OneExport,
  reply: QuestionExport,
  problems: [questionsProblems.exportNotFound],
});

export const listExports = defineEndpoint({
  method: 'GET',
  path: '/questions/exports',
  summary: 'Exports, newest first',
  access: staff(READ),
  query: listQuery(['createdAt'], {}).extend({ sort: z.enum(['-createdAt', 'createdAt']).default('-createdAt') }),
  reply: listReply(QuestionExport),
});

export const cancelExport = defineEndpoint({
  method: 'POST',
  path: '/questions/exports/:id/cancel',
  summary: 'Ends a queued or running export',
  access: staff(READ),
  params: OneExport,
  reply: QuestionExport,
  problems: [questionsProblems.exportNotFound],
});

/** What became of one question. */
export const ExportRow = z.object({
  number: z.number().int(),
  documentId: DocumentId,
  code: z.string(),
  stemStart: z.string(),
  /** False: the question is not in the file at all; the losses say why. */
  isWritten: z.boolean(),
  fidelity: Fidelity,
  losses: z.array(Loss),
});
export type ExportRow = z.output<typeof ExportRow>;

export const listExportRows = defineEndpoint({
  method: 'GET',
  path: '/questions/exports/:id/rows',
  summary: 'The loss report of an export, question by question',
  access: staff(READ),
  params: OneExport,
  query: listQuery(['number'], { fidelity: Fidelity.optional() }),
  reply: listReply(ExportRow),
  problems: [questionsProblems.exportNotFound],
});

export const downloadExport = defineEndpoint({
  method: 'GET',
  path: '/questions/exports/:id/file',
  summary: 'The exported file',
  access: staff(READ),
  params: OneExport,
  reply: z.unknown(),
  problems: [questionsProblems.exportNotFound, questionsProblems.exportNotReady],
});

export const downloadExportLosses = defineEndpoint({
  method: 'GET',
  path: '/questions/exports/:id/losses',
  summary: 'The loss report of an export as a file',
  access: staff(READ),
  params: OneExport,
  query: z.strictObject({ format: RowFormat.default('csv'), language: Locale.default('en') }),
  reply: z.unknown(),
  problems: [questionsProblems.exportNotFound],
});
