import { DocumentId, defineEndpoint, Instant, listQuery, listReply, staff } from '@lyceum/core/contract';
import { z } from 'zod';
import { DIFFICULTY, TEXT_LIMITS } from './limits.ts';
import { questionsProblems } from './problems.ts';
import { QuestionFilter } from './question-filter.ts';
import { READ, WRITE } from './questions.ts';
import { RuleMessage } from './values.ts';

/** Up to so many questions an action is done before its request is answered; more run as a job. */
export const BULK_AT_ONCE = 200;
/** Questions of a long action that a preview looks at in full; counts of the others are not guessed. */
export const BULK_EXAMINED = 1_000;
/** After so many days an action cannot be undone any more, and what it kept for that is deleted. */
export const BULK_KEPT_DAYS = 30;

const tag = z.string().trim().min(1).max(TEXT_LIMITS.tag);
const text = z.string().trim().min(1).max(TEXT_LIMITS.source);
const examTypes = z.array(DocumentId).min(1).max(20);

/** What can be done to many questions at once. */
export const BulkAction = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('addTags'), tags: z.array(tag).min(1).max(30) }),
  z.strictObject({ kind: z.literal('removeTags'), tags: z.array(tag).min(1).max(30) }),
  z.strictObject({ kind: z.literal('setTopic'), topic: DocumentId }),
  z.strictObject({ kind: z.literal('setDifficulty'), difficulty: z.number().int().min(DIFFICULTY.min).max(DIFFICULTY.max) }),
  z.strictObject({ kind: z.literal('addExamTypes'), examTypes }),
  z.strictObject({ kind: z.literal('removeExamTypes'), examTypes }),
  z.strictObject({ kind: z.literal('setSkill'), skill: DocumentId.nullable() }),
  z.strictObject({ kind: z.literal('setLicence'), licence: text.nullable() }),
  z.strictObject({ kind: z.literal('setOwner'), ownerId: z.number().int().positive() }),
  z.strictObject({ kind: z.literal('share'), isShared: z.boolean() }),
  /** Draft → in review. */
  z.strictObject({ kind: z.literal('sendToReview'), acceptWarnings: z.boolean().default(false) }),
  z.strictObject({
    kind: z.literal('publish'),
    acceptWarnings: z.boolean().default(false),
    note: z.string().trim().max(500).optional(),
  }),
  z.strictObject({ kind: z.literal('archive') }),
  /** Published ones leave the pool. */
  z.strictObject({ kind: z.literal('backToDraft') }),
  z.strictObject({ kind: z.literal('delete') }),
]);
export type BulkAction = z.output<typeof BulkAction>;
export const BULK_KINDS = BulkAction.options.map((option) => option.shape.kind.value);
export type BulkKind = BulkAction['kind'];

/** Which questions: named ones, or all that a filter finds but these. */
export const BulkSelection = z.union([
  z.strictObject({ documentIds: z.array(DocumentId).min(1).max(2_000) }),
  z.strictObject({ filter: QuestionFilter, except: z.array(DocumentId).max(2_000).default([]) }),
]);
export type BulkSelection = z.output<typeof BulkSelection>;

/** Why an action leaves a question out. Codes are also the keys of their sentences. */
export const BULK_REASONS = [
  /** It is shared by somebody else. */
  'readOnly',
  /** It was deleted meanwhile. */
  'gone',
  /** Exams use it; `params.exams` names them. Archiving is possible. */
  'inUse',
  /** It breaks a rule; the messages say which. */
  'rules',
  /** It has warnings that were not accepted. */
  'warnings',
  /** It would have more than the tags or exam types a question may have. */
  'tooMany',
  /** It is not in a state from which this can be done; `params.status` names it. */
  'state',
  /** Undo: somebody changed it since. */
  'changedSince',
  /** Undo: another question has its code now. */
  'codeTaken',
  /** Publishing it would give a used question another key, and no note says why. */
  'needsReason',
] as const;
export type BulkReason = (typeof BULK_REASONS)[number];

/** A question that is left out, with the reason. */
export const BulkFailure = z.object({
  documentId: DocumentId,
  code: z.string(),
  reason: z.enum(BULK_REASONS),
  params: z.record(z.string(), z.string()),
  messages: z.array(RuleMessage),
});
export type BulkFailure = z.output<typeof BulkFailure>;

const Body = z.strictObject({ selection: BulkSelection, action: BulkAction });

