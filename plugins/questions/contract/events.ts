import { DocumentId, defineEvent } from '@lyceum/core/contract';
import { z } from 'zod';

const Documents = z.object({ documentIds: z.array(DocumentId).max(2_000) });

export const questionEvents = {
  /** New revisions can be drawn. A large publish is announced in several events. */
  questionsPublished: defineEvent('questions.questionsPublished', 1, Documents),
  /** These can no longer be drawn (archived or deleted). */
  questionsArchived: defineEvent('questions.questionsArchived', 1, Documents),
  /** A topic was renamed, moved or deleted; what a rule on it draws from may have changed. */
  topicsChanged: defineEvent('questions.topicsChanged', 1, z.object({ topicIds: z.array(DocumentId).max(2_000) })),
  /** One question took the place of another, which is archived: fixed lists should name the kept one from now on. */
  questionMerged: defineEvent('questions.questionMerged', 1, z.object({ kept: DocumentId, merged: DocumentId })),
  /** A run of an import ended: finished, failed or cancelled. */
  importFinished: defineEvent(
    'questions.importFinished',
    1,
    z.object({
      batchId: z.uuid(),
      dryRun: z.boolean(),
      state: z.enum(['finished', 'failed', 'cancelled']),
      created: z.number().int(),
      updated: z.number().int(),
      skipped: z.number().int(),
      failed: z.number().int(),
    }),
  ),
} as const;

/** PostgreSQL channel notified at the commit of every change of the pool; the payload is the new pool version. */
export const POOL_CHANNEL = 'lyceum_questions';
