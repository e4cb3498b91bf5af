import { defineSettings } from '@lyceum/core/contract';
import { z } from 'zod';

/** What no setting can exceed. */
export const IMPORT_HARD_LIMITS = {
  fileBytes: 500 * 1024 * 1024,
  rows: 200_000,
  /** Inflated bytes of an XLSX or of a ZIP with media, counted while inflating. */
  inflatedBytes: 500 * 1024 * 1024,
  columns: 200,
  cells: 10_000_000,
  sharedStrings: 2_000_000,
  zipEntries: 10_000,
  /** Entries of a package of questions, which holds a file for each. */
  packageEntries: 60_000,
  /** Inflated to packed, above 10 MB inflated. */
  zipRatio: 200,
  cellCharacters: 100_000,
  imagePixels: 40_000_000,
  /** Text of one question in a file of whole questions, files inside it not counted. */
  itemCharacters: 1_000_000,
  /** Lists and objects, or elements, inside each other in such a file. */
  itemDepth: 32,
  /** One image or recording inside an XML file. */
  packedFileBytes: 50 * 1024 * 1024,
} as const;

export const questionSettings = defineSettings(
  'questions',
  'Question bank and import',
  z.object({
    importFileMb: z.number().int().min(1).max(500).default(50).describe('Largest file that can be imported, in megabytes.'),
    importRows: z.number().int().min(1).max(200_000).default(20_000).describe('Most rows one import may hold.'),
    importChunkRows: z
      .number()
      .int()
      .min(50)
      .max(5_000)
      .default(500)
      .describe('Rows that are written together; a broken run goes on behind the last of these.'),
    importRetries: z
      .number()
      .int()
      .min(0)
      .max(10)
      .default(3)
      .describe('How often one group of rows is tried again before the run fails.'),
    imageMb: z.number().int().min(1).max(50).default(5).describe('Largest image inside a ZIP with media, in megabytes.'),
    audioMb: z.number().int().min(1).max(100).default(20).describe('Largest audio file, in megabytes.'),
    similarFrom: z
      .number()
      .int()
      .min(50)
      .max(95)
      .default(60)
      .describe('Questions that share at least this percentage of their words are kept as candidates for duplicates.'),
    similarShownFrom: z
      .number()
      .int()
      .min(50)
      .max(100)
      .default(85)
      .describe('From this percentage on similar questions are shown in the queue and warned of while writing.'),
    previewLinkDays: z
      .number()
      .int()
      .min(1)
      .max(90)
      .default(7)
      .describe('Days a link that shows questions to reviewers without an account lives when nobody says otherwise.'),
    easyUpTo: z.number().int().min(1).max(9).default(3).describe('Difficulties up to this one are called beginner.'),
    mediumUpTo: z.number().int().min(2).max(9).default(6).describe('Difficulties up to this one are called intermediate.'),
    hardUpTo: z
      .number()
      .int()
      .min(3)
      .max(10)
      .default(8)
      .describe('Difficulties up to this one are called advanced, those above expert.'),
  }),
);