/** What an action would do. When more are chosen than are examined, the counts are of the first ones. */
export const BulkPreview = z.object({
  total: z.number().int(),
  examined: z.number().int(),
  possible: z.number().int(),
  unchanged: z.number().int(),
  blocked: z.array(z.object({ reason: z.enum(BULK_REASONS), count: z.number().int() })),
  /** Some of those that change, before and after in words of the contract (tags, ids, states). */
  sample: z.array(
    z.object({
      documentId: DocumentId,
      code: z.string(),
      stemStart: z.string(),
      before: z.array(z.string()),
      after: z.array(z.string()),
    }),
  ),
  failures: z.array(BulkFailure),
});
export type BulkPreview = z.output<typeof BulkPreview>;

export const previewBulk = defineEndpoint({
  method: 'POST',
  path: '/questions/bulk/preview',
  summary: 'How many questions an action would change, how many it cannot and why',
  access: staff(WRITE),
  body: Body,
  reply: BulkPreview,
  problems: [questionsProblems.bulkNotAllowed, questionsProblems.bulkUnknown],
});

export const BULK_STATES = ['queued', 'running', 'finished', 'cancelled'] as const;
export const BulkRun = z.object({
  id: z.uuid(),
  action: BulkAction,
  /** The run this one takes back. */
  undoOf: z.uuid().nullable(),
  state: z.enum(BULK_STATES),
  total: z.number().int(),
  done: z.number().int(),
  unchanged: z.number().int(),
  failed: z.number().int(),
  by: z.string(),
  createdAt: Instant,
  finishedAt: Instant.nullable(),
  /** True while it can still be taken back. */
  mayUndo: z.boolean(),
});
export type BulkRun = z.output<typeof BulkRun>;

export const startBulk = defineEndpoint({
  method: 'POST',
  path: '/questions/bulk',
  summary: `Does something to many questions: at once up to ${BULK_AT_ONCE}, more as a job`,
  access: staff(WRITE),
  body: Body,
  reply: BulkRun,
  problems: [questionsProblems.bulkNotAllowed, questionsProblems.bulkUnknown],
  idempotent: true,
});

const One = z.strictObject({ id: z.uuid() });

export const getBulkRun = defineEndpoint({
  method: 'GET',
  path: '/questions/bulk/:id',
  summary: 'How far a bulk action is',
  access: staff(READ),
  params: One,
  reply: BulkRun,
  problems: [questionsProblems.bulkRunNotFound],
});

export const listBulkRuns = defineEndpoint({
  method: 'GET',
  path: '/questions/bulk',
  summary: 'Bulk actions of the last days, newest first; own ones, or all for those who work on every question',
  access: staff(READ),
  query: listQuery(['createdAt'], {}),
  reply: listReply(BulkRun),
});

export const cancelBulk = defineEndpoint({
  method: 'POST',
  path: '/questions/bulk/:id/cancel',
  summary: 'Stops a bulk action behind the questions that are done; they can be taken back',
  access: staff(WRITE),
  params: One,
  reply: BulkRun,
  problems: [questionsProblems.bulkRunNotFound, questionsProblems.bulkRunState],
});

export const undoBulk = defineEndpoint({
  method: 'POST',
  path: '/questions/bulk/:id/undo',
  summary: 'Takes a bulk action back, but for questions that changed since, which are listed',
  access: staff(WRITE),
  params: One,
  reply: BulkRun,
  problems: [questionsProblems.bulkRunNotFound, questionsProblems.bulkRunState, questionsProblems.bulkNotAllowed],
  idempotent: true,
});

export const listBulkFailures = defineEndpoint({
  method: 'GET',
  path: '/questions/bulk/:id/failures',
  summary: 'Questions a bulk action left out, each with its reason',
  access: staff(READ),
  params: One,
  query: listQuery(['number'], {}),
  reply: listReply(BulkFailure),
  problems: [questionsProblems.bulkRunNotFound],
});

export const downloadBulkFailures = defineEndpoint({
  method: 'GET',
  path: '/questions/bulk/:id/failures.csv',
  summary: 'The same as a CSV file with sentences in the language asked for',
  access: staff(READ),
  params: One,
  query: z.strictObject({ language: z.enum(['en', 'tr', 'ar']).default('en') }),
  reply: z.unknown(),
  problems: [questionsProblems.bulkRunNotFound],
});
