import { DocumentId, defineEndpoint, Instant, staff } from '@lyceum/core/contract';
import { z } from 'zod';
import { questionsProblems } from './problems.ts';
import { READ } from './questions.ts';

/** What was done to a question. `<verb>` of its audit entries; the admin names each as `history.<verb>`. */
export const HISTORY_VERBS = [
  'create',
  'update',
  'publish',
  'archive',
  'delete',
  'restore',
  'merge',
  'mergedAway',
  'undoMerge',
  'copy',
  'translate',
  'import',
  'undoImport',
  'review.send',
  'review.withdraw',
  'review.return',
  'review.approve',
  'review.reopen',
  'bulk',
  'undo',
  'reclassify',
  'tag',
  'dismissFlag',
  'restoreFlag',
  'closeReport',
  'other',
] as const;
export const HistoryVerb = z.enum(HISTORY_VERBS);
export type HistoryVerb = z.output<typeof HistoryVerb>;

export const HistoryEntry = z.object({
  at: Instant,
  /** Name of the person, `system`, or null where nobody of the staff did it (a partner's import). */
  by: z.string().nullable(),
  verb: HistoryVerb,
  /** Fields that changed, as text; long ones cut. */
  changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
  /** What was written beside it: the reason of a publish, the note of a reviewer, the number of a version put back. */
  note: z.string().nullable(),
  /** The import that did it, or that was taken back. */
  batch: z.object({ id: z.uuid(), fileName: z.string() }).nullable(),
});
export type HistoryEntry = z.output<typeof HistoryEntry>;

export const listHistory = defineEndpoint({
  method: 'GET',
  path: '/questions/questions/:documentId/history',
  summary: 'Who changed what and when, by hand or by an import, newest first',
  access: staff(READ),
  params: z.strictObject({ documentId: DocumentId }),
  query: z.strictObject({
    /** Entries before this one. */
    before: z.coerce.number().int().min(1).optional(),
  }),
  reply: z.object({ rows: z.array(HistoryEntry), next: z.number().int().nullable() }),
  problems: [questionsProblems.questionNotFound],
});
