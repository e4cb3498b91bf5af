import { coreProblems, DocumentId, defineEndpoint, Locale, staff } from '@lyceum/core/contract';
import { z } from 'zod';
import { questionsProblems } from './problems.ts';
import { READ, WRITE } from './questions.ts';
import { QuestionInput, RuleMessage } from './values.ts';

/** Longest text that is formatted at once, in characters. */
export const FORMAT_LIMIT = 50_000;
/** Questions that are accepted at once. */
export const MAX_ACCEPTED = 200;
/** Version of what the provider is told; kept with every draft it wrote, so that drafts can be judged by it later. */
export const PROMPT_VERSION = 'format-1';

/** Who formats: an AI provider, or the built-in parser. */
export const FORMAT_WAYS = ['ai', 'built-in'] as const;

export const getFormatWay = defineEndpoint({
  method: 'GET',
  path: '/questions/format',
  summary: 'Which AI provider formats pasted text; null while the built-in parser does',
  access: staff(READ),
  reply: z.object({ provider: z.string().nullable(), promptVersion: z.string() }),
});

/** Marks a draft that an AI provider wrote: who, told what, and what it was written for. */
export const AiMark = z.object({
  provider: z.string(),
  promptVersion: z.string(),
  /** What the questions were made from, such as a lesson; null for pasted text. */
  origin: z.string().nullable().optional(),
});
export type AiMark = z.output<typeof AiMark>;

/** A piece of the text and what was made of it. */
export const FormatItem = z.object({
  /** As it was pasted; never changed. */
  original: z.string(),
  /** Null where nothing was understood. */
  proposal: QuestionInput.nullable(),
  /** What the rules say about the proposal, and what was not understood. */
  messages: z.array(RuleMessage),
});
export type FormatItem = z.output<typeof FormatItem>;

export const formatText = defineEndpoint({
  method: 'POST',
  path: '/questions/format',
  summary: 'Makes structured questions of pasted text or of the failed rows of an import; stores nothing',
  access: staff(WRITE),
  body: z.strictObject({
    /** One of the two. */
    text: z.string().max(FORMAT_LIMIT).optional(),
    batchId: z.uuid().optional(),
    /** Language of questions that do not show theirs. */
    language: Locale,
    way: z.enum(FORMAT_WAYS).default('ai'),
  }),
  reply: z.object({ way: z.enum(FORMAT_WAYS), provider: z.string().nullable(), items: z.array(FormatItem) }),
  problems: [
    questionsProblems.formatEmpty,
    questionsProblems.importNotFound,
    coreProblems.aiUnavailable,
    coreProblems.aiNonsense,
    coreProblems.aiBudgetSpent,
  ],
  maxBodyBytes: 1024 * 1024,
  limit: { points: 20, perSec: 60 },
});

export const acceptFormatted = defineEndpoint({
  method: 'POST',
  path: '/questions/format/accept',
  summary: 'Stores accepted proposals as drafts, each by the rules of every other question; those that fail are listed',
  access: staff(WRITE),
  body: z.strictObject({
    questions: z.array(QuestionInput).min(1).max(MAX_ACCEPTED),
    /** As the reply to formatting named it; null for the built-in parser. */
    provider: z.string().max(300).nullable(),
    acceptWarnings: z.boolean().default(false),
  }),
  reply: z.object({
    /** In the order they were sent. */
    results: z.array(
      z.object({ documentId: DocumentId.nullable(), messages: z.array(z.object({ field: z.string(), message: z.string() })) }),
    ),
  }),
  idempotent: true,
  maxBodyBytes: 4 * 1024 * 1024,
});

/** Proposed tags of a question, to be taken or left. */
export const TagSuggestion = z.object({
  documentId: DocumentId,
  topic: DocumentId.nullable(),
  difficulty: z.number().int().min(1).max(10).nullable(),
  examTypes: z.array(DocumentId),
  way: z.enum(FORMAT_WAYS),
});
export type TagSuggestion = z.output<typeof TagSuggestion>;

export const suggestTags = defineEndpoint({
  method: 'POST',
  path: '/questions/format/suggest-tags',
  summary: 'Proposes topic, difficulty and exam types: by the AI provider, or by the questions of the bank that are most alike',
  access: staff(WRITE),
  body: z.strictObject({ documentIds: z.array(DocumentId).min(1).max(20) }),
  reply: z.object({ suggestions: z.array(TagSuggestion) }),
  limit: { points: 60, perSec: 60 },
});
