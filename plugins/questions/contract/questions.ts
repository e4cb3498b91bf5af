import { DocumentId, defineEndpoint, Instant, Locale, listQuery, listReply, staff } from '@lyceum/core/contract';
import { z } from 'zod';
import { questionsProblems } from './problems.ts';
import { QUESTION_FILTERS, QuestionFilter } from './question-filter.ts';
import { questionSettings } from './settings.ts';
import { QuestionType } from './types/registry.ts';
import { QuestionInput, QuestionStatus, RuleMessage } from './values.ts';

/** Sees and works on every question; without it one's own, those of the institute and, to read, shared ones. */
export const ALL = 'plugin::questions.all';
export const READ = 'plugin::questions.read';
export const WRITE = 'plugin::questions.write';
export const PUBLISH = 'plugin::questions.publish';
export const IMPORT = 'plugin::questions.import';

const OneQuestion = z.strictObject({ documentId: DocumentId });
const TopicLink = z.object({ documentId: DocumentId, path: z.string() });

/** Fields the list can be sorted by. `relevance` only while searching; the first is the default. */
export const QUESTION_SORTS = ['code', 'updatedAt', 'difficulty', 'timesUsed', 'relevance'] as const;

/** Where the words of a search stand in a text: from a character to before another. */
const Marks = z.array(z.tuple([z.number().int(), z.number().int()]));

/** One line of the question list. */
export const QuestionRow = z.object({
  documentId: DocumentId,
  code: z.string(),
  /** First 200 characters of the stem, on one line. */
  stemStart: z.string(),
  /** Where the words searched for stand in `stemStart`. */
  stemMarks: Marks,
  title: z.string().nullable(),
  /** A passage from another place where the words stand, when they do not stand in what is shown of the stem. */
  found: z.object({ field: z.enum(['title', 'stem', 'options', 'explanation']), text: z.string(), marks: Marks }).nullable(),
  type: QuestionType,
  topic: TopicLink.nullable(),
  difficulty: z.number().int(),
  language: Locale,
  examTypes: z.array(DocumentId),
  skill: DocumentId.nullable(),
  tags: z.array(z.string()),
  status: QuestionStatus,
  /** Number of the latest revision; 0 before the first publish. */
  version: z.number().int(),
  /** True when the draft differs from what is published. */
  modified: z.boolean(),
  updatedAt: Instant,
  /** Name of the last editor; null after an import or a seed. */
  updatedBy: z.string().nullable(),
  /** Name of the owner; null when nobody of the staff is. */
  owner: z.string().nullable(),
  isShared: z.boolean(),
  licence: z.string().nullable(),
  /** Attempts that held it, as counted last night. */
  timesUsed: z.number().int(),
  lastUsedAt: Instant.nullable(),
  /** Share of the points earned, 0–1; null while too few learners answered it. */
  shareCorrect: z.number().nullable(),
  /** False for one that is shared with the reader and belongs to somebody else. */
  mayChange: z.boolean(),
});
export type QuestionRow = z.output<typeof QuestionRow>;

export const Question = QuestionInput.extend({
  documentId: DocumentId,
  code: z.string(),
  /** Subject / topic / subtopic. */
  topicPath: z.string().nullable(),
  status: QuestionStatus,
  version: z.number().int(),
  modified: z.boolean(),
  createdAt: Instant,
  updatedAt: Instant,
  publishedAt: Instant.nullable(),
  /** Batch that made it; null when written by hand. */
  sourceBatch: z.string().nullable(),
  /** Warnings of the rules, in the order of the fields. */
  messages: z.array(RuleMessage),
});
export type Question = z.output<typeof Question>;

export const listQuestions = defineEndpoint({
  method: 'GET',
  path: '/questions/questions',
  summary: 'The question list with filters; archived ones only when asked for',
  access: staff(READ),
  query: listQuery(QUESTION_SORTS, QUESTION_FILTERS),
  reply: listReply(QuestionRow).extend({
    /** Set when only the newest of very many matches were put in order by relevance: how many. */
    rankedOf: z.number().int().nullable(),
  }),
});

export const getBankSettings = defineEndpoint({
  method: 'GET',
  path: '/questions/settings',
  summary: 'Limits of the import and labels of difficulty as staff set them, for everybody who works in the bank',
  access: staff(READ),
  reply: questionSettings.schema,
});

export const exportQuestions = defineEndpoint({
  method: 'GET',
  path: '/questions/questions/export',
  summary: 'The filtered questions as a CSV file that the import takes back',
  access: staff(READ),
  query: QuestionFilter,
  reply: z.unknown(),
});

