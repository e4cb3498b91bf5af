import { DocumentId, Instant, Locale } from '@lyceum/core/contract';
import { z } from 'zod';
import { DIFFICULTY, TEXT_LIMITS } from './limits.ts';
import { QuestionType } from './types/registry.ts';
import { QuestionStatus } from './values.ts';

/** Values of one filter at most. */
const MANY = 30;
/** Between the values of one filter in the address. */
export const FILTER_SEPARATOR = ',';

/** Several values in one field of the address: `draft,inReview`. A question matches with any of them. */
const anyOf = <S extends z.ZodType<unknown, string>>(value: S) =>
  z
    .string()
    .max(4_000)
    .transform((text) => [...new Set(text.split(FILTER_SEPARATOR).map((part) => part.trim()))])
    .pipe(z.array(value).min(1).max(MANY))
    .optional();

const yesOrNo = z.enum(['yes', 'no']).optional();
const difficulty = z.coerce.number().int().min(DIFFICULTY.min).max(DIFFICULTY.max).optional();
const staffId = z.union([z.literal('me'), z.string().regex(/^[1-9]\d{0,8}$/, 'is not a member of staff')]);

/** Parts a question may lack; several may be asked for at once, and then a question lacks all of them. */
export const MISSING_PARTS = ['topic', 'examTypes', 'skill', 'tags', 'explanation', 'source', 'licence', 'estimatedSec'] as const;
export type MissingPart = (typeof MISSING_PARTS)[number];

/** What the list, its counts, exports and bulk actions filter by; every one may be combined with every other. */
export const QUESTION_FILTERS = {
  /** Main topic, with everything below it. */
  topic: DocumentId.optional(),
  /** Among the further topics, with everything below it. */
  furtherTopic: DocumentId.optional(),
  difficultyMin: difficulty,
  difficultyMax: difficulty,
  type: anyOf(QuestionType),
  language: anyOf(Locale),
  /** Archived ones are left out unless they are asked for. */
  status: anyOf(QuestionStatus),
  examType: anyOf(DocumentId),
  skill: anyOf(DocumentId),
  /** A question matches when it carries each of them. */
  tag: anyOf(z.string().min(1).max(TEXT_LIMITS.tag)),
  /** Whose they are: ids of staff, or `me`. */
  owner: anyOf(staffId),
  /** Who changed them last. */
  editor: anyOf(staffId),
  institute: z.uuid().optional(),
  shared: yesOrNo,
  licence: yesOrNo,
  /** An image or a sound in any text. */
  media: yesOrNo,
  /** Learners' reports that wait. */
  report: yesOrNo,
  /** Suspected duplicates that wait. */
  duplicate: yesOrNo,
  ai: yesOrNo,
  used: yesOrNo,
  missing: anyOf(z.enum(MISSING_PARTS)),
  /** Made by this import batch. */
  batch: z.uuid().optional(),
  /** Changed at or after this instant. */
  changedSince: Instant.optional(),
} as const;

/** Longest search, in characters. */
export const SEARCH_LENGTH = 200;

/** Filter and search as they stand in an address. */
export const QuestionFilter = z.strictObject({ search: z.string().trim().max(SEARCH_LENGTH).optional(), ...QUESTION_FILTERS });
export type QuestionFilter = z.output<typeof QuestionFilter>;
/** The same before it is read: every value is a text. */
export type QuestionFilterText = z.input<typeof QuestionFilter>;
