import { DocumentId, Locale } from '@lyceum/core/contract';
import { z } from 'zod';
import { OPTION_COUNT, POINTS, TEXT_LIMITS } from './limits.ts';
import { Option } from './types/option.ts';
import { Details, Key, QuestionType } from './types/registry.ts';

/** Where a question stands: draft → in review → published → archived. */
export const QUESTION_STATUSES = ['draft', 'inReview', 'published', 'archived'] as const;
export const QuestionStatus = z.enum(QUESTION_STATUSES);
export type QuestionStatus = z.output<typeof QuestionStatus>;

/** What a learner may see of a question: never the key. */
export const Content = z.strictObject({
  type: QuestionType,
  /** Markdown with maths and images. */
  stem: z.string().max(TEXT_LIMITS.stem),
  options: z.array(Option).max(OPTION_COUNT.max).optional(),
  /** Shown beside the field of a number question. */
  unit: z.string().max(TEXT_LIMITS.unit).optional(),
  /** Gaps, prompts or limits, where the type has them. */
  details: Details.optional(),
});
export type Content = z.output<typeof Content>;

/** A question as its author writes it. Rules of meaning live in `domain/validation`; this is shape and size only. */
export const QuestionInput = z.strictObject({
  /** Unique in the bank; made from the content when left out. */
  code: z.string().trim().max(TEXT_LIMITS.code).optional(),
  type: QuestionType,
  /** A name for lists and for files that carry one; learners do not see it. */
  title: z.string().max(TEXT_LIMITS.title).nullable().default(null),
  stem: z.string().max(TEXT_LIMITS.stem * 2),
  options: z.array(Option).max(200).default([]),
  details: Details.default({}),
  key: Key,
  unit: z.string().max(TEXT_LIMITS.unit).nullable().default(null),
  explanation: z.string().max(TEXT_LIMITS.explanation).nullable().default(null),
  solution: z.string().max(TEXT_LIMITS.explanation).nullable().default(null),
  hints: z.array(z.string().max(TEXT_LIMITS.hint)).max(10).default([]),
  points: z.number().default(POINTS.default),
  difficulty: z.number(),
  /** Main topic: what exams draw by. */
  topic: DocumentId.nullable(),
  furtherTopics: z.array(DocumentId).max(20).default([]),
  examTypes: z.array(DocumentId).max(20).default([]),
  skill: DocumentId.nullable().default(null),
  /** Item parameters of the three-parameter logistic model, where calibrated: a slope, b difficulty (logits), c guessing. */
  irt: z
    .strictObject({ a: z.number().min(0).max(10), b: z.number().min(-10).max(10), c: z.number().min(0).max(1) })
    .nullable()
    .default(null),
  tags: z.array(z.string().max(TEXT_LIMITS.tag)).max(30).default([]),
  language: Locale,
  estimatedSec: z.number().int().min(1).max(7_200).nullable().default(null),
  source: z.string().max(TEXT_LIMITS.source).nullable().default(null),
  licence: z.string().max(TEXT_LIMITS.source).nullable().default(null),
});
export type QuestionInput = z.output<typeof QuestionInput>;

/** A message of the validation engine. The sentence of a code stands in `messages.ts`. */
export const RuleMessage = z.object({
  code: z.string(),
  /** Errors block; warnings need a tick to pass. */
  level: z.enum(['error', 'warning']),
  /** Dotted from the question: `options.1.text`, `key`, `topic`. */
  field: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type RuleMessage = z.output<typeof RuleMessage>;