export const getQuestion = defineEndpoint({
  method: 'GET',
  path: '/questions/questions/:documentId',
  summary: 'One question with its key and the messages of the rules',
  access: staff(READ),
  params: OneQuestion,
  reply: Question,
  problems: [questionsProblems.questionNotFound],
});

const Save = z.strictObject({
  question: QuestionInput,
  /** Ticks the warnings; without it a question with warnings is refused with their list. */
  acceptWarnings: z.boolean().default(false),
});

export const createQuestion = defineEndpoint({
  method: 'POST',
  path: '/questions/questions',
  summary: 'Writes a new question as a draft',
  access: staff(WRITE),
  body: Save,
  reply: Question,
  problems: [questionsProblems.invalidQuestion, questionsProblems.warningsNotAccepted, questionsProblems.codeTaken],
  idempotent: true,
});

export const updateQuestion = defineEndpoint({
  method: 'PUT',
  path: '/questions/questions/:documentId',
  summary: 'Replaces the draft; what is published stays until the next publish',
  access: staff(WRITE),
  params: OneQuestion,
  body: Save.extend({
    /** `updatedAt` the editor saw; an edit by somebody else since then is refused. */
    ifUpdatedAt: Instant.optional(),
  }),
  reply: Question,
  problems: [
    questionsProblems.questionNotFound,
    questionsProblems.invalidQuestion,
    questionsProblems.warningsNotAccepted,
    questionsProblems.codeTaken,
    questionsProblems.changedMeanwhile,
  ],
});

export const checkQuestion = defineEndpoint({
  method: 'POST',
  path: '/questions/questions/check',
  summary: 'The messages of the rules for an unsaved question, and whether the bank holds it or one like it already',
  access: staff(READ),
  body: z.strictObject({
    question: QuestionInput,
    /** Its own, unless it is new: it is no duplicate of itself. */
    documentId: DocumentId.optional(),
  }),
  reply: z.object({ messages: z.array(RuleMessage) }),
});

const Many = z.strictObject({ documentIds: z.array(DocumentId).min(1).max(2_000) });
/** What a bulk action did; the questions that could not be done are listed with the reason and the others went through. */
export const BulkReport = z.object({
  done: z.number().int(),
  unchanged: z.number().int(),
  failed: z.array(z.object({ documentId: DocumentId, code: z.string(), messages: z.array(RuleMessage) })),
});
export type BulkReport = z.output<typeof BulkReport>;

export const publishQuestions = defineEndpoint({
  method: 'POST',
  path: '/questions/questions/publish',
  summary: 'Publishes drafts: each changed one becomes a new immutable revision that exams can draw',
  access: staff(PUBLISH),
  body: Many.extend({ acceptWarnings: z.boolean().default(false), note: z.string().trim().max(500).optional() }),
  reply: BulkReport,
  problems: [questionsProblems.reasonNeeded],
});

export const archiveQuestions = defineEndpoint({
  method: 'POST',
  path: '/questions/questions/archive',
  summary: 'Takes questions out of the pool; papers that already hold them keep them',
  access: staff(PUBLISH),
  body: Many,
  reply: BulkReport,
});

export const copyQuestion = defineEndpoint({
  method: 'POST',
  path: '/questions/questions/:documentId/copy',
  summary: "Makes a draft of one's own from any question one sees; it keeps a link to its origin",
  access: staff(WRITE),
  params: OneQuestion,
  reply: z.object({ documentId: DocumentId, code: z.string() }),
  problems: [questionsProblems.questionNotFound],
  idempotent: true,
});

export const deleteQuestion = defineEndpoint({
  method: 'DELETE',
  path: '/questions/questions/:documentId',
  summary: 'Deletes a question that no exam uses',
  access: staff(WRITE),
  params: OneQuestion,
  reply: z.object({ deleted: z.literal(true) }),
  problems: [questionsProblems.questionNotFound, questionsProblems.questionInUse],
});

/** One published version; immutable. */
export const RevisionRow = z.object({
  number: z.number().int(),
  createdAt: Instant,
  author: z.string().nullable(),
  note: z.string().nullable(),
  stem: z.string(),
  /** Fields that differ from the version before. */
  changed: z.array(z.string()),
});
export type RevisionRow = z.output<typeof RevisionRow>;

export const listRevisions = defineEndpoint({
  method: 'GET',
  path: '/questions/questions/:documentId/revisions',
  summary: 'Every published version, newest first',
  access: staff(READ),
  params: OneQuestion,
  reply: z.object({ rows: z.array(RevisionRow) }),
  problems: [questionsProblems.questionNotFound],
});
