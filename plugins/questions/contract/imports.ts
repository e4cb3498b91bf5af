import { defineEndpoint, Instant, listQuery, listReply, staff } from '@lyceum/core/contract';
import { z } from 'zod';
import { ImportDefaults, ItemsFound } from './import-defaults.ts';
import { OPTION_IDS } from './limits.ts';
import { Loss } from './losses.ts';
import { ImportMode, KeyForm, Mapping, MappingField, OnError } from './mapping.ts';
import { questionsProblems } from './problems.ts';
import { IMPORT } from './questions.ts';
import { IMPORT_HARD_LIMITS } from './settings.ts';
import { QuestionType } from './types/registry.ts';
import { RuleMessage } from './values.ts';

/** Tables: every row becomes a question under a mapping. */
export const ROW_FORMATS = ['csv', 'xlsx'] as const;
export const RowFormat = z.enum(ROW_FORMATS);
export type RowFormat = z.output<typeof RowFormat>;
/** Files of whole questions, which need no mapping. */
export const ITEM_FORMATS = ['json', 'gift', 'moodle-xml', 'aiken', 'qti'] as const;
export type ItemFormat = (typeof ITEM_FORMATS)[number];
/** Formats with one reader each in `server/src/import/readers`. */
export const IMPORT_FORMATS = [...ROW_FORMATS, ...ITEM_FORMATS] as const;
export const ImportFormat = z.enum(IMPORT_FORMATS);
export type ImportFormat = z.output<typeof ImportFormat>;
export const isItemFormat = (format: ImportFormat): format is ItemFormat => ITEM_FORMATS.some((known) => known === format);
/** `utf-8-mixed`: UTF-8 with bytes of Windows-1252 in between, which are repaired. */
export const ENCODINGS = ['utf-8', 'utf-8-mixed', 'windows-1252', 'utf-16le', 'utf-16be'] as const;
export const Encoding = z.enum(ENCODINGS);
export type Encoding = z.output<typeof Encoding>;
export const DELIMITERS = [',', ';', '\t'] as const;
export const Delimiter = z.enum(DELIMITERS);
export type Delimiter = z.output<typeof Delimiter>;

/** How the file is to be read: encoding and delimiter for CSV, the sheet for XLSX. */
export const SourceChoice = z.strictObject({
  encoding: Encoding.optional(),
  delimiter: Delimiter.optional(),
  sheet: z.string().max(200).optional(),
});
export type SourceChoice = z.output<typeof SourceChoice>;

/** A column that may hold the key, judged over all values. */
export const KeyProposal = z.object({
  column: z.string(),
  form: KeyForm,
  /** Share of the values that fit the form, 0–1. */
  fit: z.number(),
  /** True when the values fit one form only (a 0 or a value equal to the number of options was seen). */
  certain: z.boolean(),
});
export type KeyProposal = z.output<typeof KeyProposal>;

/** What was found in the file, over all rows. */
export const FileDescription = z.object({
  format: ImportFormat,
  /** Detected, or chosen by the editor. */
  source: SourceChoice,
  sheets: z.array(z.object({ name: z.string(), hidden: z.boolean() })),
  headers: z.array(z.string()),
  /** Number of the header row in the file. */
  headerRow: z.number().int(),
  /** First rows under the header, cell by cell. */
  sample: z.array(z.object({ number: z.number().int(), cells: z.array(z.string()) })),
  rowCount: z.number().int(),
  /** What a file of whole questions holds; null for a table, which has headers and a proposal instead. */
  items: ItemsFound.nullable().default(null),
  /** True when images or audio stand in the file by an https address. */
  hasAddresses: z.boolean().default(false),
  proposal: Mapping,
  /** Fields of the proposal that still need a choice. */
  missing: z.array(MappingField),
  keys: z.array(KeyProposal),
});
export type FileDescription = z.output<typeof FileDescription>;

export const MediaSummary = z.object({
  name: z.string(),
  /** File names that can be used, in lower case. */
  usable: z.array(z.string()),
  refused: z.array(z.object({ name: z.string(), code: z.string() })),
});
export type MediaSummary = z.output<typeof MediaSummary>;

