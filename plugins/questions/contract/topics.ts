import { DocumentId, defineEndpoint, staff } from '@lyceum/core/contract';
import { z } from 'zod';
import { TEXT_LIMITS } from './limits.ts';
import { questionsProblems } from './problems.ts';
import { READ, WRITE } from './questions.ts';

/** A node of the topic tree: subject → topic → subtopic. */
export const Topic = z.object({
  documentId: DocumentId,
  name: z.string(),
  slug: z.string(),
  /** Short name that import files use, such as `T1A`. */
  code: z.string().nullable(),
  parent: DocumentId.nullable(),
  order: z.number().int(),
  /** Names from the root, joined by ` / `. */
  path: z.string(),
  /** 0 for a subject. */
  depth: z.number().int(),
  /** Questions filed right here, archived ones left out. */
  questions: z.number().int(),
  /** Published questions here and below: what a rule on this topic can draw from. */
  published: z.number().int(),
});
export type Topic = z.output<typeof Topic>;

const OneTopic = z.strictObject({ documentId: DocumentId });
const name = z.string().trim().min(1).max(TEXT_LIMITS.topicName);
const code = z.string().trim().max(TEXT_LIMITS.code).nullable();

export const listTopics = defineEndpoint({
  method: 'GET',
  path: '/questions/topics',
  summary: 'The whole tree as a list, parents before children',
  access: staff(READ),
  reply: z.object({ rows: z.array(Topic) }),
});

export const createTopic = defineEndpoint({
  method: 'POST',
  path: '/questions/topics',
  summary: 'Adds a topic below a parent, or a subject',
  access: staff(WRITE),
  body: z.strictObject({ name, code: code.default(null), parent: DocumentId.nullable().default(null) }),
  reply: Topic,
  problems: [questionsProblems.topicNotFound, questionsProblems.topicNameTaken, questionsProblems.topicTooDeep],
});

export const renameTopic = defineEndpoint({
  method: 'PATCH',
  path: '/questions/topics/:documentId',
  summary: 'Changes name or code; questions and exams keep pointing to it',
  access: staff(WRITE),
  params: OneTopic,
  body: z.strictObject({ name: name.optional(), code: code.optional() }),
  reply: Topic,
  problems: [questionsProblems.topicNotFound, questionsProblems.topicNameTaken],
});

export const moveTopic = defineEndpoint({
  method: 'POST',
  path: '/questions/topics/:documentId/move',
  summary: 'Puts a topic below another parent or at another place among its siblings',
  access: staff(WRITE),
  params: OneTopic,
  body: z.strictObject({
    parent: DocumentId.nullable(),
    /** Place among the siblings, from 0. */ order: z.number().int().min(0).max(10_000),
  }),
  reply: z.object({ rows: z.array(Topic) }),
  problems: [
    questionsProblems.topicNotFound,
    questionsProblems.topicInsideItself,
    questionsProblems.topicNameTaken,
    questionsProblems.topicTooDeep,
  ],
});

export const mergeTopic = defineEndpoint({
  method: 'POST',
  path: '/questions/topics/:documentId/merge',
  summary: 'Moves all questions and topics to another topic and leaves a redirect for old files',
  access: staff(WRITE),
  params: OneTopic,
  body: z.strictObject({ into: DocumentId }),
  reply: z.object({ moved: z.number().int() }),
  problems: [
    questionsProblems.topicNotFound,
    questionsProblems.mergeIntoItself,
    questionsProblems.topicInsideItself,
    questionsProblems.topicNameTaken,
    questionsProblems.topicTooDeep,
  ],
});

export const deleteTopic = defineEndpoint({
  method: 'DELETE',
  path: '/questions/topics/:documentId',
  summary: 'Deletes an empty topic',
  access: staff(WRITE),
  params: OneTopic,
  reply: z.object({ deleted: z.literal(true) }),
  problems: [questionsProblems.topicNotFound, questionsProblems.topicInUse],
});
