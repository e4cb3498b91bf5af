import { DocumentId, defineEndpoint, Locale, listQuery, listReply, staff } from '@lyceum/core/contract';
import { z } from 'zod';
import { RowFormat } from './imports.ts';
import { Fidelity, Loss } from './losses.ts';
import { questionsProblems } from './problems.ts';
import { IMPORT } from './questions.ts';
import { RuleMessage } from './values.ts';

const OneImport = z.strictObject({ id: z.uuid() });

/** What became of a row. In a dry run `created` means "would be created". */
export const ROW_RESULTS = ['created', 'updated', 'skipped', 'failed'] as const;
export const RowResult = z.enum(ROW_RESULTS);
export type RowResult = z.output<typeof RowResult>;

/** What taking the batch back did with a question: it was removed, restored, or kept for a reason. */
export const UNDO_RESULTS = ['removed', 'restored', 'kept-used', 'kept-edited', 'gone'] as const;
export const UndoResult = z.enum(UNDO_RESULTS);
export type UndoResult = z.output<typeof UndoResult>;

export const ImportRow = z.object({
  /** Row of the sheet, line of the file, or place of the item in its package. */
  number: z.number().int(),
  code: z.string().nullable(),
  /** Start of the stem. */
  stemStart: z.string(),
  result: RowResult,
  documentId: DocumentId.nullable(),
  messages: z.array(RuleMessage),
  losses: z.array(Loss),
  /** Null unless the batch was taken back. */
  undo: UndoResult.nullable(),
});
export type ImportRow = z.output<typeof ImportRow>;

export const listImportRows = defineEndpoint({
  method: 'GET',
  path: '/questions/imports/:id/rows',
  summary: 'The report of the last run, row by row',
  access: staff(IMPORT),
  params: OneImport,
  query: listQuery(['number'], {
    result: RowResult.optional(),
    /** Only rows with a warning. */ warned: z.stringbool().optional(),
    /** Only questions that came in whole, or with losses. */ fidelity: Fidelity.optional(),
    undo: UndoResult.optional(),
  }),
  reply: listReply(ImportRow),
  problems: [questionsProblems.importNotFound],
});

const FileQuery = { language: Locale.default('en') };

export const downloadFailedRows = defineEndpoint({
  method: 'GET',
  path: '/questions/imports/:id/failed',
  summary:
    'The failed rows as they stood in the file with a reason, to mend and upload again: a table, or JSON for whole questions',
  access: staff(IMPORT),
  params: OneImport,
  query: z.strictObject({
    /** CSV or XLSX of a table; whole questions always come back as JSON. */
    format: RowFormat.default('csv'),
    ...FileQuery,
  }),
  reply: z.unknown(),
  problems: [questionsProblems.importNotFound, questionsProblems.importState],
});

export const downloadImportLosses = defineEndpoint({
  method: 'GET',
  path: '/questions/imports/:id/losses',
  summary: 'The loss report of the last run as a file: per question what was kept, approximated or left out',
  access: staff(IMPORT),
  params: OneImport,
  query: z.strictObject({ format: RowFormat.default('csv'), ...FileQuery }),
  reply: z.unknown(),
  problems: [questionsProblems.importNotFound],
});

export const downloadTemplate = defineEndpoint({
  method: 'GET',
  path: '/questions/import-template',
  summary: 'An empty template, or a worked example with every type',
  access: staff(IMPORT),
  query: z.strictObject({ format: z.enum(['csv', 'xlsx', 'json']).default('csv'), example: z.stringbool().default(false) }),
  reply: z.unknown(),
});