/**
 * uploaded → ready (described) → queued → running → finished | failed | cancelled; a finished dry run goes to queued again.
 */
export const IMPORT_STATES = ['uploaded', 'ready', 'queued', 'running', 'finished', 'failed', 'cancelled'] as const;
export const ImportState = z.enum(IMPORT_STATES);
export type ImportState = z.output<typeof ImportState>;

export const ImportOptions = z.strictObject({
  mode: ImportMode.default('create'),
  onError: OnError.default('skip'),
  /** Publishes what is written, so that exams can draw it. */
  publish: z.boolean().default(false),
  /** Off: rows with warnings fail. */
  acceptWarnings: z.boolean().default(true),
});
export type ImportOptions = z.output<typeof ImportOptions>;

export const ImportCounts = z.object({
  read: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  /** Already there and equal, or written by an earlier run of this batch. */
  skipped: z.number().int(),
  failed: z.number().int(),
  /** Rows that went through with a warning. */
  warned: z.number().int(),
  /** Questions that came in with something different from the file, and with something left out. */
  approximated: z.number().int(),
  leftOut: z.number().int(),
});
export type ImportCounts = z.output<typeof ImportCounts>;

/** Taking back what a batch did: null before it was asked for. */
export const UNDO_STATES = ['queued', 'running', 'finished', 'failed'] as const;
export const UndoProgress = z.object({
  state: z.enum(UNDO_STATES),
  total: z.number().int(),
  /** Removed, restored and kept so far. */
  removed: z.number().int(),
  restored: z.number().int(),
  kept: z.number().int(),
  startedBy: z.string().nullable(),
  finishedAt: Instant.nullable(),
});
export type UndoProgress = z.output<typeof UndoProgress>;

export const ImportBatch = z.object({
  id: z.uuid(),
  fileName: z.string(),
  format: ImportFormat,
  sizeBytes: z.number().int(),
  state: ImportState,
  /** Kind of the run that the counts and the report belong to; null before the first. */
  dryRun: z.boolean().nullable(),
  run: z.number().int(),
  mapping: Mapping.nullable(),
  defaults: ImportDefaults.nullable(),
  options: ImportOptions.nullable(),
  media: MediaSummary.nullable(),
  counts: ImportCounts,
  rowCount: z.number().int().nullable(),
  /** Columns of a table that no field takes: what stands in them is left out of every question. */
  unusedColumns: z.array(z.string()),
  /** Topics the run makes or, in a dry run, would make. */
  newTopics: z.array(z.string()),
  /** Seconds left at the pace so far; null when nothing runs. */
  secondsLeft: z.number().int().nullable(),
  cancelRequested: z.boolean(),
  /** Problem code and values when the state is `failed`. */
  error: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
  /** A member of staff, or the name of a partner's token. */
  startedBy: z.string().nullable(),
  createdAt: Instant,
  startedAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
  undo: UndoProgress.nullable(),
});
export type ImportBatch = z.output<typeof ImportBatch>;

const OneImport = z.strictObject({ id: z.uuid() });
const fileProblems = [
  questionsProblems.importFormat,
  questionsProblems.importTooLarge,
  questionsProblems.importUnreadable,
  questionsProblems.importEmpty,
  questionsProblems.importHeaders,
] as const;

export const uploadImport = defineEndpoint({
  method: 'POST',
  path: '/questions/imports',
  summary: 'Takes a file; kind, size and safety are checked before any row is read',
  access: staff(IMPORT),
  reply: ImportBatch,
  problems: [...fileProblems],
  maxBodyBytes: IMPORT_HARD_LIMITS.fileBytes + 1024 * 1024,
  limit: { points: 120, perSec: 60 },
  upload: { field: 'file', maxBytes: IMPORT_HARD_LIMITS.fileBytes },
});

export const uploadImportMedia = defineEndpoint({
  method: 'POST',
  path: '/questions/imports/:id/media',
  summary: 'Takes the ZIP with images and audio for the file; replaces an earlier one',
  access: staff(IMPORT),
  params: OneImport,
  reply: ImportBatch,
  problems: [
    questionsProblems.importNotFound,
    questionsProblems.importState,
    questionsProblems.importMediaInvalid,
    questionsProblems.importTooLarge,
  ],
  maxBodyBytes: IMPORT_HARD_LIMITS.fileBytes + 1024 * 1024,
  limit: { points: 120, perSec: 60 },
  upload: { field: 'file', maxBytes: IMPORT_HARD_LIMITS.fileBytes },
});

