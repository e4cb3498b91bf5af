import { DocumentId, Locale } from '@lyceum/core/contract';
import { z } from 'zod';

/** Question types, in the order they are offered. One file each in `domain/types`. */
export const QUESTION_TYPES = ['single-choice', 'multiple-choice', 'true-false', 'number', 'short-text'] as const;
export const QuestionType = z.enum(QUESTION_TYPES);
export type QuestionType = z.output<typeof QuestionType>;

/** Types whose answer is picked from options. */
export const CHOICE_TYPES = ['single-choice', 'multiple-choice', 'true-false'] as const;
/** Types whose options the author writes; true/false has the two fixed ids below. */
export const OPTION_TYPES = ['single-choice', 'multiple-choice'] as const;
export const TRUE_FALSE_IDS = ['true', 'false'] as const;
/** Ids of options in the order they are given out. */
export const OPTION_IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'] as const;

/** Where a question stands: draft → in review → published → archived. */
export const QUESTION_STATUSES = ['draft', 'inReview', 'published', 'archived'] as const;
export const QuestionStatus = z.enum(QUESTION_STATUSES);
export type QuestionStatus = z.output<typeof QuestionStatus>;

/** Longest texts, in characters. */
export const TEXT_LIMITS = {
  code: 40,
  stem: 10_000,
  option: 4_000,
  explanation: 20_000,
  hint: 2_000,
  tag: 60,
  unit: 40,
  source: 500,
  accepted: 200,
  topicName: 200,
} as const;
export const OPTION_COUNT = { min: 2, max: 10 } as const;
export const DIFFICULTY = { min: 1, max: 10 } as const;
export const POINTS = { min: 0, max: 100, default: 1 } as const;

export const Option = z.strictObject({
  /** Stable within the question: a … j. */
  id: z.enum(OPTION_IDS),
  /** Markdown with maths. */
  text: z.string().max(TEXT_LIMITS.option),
  /** Keeps its place when options are shuffled ("None of these"). */
  pinned: z.boolean().optional(),
});
export type Option = z.output<typeof Option>;

/** What a learner may see of a question: never the key. */
export const Content = z.strictObject({
  type: QuestionType,
  /** Markdown with maths and images. */
  stem: z.string().max(TEXT_LIMITS.stem),
  options: z.array(Option).max(OPTION_COUNT.max).optional(),
  /** Shown beside the field of a number question. */
  unit: z.string().max(TEXT_LIMITS.unit).optional(),
});
export type Content = z.output<typeof Content>;

/** Ids of the right options. */
export const ChoiceKey = z.strictObject({ correct: z.array(z.string().max(10)).max(OPTION_COUNT.max) });
/** Right when |given − value| ≤ tolerance. */
export const NumberKey = z.strictObject({ value: z.number(), tolerance: z.number() });
/** Right when it equals one of the accepted texts after normalising. */
export const TextKey = z.strictObject({
  accepted: z.array(z.string().max(TEXT_LIMITS.accepted)).max(50),
  caseSensitive: z.boolean(),
});
export const Key = z.union([ChoiceKey, NumberKey, TextKey]);
export type ChoiceKey = z.output<typeof ChoiceKey>;
export type NumberKey = z.output<typeof NumberKey>;
export type TextKey = z.output<typeof TextKey>;
export type Key = z.output<typeof Key>;

export const ChoiceResponse = z.strictObject({ selected: z.array(z.string().max(10)).max(OPTION_COUNT.max) });
/** As typed, such as `3,5`; read with the forms of all languages. */
export const NumberResponse = z.strictObject({ number: z.string().max(60) });
export const TextResponse = z.strictObject({ text: z.string().max(1_000) });
/** What a learner gave; null when cleared. */
export const Response = z.union([ChoiceResponse, NumberResponse, TextResponse]).nullable();
export type ChoiceResponse = z.output<typeof ChoiceResponse>;
export type NumberResponse = z.output<typeof NumberResponse>;
export type TextResponse = z.output<typeof TextResponse>;
export type Response = z.output<typeof Response>;

/** A question as its author writes it. Rules of meaning live in `domain/validation`; this is shape and size only. */
export const QuestionInput = z.strictObject({
  /** Unique in the bank; made from the content when left out. */
  code: z.string().trim().max(TEXT_LIMITS.code).optional(),
  type: QuestionType,
  stem: z.string().max(TEXT_LIMITS.stem * 2),
  options: z.array(Option).max(200).default([]),
  key: Key,
  unit: z.string().max(TEXT_LIMITS.unit).nullable().default(null),
  explanation: z.string().max(TEXT_LIMITS.explanation).nullable().default(null),
  solution: z.string().max(TEXT_LIMITS.explanation).nullable().default(null),
  hints: z.array(z.string().max(TEXT_LIMITS.hint)).max(10).default([]),
  points: z.number().default(POINTS.default),
  difficulty: z.number(),
  topic: DocumentId.nullable(),
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
