import { DocumentId, defineEndpoint, Instant, listQuery, listReply, staff } from '@lyceum/core/contract';
import { z } from 'zod';
import { questionsProblems } from './problems.ts';
import { PUBLISH, READ, WRITE } from './questions.ts';
import { QuestionType } from './types/registry.ts';
import { QuestionInput, QuestionStatus } from './values.ts';

/** What an editor decided about a pair: both stay, one was merged into the other, or both stay and never share a paper. */
export const DUPLICATE_DECISIONS = ['keep', 'merged', 'variants'] as const;
export const DuplicateDecision = z.enum(DUPLICATE_DECISIONS);
export type DuplicateDecision = z.output<typeof DuplicateDecision>;

/** Whole percent of shared trigrams, rounded down. */
const Percent = z.number().int().min(0).max(100);

/** One side of a pair, as far as a list needs it. */
export const PairSide = z.object({
  documentId: DocumentId,
  code: z.string(),
  /** First 200 characters of the stem, on one line. */
  stemStart: z.string(),
  type: QuestionType,
  topicPath: z.string().nullable(),
  status: QuestionStatus,
});
export type PairSide = z.output<typeof PairSide>;

export const DuplicatePair = z.object({
  id: z.number().int(),
  percent: Percent,
  decision: DuplicateDecision.nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
  foundAt: Instant,
  a: PairSide,
  b: PairSide,
});
export type DuplicatePair = z.output<typeof DuplicatePair>;

const OnePair = z.strictObject({ id: z.coerce.number().int().positive() });
const OneQuestion = z.strictObject({ documentId: DocumentId });

export const listDuplicates = defineEndpoint({
  method: 'GET',
  path: '/questions/duplicates',
  summary: 'Suspected pairs, the most similar first; undecided ones unless another decision is asked for',
  access: staff(READ),
  query: listQuery(['-similarity', 'foundAt'], {
    decision: z.enum(['open', 'decided', ...DUPLICATE_DECISIONS]).default('open'),
    /** Either of the two, with every topic below. */
    topic: DocumentId.optional(),
    /** Either of the two was made by this import. */
    batch: z.uuid().optional(),
    /** Least similarity in percent; the setting for what is shown when left out. */
    from: z.coerce.number().int().min(50).max(100).optional(),
  }),
  reply: listReply(DuplicatePair),
});

/** A run of words: in both texts, or only in this one. */
export const Passage = z.object({ text: z.string(), isOwn: z.boolean() });
export type Passage = z.output<typeof Passage>;

/** One field of two questions side by side. */
export const FieldComparison = z.object({
  /** As in `QuestionInput`; options one by one as `options.a`. */
  field: z.string(),
  isSame: z.boolean(),
  left: z.array(Passage),
  right: z.array(Passage),
});
export type FieldComparison = z.output<typeof FieldComparison>;

export const getDuplicate = defineEndpoint({
  method: 'GET',
  path: '/questions/duplicates/:id',
  summary: 'One pair with both questions field by field and the words that differ',
  access: staff(READ),
  params: OnePair,
  reply: DuplicatePair.extend({ fields: z.array(FieldComparison) }),
  problems: [questionsProblems.duplicateNotFound],
});

export const decideDuplicate = defineEndpoint({
  method: 'POST',
  path: '/questions/duplicates/:id/decision',
  summary: 'Keeps both questions, as two or as variants that never share a paper; later scans remember it',
  access: staff(WRITE),
  params: OnePair,
  body: z.strictObject({ decision: z.enum(['keep', 'variants']) }),
  reply: DuplicatePair,
  problems: [questionsProblems.duplicateNotFound, questionsProblems.duplicateDecided, questionsProblems.questionReadOnly],
});

export const undoDecision = defineEndpoint({
  method: 'DELETE',
  path: '/questions/duplicates/:id/decision',
  summary: 'Takes a decision back, so that the pair waits again; a merge has an undo of its own',
  access: staff(WRITE),
  params: OnePair,
  reply: DuplicatePair,
  problems: [questionsProblems.duplicateNotFound, questionsProblems.duplicateDecided, questionsProblems.questionReadOnly],
});