export const describeImport = defineEndpoint({
  method: 'POST',
  path: '/questions/imports/:id/describe',
  summary: 'Reads the whole file once: encoding, delimiter, sheets, headers, first rows, proposed mapping and form of the key',
  access: staff(IMPORT),
  params: OneImport,
  body: z.strictObject({ source: SourceChoice.default({}) }),
  reply: FileDescription,
  problems: [questionsProblems.importNotFound, questionsProblems.importState, ...fileProblems],
});

/** What a row becomes under a mapping: for the three rows under the form of the key, and for the first rows of the preview. */
export const MappedRow = z.object({
  number: z.number().int(),
  code: z.string(),
  type: QuestionType.nullable(),
  stem: z.string(),
  options: z.array(z.object({ id: z.enum(OPTION_IDS), text: z.string(), isCorrect: z.boolean() })),
  /** The key column as it stands in the file. */
  keyCell: z.string(),
  /** What it means: the text of the right options, the number or the accepted texts. */
  keyMeans: z.string(),
  topic: z.string(),
  messages: z.array(RuleMessage),
  losses: z.array(Loss).default([]),
});
export type MappedRow = z.output<typeof MappedRow>;

export const previewMapping = defineEndpoint({
  method: 'POST',
  path: '/questions/imports/:id/preview',
  summary: 'First questions as they would be read: three rows with different keys under a mapping, or items under defaults',
  access: staff(IMPORT),
  params: OneImport,
  body: z.strictObject({
    /** For a table. */
    mapping: Mapping.optional(),
    /** For a file of whole questions. */
    defaults: ImportDefaults.optional(),
  }),
  reply: z.object({ rows: z.array(MappedRow), missing: z.array(MappingField) }),
  problems: [questionsProblems.importNotFound, questionsProblems.importState, questionsProblems.importNotMapped],
});

export const startImport = defineEndpoint({
  method: 'POST',
  path: '/questions/imports/:id/start',
  summary: 'Queues a dry run or the real one; progress is read from the batch',
  access: staff(IMPORT),
  params: OneImport,
  body: z.strictObject({
    dryRun: z.boolean(),
    /** For a table. */
    mapping: Mapping.optional(),
    /** For a file of whole questions. */
    defaults: ImportDefaults.optional(),
    options: ImportOptions.default(ImportOptions.parse({})),
  }),
  reply: ImportBatch,
  problems: [
    questionsProblems.importNotFound,
    questionsProblems.importState,
    questionsProblems.importNotMapped,
    questionsProblems.importMayNotPublish,
  ],
});

export const cancelImport = defineEndpoint({
  method: 'POST',
  path: '/questions/imports/:id/cancel',
  summary: 'Ends a queued or running import; chunks that were written stay',
  access: staff(IMPORT),
  params: OneImport,
  reply: ImportBatch,
  problems: [questionsProblems.importNotFound, questionsProblems.importState],
});

export const getImport = defineEndpoint({
  method: 'GET',
  path: '/questions/imports/:id',
  summary: 'A batch with its live counts',
  access: staff(IMPORT),
  params: OneImport,
  reply: ImportBatch,
  problems: [questionsProblems.importNotFound],
});

export const getImportDescription = defineEndpoint({
  method: 'GET',
  path: '/questions/imports/:id/description',
  summary: 'What was found in the file when it was last described',
  access: staff(IMPORT),
  params: OneImport,
  reply: FileDescription,
  problems: [questionsProblems.importNotFound, questionsProblems.importState],
});

export const listImports = defineEndpoint({
  method: 'GET',
  path: '/questions/imports',
  summary: 'All imports, newest first',
  access: staff(IMPORT),
  query: listQuery(['createdAt'], {}).extend({ sort: z.enum(['-createdAt', 'createdAt']).default('-createdAt') }),
  reply: listReply(ImportBatch),
});
