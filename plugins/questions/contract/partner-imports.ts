import { defineEndpoint, listQuery, listReply, partner } from '@lyceum/core/contract';
import { z } from 'zod';
import { ImportDefaults } from './import-defaults.ts';
import { ImportRow } from './import-report.ts';
import { ImportBatch, ImportOptions } from './imports.ts';
import { questionsProblems } from './problems.ts';

/** Scope of a partner's token for imports. */
export const IMPORT_SCOPE = 'questions.import';

export const PARTNER_IMPORT = { bodyBytes: 10 * 1024 * 1024, questions: 5_000, perHour: 60 } as const;

/** What a partner sees of a batch. */
export const PartnerImport = ImportBatch.pick({
  id: true,
  state: true,
  dryRun: true,
  counts: true,
  rowCount: true,
  secondsLeft: true,
  error: true,
  createdAt: true,
  finishedAt: true,
}).extend({ statusUrl: z.string() });
export type PartnerImport = z.output<typeof PartnerImport>;

export const partnerImport = defineEndpoint({
  method: 'POST',
  path: '/v1/questions/imports',
  summary: 'Takes questions in the JSON format of our exports and imports them as a job; poll the status address',
  access: partner(IMPORT_SCOPE),
  body: z.strictObject({
    /** The `questions` of a JSON export. */
    questions: z.array(z.record(z.string(), z.unknown())).min(1).max(PARTNER_IMPORT.questions),
    dryRun: z.boolean().default(false),
    mode: ImportOptions.shape.mode,
    onError: ImportOptions.shape.onError,
    defaults: ImportDefaults.default(ImportDefaults.parse({})),
  }),
  reply: PartnerImport,
  status: 202,
  problems: [questionsProblems.importTooLarge, questionsProblems.importUnreadable],
  idempotent: true,
  maxBodyBytes: PARTNER_IMPORT.bodyBytes,
  limit: { points: PARTNER_IMPORT.perHour, perSec: 3_600 },
});

const OneImport = z.strictObject({ id: z.uuid() });

export const getPartnerImport = defineEndpoint({
  method: 'GET',
  path: '/v1/questions/imports/:id',
  summary: 'Where one of the partner’s own imports stands',
  access: partner(IMPORT_SCOPE),
  params: OneImport,
  reply: PartnerImport,
  problems: [questionsProblems.importNotFound],
  limit: { points: 600, perSec: 60 },
});

export const listPartnerImportRows = defineEndpoint({
  method: 'GET',
  path: '/v1/questions/imports/:id/rows',
  summary: 'The report of one of the partner’s own imports, question by question',
  access: partner(IMPORT_SCOPE),
  params: OneImport,
  query: listQuery(['number'], { result: ImportRow.shape.result.optional() }),
  reply: listReply(ImportRow),
  problems: [questionsProblems.importNotFound],
  limit: { points: 600, perSec: 60 },
});
