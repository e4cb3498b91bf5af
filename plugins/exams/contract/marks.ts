import { defineEndpoint, Instant, staff } from '@lyceum/core/contract';
import { z } from 'zod';
import { examProblems } from './problems.ts';
import { EXAM_PERMISSIONS } from './staff-exams.ts';
import { AttemptId } from './values.ts';

/** Share of one criterion of the rubric, 0–1. */
export const CriterionMark = z.strictObject({ id: z.string().max(3), share: z.number().min(0).max(1) });
export type CriterionMark = z.output<typeof CriterionMark>;

/** Longest comment to the learner. */
export const MARK_COMMENT_MAX = 4_000;

/** By the rubric, each criterion once, or as points where there is no rubric or it does not fit. */
export const MarkInput = z.strictObject({
  given: z.union([
    z.strictObject({ criteria: z.array(CriterionMark).min(1).max(20) }),
    z.strictObject({ points: z.number().min(0).max(100) }),
  ]),
  /** Shown to the learner as soon as the review is open. */
  comment: z.string().trim().max(MARK_COMMENT_MAX).nullable().default(null),
  /** When the mark that the page shows was given; null for none. Another one is refused with `markedMeanwhile`. */
  ifMarkedAt: Instant.nullable(),
});
export type MarkInput = z.output<typeof MarkInput>;

/** What a person gave for one item. */
export const Mark = z.object({
  ratio: z.number(),
  points: z.number(),
  /** Null when points were given. */
  criteria: z.array(z.object({ id: z.string(), share: z.number() })).nullable(),
  comment: z.string().nullable(),
  markedAt: Instant,
});
export type Mark = z.output<typeof Mark>;

/** What a marker needs beside the item: never sent to a learner before the review rules allow it. */
export const Marking = z.object({
  rubric: z.array(z.object({ id: z.string(), title: z.string(), descriptionHtml: z.string(), weight: z.number() })),
  modelAnswerHtml: z.string().nullable(),
  /** What the learner wrote, or the id of what they recorded; both null when nothing was given, which is nothing to mark. */
  longText: z.string().nullable(),
  recording: z.uuid().nullable(),
  mark: Mark.nullable(),
});
export type Marking = z.output<typeof Marking>;

export const markItem = defineEndpoint({
  method: 'PUT',
  path: '/exams/attempts/:attemptId/marks/:item',
  summary: 'Marks one item by hand and scores the attempt anew; audited',
  access: staff(EXAM_PERMISSIONS.markAttempts),
  params: z.strictObject({ attemptId: AttemptId, item: z.coerce.number().int().min(1).max(500) }),
  body: MarkInput,
  reply: z.object({
    mark: Mark,
    /** Items of the attempt that still wait. */
    pendingMarks: z.number().int(),
    percent: z.number(),
    passed: z.boolean().nullable(),
  }),
  problems: [
    examProblems.attemptNotFound,
    examProblems.attemptRunning,
    examProblems.attemptClosed,
    examProblems.itemNotFound,
    examProblems.nothingToMark,
    examProblems.markIncomplete,
    examProblems.markedMeanwhile,
  ],
});
