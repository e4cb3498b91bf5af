import { defineEndpoint, Locale, staff } from '@lyceum/core/contract';
import { z } from 'zod';
import { RightAnswer, ViewDetails, ViewOption } from './learner-view.ts';
import { READ } from './questions.ts';
import { QuestionType, Response } from './types/registry.ts';
import { QuestionInput, RuleMessage } from './values.ts';

/** A question as a learner gets it: what `QuestionView` draws. */
export const PreviewItem = z.object({
  /** Its number on the page. */
  item: z.number().int(),
  type: QuestionType,
  stemHtml: z.string(),
  options: z.array(ViewOption),
  unit: z.string().nullable(),
  lang: Locale,
  points: z.number(),
  details: ViewDetails,
});
export type PreviewItem = z.output<typeof PreviewItem>;

/** What is told once the answer may be known. */
export const PreviewAnswer = z.object({
  right: RightAnswer,
  explanationHtml: z.string().nullable(),
  solutionHtml: z.string().nullable(),
  hintsHtml: z.array(z.string()),
});
export type PreviewAnswer = z.output<typeof PreviewAnswer>;

/** Addresses of the sounds in a question, by the id of their file; they open for an hour. */
export const PreviewMedia = z.record(z.string(), z.string());

/** Which order learners' lists have: 0 as they were written, every other number another order. */
const Seed = z.number().int().min(0).max(1_000_000).default(0);

export const previewQuestion = defineEndpoint({
  method: 'POST',
  path: '/questions/questions/preview',
  summary: 'An unsaved question as a learner will see it, with its answer and what the rules say about it',
  access: staff(READ),
  body: z.strictObject({ question: QuestionInput, seed: Seed }),
  reply: PreviewAnswer.extend({ item: PreviewItem, media: PreviewMedia, messages: z.array(RuleMessage) }),
});
export type QuestionPreview = z.output<typeof previewQuestion.reply>;

export const markPreview = defineEndpoint({
  method: 'POST',
  path: '/questions/questions/preview-mark',
  summary: 'How an answer to an unsaved question would be marked; the answer is in the ids of the preview with the same seed',
  access: staff(READ),
  body: z.strictObject({ question: QuestionInput, seed: Seed, response: Response }),
  reply: z.object({
    /** Share of the points, 0–1; null for types that a person marks. */
    ratio: z.number().nullable(),
    points: z.number().nullable(),
    /** What the author wrote for just this answer. */
    feedbackHtml: z.array(z.string()),
  }),
});
export type PreviewMark = z.output<typeof markPreview.reply>;
