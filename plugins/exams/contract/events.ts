import { DocumentId, defineEvent, Instant } from '@lyceum/core/contract';
import { z } from 'zod';
import { AttemptId, ClosedBy, ExamKind, Slug } from './values.ts';

const Exam = { examId: DocumentId };
const Attempt = { attemptId: AttemptId, examId: DocumentId, learnerId: z.number().int() };

/** Facts this plugin announces. `learnerId` is the id of the site user. */
export const examEvents = {
  examPublished: defineEvent(
    'exams.examPublished',
    1,
    z.object({ ...Exam, slug: Slug, isPublic: z.boolean(), formId: z.number().int() }),
  ),
  examUnpublished: defineEvent('exams.examUnpublished', 1, z.object({ ...Exam, slug: Slug })),
  attemptStarted: defineEvent('exams.attemptStarted', 1, z.object({ ...Attempt, number: z.number().int() })),
  attemptSubmitted: defineEvent('exams.attemptSubmitted', 1, z.object({ ...Attempt, closedBy: ClosedBy, endedAt: Instant })),
  /** The score is final: at the end of a paper that a machine scores, otherwise when its last item was marked. */
  attemptScored: defineEvent(
    'exams.attemptScored',
    1,
    z.object({
      ...Attempt,
      kind: ExamKind,
      number: z.number().int(),
      points: z.number(),
      pointsMax: z.number(),
      percent: z.number(),
      passed: z.boolean().nullable(),
      endedAt: Instant,
      topics: z.array(z.object({ topic: z.string(), percent: z.number(), items: z.number().int() })),
    }),
  ),
  /** Nothing waits for marking any more, or a mark was changed after that. */
  attemptMarked: defineEvent(
    'exams.attemptMarked',
    1,
    z.object({
      ...Attempt,
      percent: z.number(),
      passed: z.boolean().nullable(),
      /** True when a mark was changed that had been given before. */
      isCorrection: z.boolean(),
    }),
  ),
  attemptVoided: defineEvent('exams.attemptVoided', 1, z.object(Attempt)),
  attemptExtended: defineEvent('exams.attemptExtended', 1, z.object({ ...Attempt, seconds: z.number().int() })),
  attemptsGranted: defineEvent(
    'exams.attemptsGranted',
    1,
    z.object({ ...Exam, learnerId: z.number().int(), attempts: z.number().int() }),
  ),
};
