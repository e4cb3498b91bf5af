import { defineEndpoint, owner } from '@lyceum/core/contract';
import { RightAnswer } from '@lyceum/questions/contract/learner-view';
import { questionsProblems } from '@lyceum/questions/contract/problems';
import { OwnReport, REPORT_TEXT_MAX, ReportReason } from '@lyceum/questions/contract/reports';
import { z } from 'zod';
import { Mark, Marking } from './marks.ts';
import { PaperItem } from './papers.ts';
import { examProblems } from './problems.ts';
import { ItemResponse } from './responses.ts';
import { AttemptId, Slug } from './values.ts';

const AttemptParams = z.strictObject({ attemptId: AttemptId });

/** What the learner said is wrong with the question, and what came of it. */
export const ItemReport = OwnReport.omit({ documentId: true });
export type ItemReport = z.output<typeof ItemReport>;

export const ReviewItem = PaperItem.extend({
  sectionTitle: z.string(),
  topicName: z.string(),
  response: ItemResponse.nullable(),
  flagged: z.boolean(),
  secondsSpent: z.number().int(),
  /** 0 wrong, 1 right; null while it waits for marking, and always when the exam shows scores to staff only. */
  ratio: z.number().nullable(),
  pointsEarned: z.number().nullable(),
  /** Marked by hand, and not marked yet. */
  isWaiting: z.boolean(),
  /** The right answer in the paper's own ids, as text, or as a model answer. */
  right: RightAnswer,
  /** What the author wrote for just this answer; empty for most. */
  feedbackHtml: z.array(z.string()),
  /** The author's hints, in their order; most questions have none. */
  hintsHtml: z.array(z.string()),
  explanationHtml: z.string().nullable(),
  solutionHtml: z.string().nullable(),
  /** For items marked by hand: what the marker looks at. Otherwise empty. */
  rubric: Marking.shape.rubric,
  /** What the marker gave; shares and points are null when the exam shows scores to staff only. */
  mark: z.object({ criteria: Mark.shape.criteria, comment: Mark.shape.comment, markedAt: Mark.shape.markedAt }).nullable(),
  /** Null until the learner reports the question. */
  report: ItemReport.nullable(),
});
export type ReviewItem = z.output<typeof ReviewItem>;

export const getReview = defineEndpoint({
  method: 'GET',
  path: '/v1/exams/attempts/:attemptId/review',
  summary: 'Each item in the order of the attempt with own and right answer, as the review policy allows',
  access: owner('attempt'),
  params: AttemptParams,
  reply: z.object({
    attemptId: AttemptId,
    number: z.number().int(),
    exam: z.object({ title: z.string(), slug: Slug }),
    items: z.array(ReviewItem),
  }),
  problems: [examProblems.attemptNotFound, examProblems.attemptRunning, examProblems.reviewNotAllowed],
});

export const reportItem = defineEndpoint({
  method: 'POST',
  path: '/v1/exams/attempts/:attemptId/reports',
  summary: 'Tells the editors that something is wrong with a question of an own, ended attempt; once for each question',
  access: owner('attempt'),
  params: AttemptParams,
  body: z.strictObject({
    item: z.number().int().min(1).max(500),
    reason: ReportReason,
    text: z.string().trim().max(REPORT_TEXT_MAX).default(''),
  }),
  reply: ItemReport,
  problems: [
    examProblems.attemptNotFound,
    examProblems.attemptRunning,
    examProblems.reviewNotAllowed,
    examProblems.itemNotFound,
    questionsProblems.reportExists,
  ],
});
