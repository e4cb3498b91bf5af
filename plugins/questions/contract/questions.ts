import { DocumentId, defineEndpoint, Instant, Locale, listQuery, listReply, staff } from '@lyceum/core/contract';
import { z } from 'zod';
import { DIFFICULTY } from './limits.ts';
import { questionsProblems } from './problems.ts';
import { questionSettings } from './settings.ts';
import { QuestionType } from './types/registry.ts';
import { QuestionInput, QuestionStatus, RuleMessage } from './values.ts';

export const READ = 'plugin::questions.read';
export const WRITE = 'plugin::questions.write';
export const PUBLISH = 'plugin::questions.publish';
export const IMPORT = 'plugin::questions.import';

const OneQuestion = z.strictObject({ documentId: DocumentId });
const TopicLink = z.object({ documentId: DocumentId, path: z.string() });

/** One line of the question list. */
export const QuestionRow = z.object({
  documentId: DocumentId,
  code: z.string(),
  /** First 200 characters of the stem, on one line. */
  stemStart: z.string(),
  type: QuestionType,
  topic: TopicLink.nullable(),
  difficulty: z.number().int(),
  language: Locale,
  status: QuestionStatus,
  /** Number of the latest revision; 0 before the first publish. */
  version: z.number().int(),
  /** True when the draft differs from what is published. */
  modified: z.boolean(),
  updatedAt: Instant,
  /** Name of the last editor; null after an import or a seed. */
  updatedBy: z.string().nullable(),
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

const filters = {
  /** With everything below it. */
  topic: DocumentId.optional(),
  difficultyMin: z.coerce.number().int().min(DIFFICULTY.min).max(DIFFICULTY.max).optional(),
  difficultyMax: z.coerce.number().int().min(DIFFICULTY.min).max(DIFFICULTY.max).optional(),
  type: QuestionType.optional(),
  language: Locale.optional(),
  status: QuestionStatus.optional(),
  /** Questions made by this import batch. */
  batch: z.uuid().optional(),
};

export const listQuestions = defineEndpoint({
  method: 'GET',
  path: '/questions/questions',
  summary: 'The question list with filters; archived ones only when asked for',
  access: staff(READ),
  query: listQuery(['code', 'updatedAt', 'difficulty'], filters),
  reply: listReply(QuestionRow),
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
  query: z.strictObject({ search: z.string().trim().max(200).optional(), ...filters }),
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
  summary: 'The messages of the rules for an unsaved question',
  access: staff(READ),
  body: z.strictObject({ question: QuestionInput }),
  reply: z.object({ messages: z.array(RuleMessage) }),
});

/** A question as a learner sees it; texts are sanitised HTML with MathML. */
export const Rendered = z.object({
  type: QuestionType,
  stem: z.string(),
  options: z.array(z.object({ id: z.string(), html: z.string(), isCorrect: z.boolean() })),
  unit: z.string().nullable(),
  explanation: z.string().nullable(),
  solution: z.string().nullable(),
  hints: z.array(z.string()),
  /** The right answer in words, for number and short text. */
  answer: z.string().nullable(),
  messages: z.array(RuleMessage),
});
export type Rendered = z.output<typeof Rendered>;

export const previewQuestion = defineEndpoint({
  method: 'POST',
  path: '/questions/questions/preview',
  summary: 'Renders an unsaved question as a learner will see it',
  access: staff(READ),
  body: z.strictObject({ question: QuestionInput }),
  reply: Rendered,
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
});

export const archiveQuestions = defineEndpoint({
  method: 'POST',
  path: '/questions/questions/archive',
  summary: 'Takes questions out of the pool; papers that already hold them keep them',
  access: staff(PUBLISH),
  body: Many,
  reply: BulkReport,
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
