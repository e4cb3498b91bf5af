import { DocumentId, defineEndpoint, Instant, staff } from '@lyceum/core/contract';
import { z } from 'zod';
import { questionsProblems } from './problems.ts';
import { PUBLISH, READ, WRITE } from './questions.ts';

/** Steps of the review of a question. Publishing and archiving have endpoints of their own. */
export const REVIEW_STEPS = ['send', 'withdraw', 'return', 'approve', 'reopen'] as const;
export const ReviewStep = z.enum(REVIEW_STEPS);
export type ReviewStep = z.output<typeof ReviewStep>;

const OneQuestion = z.strictObject({ documentId: DocumentId });
/** Longest note, in characters. */
export const REVIEW_NOTE_MAX = 2_000;

/** A step somebody took, newest first in lists. */
export const ReviewEntry = z.object({
  step: ReviewStep,
  at: Instant,
  by: z.string().nullable(),
  note: z.string().nullable(),
});
export type ReviewEntry = z.output<typeof ReviewEntry>;

export const listReviewSteps = defineEndpoint({
  method: 'GET',
  path: '/questions/questions/:documentId/review',
  summary: 'What was sent, returned and approved, with the notes, newest first',
  access: staff(READ),
  params: OneQuestion,
  reply: z.object({ rows: z.array(ReviewEntry) }),
  problems: [questionsProblems.questionNotFound],
});

const problems = [
  questionsProblems.questionNotFound,
  questionsProblems.questionReadOnly,
  questionsProblems.reviewState,
  questionsProblems.invalidQuestion,
  questionsProblems.warningsNotAccepted,
];
const reply = z.object({ status: z.enum(['draft', 'inReview', 'published', 'archived']) });
const note = z.string().trim().max(REVIEW_NOTE_MAX);

export const takeReviewStep = defineEndpoint({
  method: 'POST',
  path: '/questions/questions/:documentId/review',
  summary: 'Sends a draft to review, takes it back, or makes an archived question a draft again',
  access: staff(WRITE),
  params: OneQuestion,
  body: z.strictObject({ step: z.enum(['send', 'withdraw', 'reopen']), note: note.nullable().default(null) }),
  reply,
  problems,
});

export const decideReview = defineEndpoint({
  method: 'POST',
  path: '/questions/questions/:documentId/review/decision',
  summary: 'Approves and publishes what waits for review, or returns it with a note that its author gets by mail',
  access: staff(PUBLISH),
  params: OneQuestion,
  body: z
    .strictObject({
      step: z.enum(['approve', 'return']),
      /** Needed with a return: what the author should mend. */
      note: note.nullable().default(null),
      /** Ticks the warnings of what is approved. */
      acceptWarnings: z.boolean().default(false),
    })
    .refine((body) => body.step === 'approve' || (body.note ?? '') !== '', {
      path: ['note'],
      message: 'is needed when a question is returned',
    }),
  reply,
  problems: [...problems, questionsProblems.reasonNeeded],
});
