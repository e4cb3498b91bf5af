import { DocumentId, defineEndpoint, Instant, staff } from '@lyceum/core/contract';
import { z } from 'zod';
import { FieldComparison } from './duplicates.ts';
import { questionsProblems } from './problems.ts';
import { Question, READ, WRITE } from './questions.ts';

const OneQuestion = z.strictObject({ documentId: DocumentId });
/** The number of a published version, or the draft as it is now. */
export const RevisionRef = z.union([z.literal('draft'), z.coerce.number().int().min(1).max(100_000)]);
export type RevisionRef = z.output<typeof RevisionRef>;

const Compared = z.object({
  ref: z.union([z.literal('draft'), z.number().int()]),
  createdAt: Instant,
  author: z.string().nullable(),
  note: z.string().nullable(),
});

export const compareRevisions = defineEndpoint({
  method: 'GET',
  path: '/questions/questions/:documentId/revisions/compare',
  summary: 'Two versions of a question, or one and the draft, field by field with the words that differ',
  access: staff(READ),
  params: OneQuestion,
  query: z.strictObject({ left: RevisionRef.default(1), right: RevisionRef.default('draft') }),
  reply: z.object({ left: Compared, right: Compared, fields: z.array(FieldComparison) }),
  problems: [questionsProblems.questionNotFound, questionsProblems.revisionNotFound],
});

export const restoreRevision = defineEndpoint({
  method: 'POST',
  path: '/questions/questions/:documentId/revisions/:number/restore',
  summary: 'Makes the draft what an old version was; published, it becomes a new version',
  access: staff(WRITE),
  params: OneQuestion.extend({ number: z.coerce.number().int().min(1).max(100_000) }),
  body: z.strictObject({
    /** `updatedAt` the editor saw; an edit by somebody else since then is refused. */
    ifUpdatedAt: Instant.optional(),
  }),
  reply: Question,
  problems: [
    questionsProblems.questionNotFound,
    questionsProblems.revisionNotFound,
    questionsProblems.invalidQuestion,
    questionsProblems.changedMeanwhile,
    questionsProblems.questionReadOnly,
  ],
});

/** A used question whose draft has another key than what is published. */
export const KeyImpact = z.object({
  documentId: DocumentId,
  code: z.string(),
  /** Attempts whose score would be another one with the key of the draft. */
  attempts: z.number().int(),
  /** Names of what uses it. */
  uses: z.array(z.string()),
});
export type KeyImpact = z.output<typeof KeyImpact>;

export const keyImpact = defineEndpoint({
  method: 'POST',
  path: '/questions/questions/key-impact',
  summary: 'Which of these questions are used and get another key when they are published: that asks for a reason',
  access: staff(READ),
  body: z.strictObject({ documentIds: z.array(DocumentId).min(1).max(2_000) }),
  reply: z.object({ changes: z.array(KeyImpact) }),
});