/** What a merge does, before it is done. */
export const MergePlan = z.object({
  kept: PairSide,
  merged: PairSide,
  /** What the kept one gains. */
  tags: z.array(z.string()),
  furtherTopics: z.array(z.string()),
  examTypes: z.number().int(),
  /** Names of what uses the one that goes; its place is taken by the kept one. */
  uses: z.array(z.string()),
  /** False when it is used: what was given to learners or put into exams cannot be put back. */
  canBeUndone: z.boolean(),
});
export type MergePlan = z.output<typeof MergePlan>;

const mergeProblems = [
  questionsProblems.duplicateNotFound,
  questionsProblems.duplicateDecided,
  questionsProblems.mergeArchived,
  questionsProblems.questionReadOnly,
];

export const planMerge = defineEndpoint({
  method: 'GET',
  path: '/questions/duplicates/:id/merge',
  summary: 'What moves to the kept question, and whether it can be undone',
  access: staff(READ),
  params: OnePair,
  query: z.strictObject({ keep: DocumentId }),
  reply: MergePlan,
  problems: mergeProblems,
});

export const mergeDuplicate = defineEndpoint({
  method: 'POST',
  path: '/questions/duplicates/:id/merge',
  summary: 'Keeps one question with the tags, topics and use of both; the other is archived and its code leads to the kept one',
  access: staff(PUBLISH),
  params: OnePair,
  body: z.strictObject({ keep: DocumentId }),
  reply: DuplicatePair,
  problems: mergeProblems,
});

export const undoMerge = defineEndpoint({
  method: 'DELETE',
  path: '/questions/duplicates/:id/merge',
  summary: 'Takes a merge back while neither question was used or changed since',
  access: staff(PUBLISH),
  params: OnePair,
  reply: DuplicatePair,
  problems: [questionsProblems.duplicateNotFound, questionsProblems.mergeNotUndone, questionsProblems.questionReadOnly],
});

/** How the scan of the whole bank stands. */
export const DuplicateScan = z.object({
  state: z.enum(['never', 'waiting', 'running', 'done', 'failed']),
  /** 0–1 */
  progress: z.number(),
  /** Questions compared so far. */
  compared: z.number().int(),
  found: z.number().int(),
  /** True when some questions had more similar ones than are looked at, or the queue is full. */
  isLimited: z.boolean(),
  finishedAt: Instant.nullable(),
});
export type DuplicateScan = z.output<typeof DuplicateScan>;

export const startScan = defineEndpoint({
  method: 'POST',
  path: '/questions/duplicates-scan',
  summary: 'Compares the whole bank now; a scan that waits or runs already is not started twice',
  access: staff(WRITE),
  reply: DuplicateScan,
});

export const getScan = defineEndpoint({
  method: 'GET',
  path: '/questions/duplicates-scan',
  summary: 'How the last scan of the bank stands',
  access: staff(READ),
  reply: DuplicateScan,
});

/** A question of the bank that is like the one being written. */
export const SimilarQuestion = PairSide.extend({
  percent: Percent,
  /** Same stem, options and key after normalising. */
  isExact: z.boolean(),
});
export type SimilarQuestion = z.output<typeof SimilarQuestion>;

const Unsaved = { question: QuestionInput, documentId: DocumentId.optional() };

export const similarQuestions = defineEndpoint({
  method: 'POST',
  path: '/questions/questions/similar',
  summary: 'Questions of the bank that are like an unsaved one, the most similar first',
  access: staff(READ),
  body: z.strictObject(Unsaved),
  reply: z.object({ matches: z.array(SimilarQuestion) }),
});

export const compareWith = defineEndpoint({
  method: 'POST',
  path: '/questions/questions/:documentId/compare',
  summary: 'An unsaved question beside one of the bank, field by field with the words that differ',
  access: staff(READ),
  params: OneQuestion,
  body: z.strictObject({ question: QuestionInput }),
  reply: z.object({ other: PairSide, fields: z.array(FieldComparison) }),
  problems: [questionsProblems.questionNotFound],
});

export const duplicatesOf = defineEndpoint({
  method: 'GET',
  path: '/questions/questions/:documentId/duplicates',
  summary: 'Pairs a question belongs to, and the question it was merged into',
  access: staff(READ),
  params: OneQuestion,
  reply: z.object({ pairs: z.array(DuplicatePair), mergedInto: PairSide.nullable() }),
  problems: [questionsProblems.questionNotFound],
});
