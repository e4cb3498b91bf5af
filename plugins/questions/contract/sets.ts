import { DocumentId, defineEndpoint, Instant, listQuery, listReply, staff } from '@lyceum/core/contract';
import { z } from 'zod';
import { DIFFICULTY, TEXT_LIMITS } from './limits.ts';
import { questionsProblems } from './problems.ts';
import { READ, WRITE } from './questions.ts';
import { QuestionType } from './types/registry.ts';
import { QuestionStatus } from './values.ts';

/** Questions a fixed set holds at most, and a rule asks for at most. */
export const SET_MAX_QUESTIONS = 500;
/** Sets one person may keep. */
export const SETS_PER_PERSON = 500;

export const SET_KINDS = ['fixed', 'rule'] as const;

const difficulty = z.number().int().min(DIFFICULTY.min).max(DIFFICULTY.max);
const unique = (ids: readonly string[]) => new Set(ids).size === ids.length;

/** What questions of a set have in common. Empty lists and nulls ask for nothing. */
export const SetRule = z
  .strictObject({
    /** Main topic, with everything below it. */
    topic: DocumentId.nullable().default(null),
    /** A question carries one of them. */
    examTypes: z.array(DocumentId).max(20).default([]),
    skill: DocumentId.nullable().default(null),
    /** A question carries each of them. */
    tags: z.array(z.string().trim().min(1).max(TEXT_LIMITS.tag)).max(30).default([]),
    difficultyMin: difficulty.default(DIFFICULTY.min),
    difficultyMax: difficulty.default(DIFFICULTY.max),
    /** Questions asked for. */
    count: z.number().int().min(1).max(SET_MAX_QUESTIONS),
  })
  .refine((rule) => rule.difficultyMin <= rule.difficultyMax, {
    path: ['difficultyMax'],
    message: 'is below the lowest difficulty',
  });
export type SetRule = z.output<typeof SetRule>;

/** A list of questions in an order, or a rule that finds them. */
export const SetContent = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('fixed'),
    documentIds: z.array(DocumentId).max(SET_MAX_QUESTIONS).refine(unique, 'names a question twice'),
  }),
  z.strictObject({ kind: z.literal('rule'), rule: SetRule }),
]);
export type SetContent = z.output<typeof SetContent>;

/** How many are asked for, and how many published ones there are now. */
export const SetFigures = z.object({ asked: z.number().int(), published: z.number().int() });
export type SetFigures = z.output<typeof SetFigures>;

export const QuestionSet = SetFigures.extend({
  id: z.uuid(),
  name: z.string(),
  content: SetContent,
  /** Null when whoever made it is gone. */
  owner: z.string().nullable(),
  updatedAt: Instant,
});
export type QuestionSet = z.output<typeof QuestionSet>;

export const SetMember = z.object({
  documentId: DocumentId,
  code: z.string(),
  stemStart: z.string(),
  type: QuestionType,
  difficulty: z.number().int(),
  status: QuestionStatus,
});
export type SetMember = z.output<typeof SetMember>;

const One = z.strictObject({ id: z.uuid() });
const name = z.string().trim().min(1).max(TEXT_LIMITS.title);
const Body = z.strictObject({ name, content: SetContent });

export const listSets = defineEndpoint({
  method: 'GET',
  path: '/questions/sets',
  summary: 'Sets of oneself and of the institute, or all, with how many published questions match now',
  access: staff(READ),
  query: listQuery(['updatedAt', 'name'], { kind: z.enum(SET_KINDS).optional() }).extend({
    /** The newest first. */
    sort: z.enum(['updatedAt', '-updatedAt', 'name', '-name']).default('-updatedAt'),
  }),
  reply: listReply(QuestionSet),
});

export const getSet = defineEndpoint({
  method: 'GET',
  path: '/questions/sets/:id',
  summary: 'One set with its questions in their order; of a rule those it finds now',
  access: staff(READ),
  params: One,
  reply: QuestionSet.extend({ members: z.array(SetMember) }),
  problems: [questionsProblems.setNotFound],
});

export const countSet = defineEndpoint({
  method: 'POST',
  path: '/questions/sets/count',
  summary: 'How many published questions an unsaved set has, and the first it would find',
  access: staff(READ),
  body: z.strictObject({ content: SetContent }),
  reply: SetFigures.extend({ members: z.array(SetMember) }),
});

export const createSet = defineEndpoint({
  method: 'POST',
  path: '/questions/sets',
  summary: 'Keeps a set of questions',
  access: staff(WRITE),
  body: Body,
  reply: QuestionSet,
  problems: [questionsProblems.questionNotFound, questionsProblems.tooManySets],
  idempotent: true,
});

export const changeSet = defineEndpoint({
  method: 'PUT',
  path: '/questions/sets/:id',
  summary: 'Replaces name and content of a set',
  access: staff(WRITE),
  params: One,
  body: Body.extend({
    /** `updatedAt` the editor saw; an edit by somebody else since then is refused. */
    ifUpdatedAt: Instant.optional(),
  }),
  reply: QuestionSet,
  problems: [questionsProblems.setNotFound, questionsProblems.questionNotFound, questionsProblems.changedMeanwhile],
});

export const copySet = defineEndpoint({
  method: 'POST',
  path: '/questions/sets/:id/copy',
  summary: 'Makes a set of one\u2019s own with the same content',
  access: staff(WRITE),
  params: One,
  body: z.strictObject({ name }),
  reply: QuestionSet,
  problems: [questionsProblems.setNotFound, questionsProblems.tooManySets],
  idempotent: true,
});

export const deleteSet = defineEndpoint({
  method: 'DELETE',
  path: '/questions/sets/:id',
  summary: 'Deletes a set; its questions stay',
  access: staff(WRITE),
  params: One,
  reply: z.object({ deleted: z.literal(true) }),
  problems: [questionsProblems.setNotFound],
});
