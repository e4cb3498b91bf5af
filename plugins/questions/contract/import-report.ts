import { defineEndpoint, listQuery, listReply, staff } from '@lyceum/core/contract';
import { z } from 'zod';
import { ImportFormat } from './imports.ts';
import { questionsProblems } from './problems.ts';
import { IMPORT } from './questions.ts';
import { RuleMessage } from './values.ts';

const OneImport = z.strictObject({ id: z.uuid() });

/** What became of a row. In a dry run `created` means "would be created". */
export const ROW_RESULTS = ['created', 'updated', 'skipped', 'failed'] as const;
export const RowResult = z.enum(ROW_RESULTS);
export type RowResult = z.output<typeof RowResult>;

export const ImportRow = z.object({
  /** Row of the sheet, or line of the file. */
  number: z.number().int(),
  code: z.string().nullable(),
  /** Start of the stem. */
  stemStart: z.string(),
  result: RowResult,
  documentId: z.string().nullable(),
  messages: z.array(RuleMessage),
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
  }),
  reply: listReply(ImportRow),
  problems: [questionsProblems.importNotFound],
});

export const downloadFailedRows = defineEndpoint({
  method: 'GET',
  path: '/questions/imports/:id/failed',
  summary: 'The failed rows as they stood in the file with a reason column, to mend and upload again',
  access: staff(IMPORT),
  params: OneImport,
  query: z.strictObject({ format: ImportFormat.default('csv'), language: z.enum(['en', 'tr', 'ar']).default('en') }),
  reply: z.unknown(),
  problems: [questionsProblems.importNotFound],
});

export const downloadTemplate = defineEndpoint({
  method: 'GET',
  path: '/questions/import-template',
  summary: 'An empty template, or a worked example with every type',
  access: staff(IMPORT),
  query: z.strictObject({ format: ImportFormat.default('csv'), example: z.stringbool().default(false) }),
  reply: z.unknown(),
});
