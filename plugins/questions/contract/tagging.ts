import { DocumentId, defineEndpoint, Instant, staff } from '@lyceum/core/contract';
import { z } from 'zod';
import { DIFFICULTY, TEXT_LIMITS } from './limits.ts';
import { PreviewItem, PreviewMedia } from './preview.ts';
import { questionsProblems } from './problems.ts';
import { FILTER_SEPARATOR, QUESTION_FILTERS, SEARCH_LENGTH } from './question-filter.ts';
import { WRITE } from './questions.ts';
import { QuestionInput, QuestionStatus } from './values.ts';

/** Kinds of tags that may count as missing; a question waits for tagging while it lacks one of the chosen. */
export const TAG_KINDS = ['examTypes', 'skill', 'furtherTopics', 'tags'] as const;
export const TagKind = z.enum(TAG_KINDS);
export type TagKind = z.output<typeof TagKind>;
export const DEFAULT_TAG_KINDS: readonly TagKind[] = ['examTypes'];

/** Questions one call of the queue gives at most. */
export const TAGGING_PAGE = 20;

/** The tags of a question, main topic and difficulty included. */
export const Tags = QuestionInput.pick({
  topic: true,
  furtherTopics: true,
  examTypes: true,
  skill: true,
  difficulty: true,
  tags: true,
});
export type Tags = z.output<typeof Tags>;

/** A question to tag, as a learner sees it, with the tags it has. */
export const TaggingItem = z.object({
  documentId: DocumentId,
  code: z.string(),
  stemStart: z.string(),
  status: QuestionStatus,
  updatedAt: Instant,
  tags: Tags,
  item: PreviewItem,
  media: PreviewMedia,
});
export type TaggingItem = z.output<typeof TaggingItem>;

const { missing: _missing, ...FILTERS } = QUESTION_FILTERS;

export const listTagging = defineEndpoint({
  method: 'GET',
  path: '/questions/tagging',
  summary: 'Questions one may change that lack one of the chosen kinds of tags, oldest first, ready to be read and tagged',
  access: staff(WRITE),
  query: z.strictObject({
    ...FILTERS,
    search: z.string().trim().max(SEARCH_LENGTH).optional(),
    lacks: z
      .string()
      .max(200)
      .default(DEFAULT_TAG_KINDS.join(FILTER_SEPARATOR))
      .transform((text) => [...new Set(text.split(FILTER_SEPARATOR))])
      .pipe(z.array(TagKind).min(1)),
    /** `next` of the page before. */
    after: z.coerce.number().int().min(0).default(0),
    pageSize: z.coerce.number().int().min(1).max(TAGGING_PAGE).default(TAGGING_PAGE),
  }),
  reply: z.object({
    rows: z.array(TaggingItem),
    next: z.number().int().nullable(),
    /** How many wait; counted for the first page only. */
    total: z.number().int().nullable(),
  }),
});

export const tagQuestion = defineEndpoint({
  method: 'PATCH',
  path: '/questions/questions/:documentId/tags',
  summary: 'Changes the tags that are given, by the rules of every save; warnings about the rest of the question do not block it',
  access: staff(WRITE),
  params: z.strictObject({ documentId: DocumentId }),
  body: z.strictObject({
    topic: DocumentId.nullable().optional(),
    furtherTopics: z.array(DocumentId).max(20).optional(),
    examTypes: z.array(DocumentId).max(20).optional(),
    skill: DocumentId.nullable().optional(),
    difficulty: z.number().int().min(DIFFICULTY.min).max(DIFFICULTY.max).optional(),
    tags: z.array(z.string().trim().min(1).max(TEXT_LIMITS.tag)).max(30).optional(),
    /** `updatedAt` the editor saw; an edit by somebody else since then is refused. */
    ifUpdatedAt: Instant.optional(),
  }),
  reply: z.object({ documentId: DocumentId, status: QuestionStatus, updatedAt: Instant, tags: Tags }),
  problems: [
    questionsProblems.questionNotFound,
    questionsProblems.questionReadOnly,
    questionsProblems.invalidQuestion,
    questionsProblems.changedMeanwhile,
  ],
});
