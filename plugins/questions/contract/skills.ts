import { DocumentId, defineEndpoint, staff } from '@lyceum/core/contract';
import { z } from 'zod';
import { TEXT_LIMITS } from './limits.ts';
import { questionsProblems } from './problems.ts';
import { READ, WRITE } from './questions.ts';

/** What a question asks for beside its topic, such as reading or estimating. */
export const Skill = z.object({
  documentId: DocumentId,
  name: z.string(),
  /** Questions that carry it, archived ones left out. */
  questions: z.number().int(),
});
export type Skill = z.output<typeof Skill>;

const One = z.strictObject({ documentId: DocumentId });
const name = z.string().trim().min(1).max(TEXT_LIMITS.topicName);

export const listSkills = defineEndpoint({
  method: 'GET',
  path: '/questions/skills',
  summary: 'All skills by name',
  access: staff(READ),
  reply: z.object({ rows: z.array(Skill) }),
});

export const createSkill = defineEndpoint({
  method: 'POST',
  path: '/questions/skills',
  summary: 'Adds a skill',
  access: staff(WRITE),
  body: z.strictObject({ name }),
  reply: Skill,
  problems: [questionsProblems.skillNameTaken],
  idempotent: true,
});

export const renameSkill = defineEndpoint({
  method: 'PATCH',
  path: '/questions/skills/:documentId',
  summary: 'Changes the name; the old one goes on working in import files',
  access: staff(WRITE),
  params: One,
  body: z.strictObject({ name }),
  reply: Skill,
  problems: [questionsProblems.skillNotFound, questionsProblems.skillNameTaken],
});

export const mergeSkill = defineEndpoint({
  method: 'POST',
  path: '/questions/skills/:documentId/merge',
  summary: 'Moves all questions to another skill and leaves a redirect for old files',
  access: staff(WRITE),
  params: One,
  body: z.strictObject({ into: DocumentId }),
  reply: z.object({ moved: z.number().int() }),
  problems: [questionsProblems.skillNotFound, questionsProblems.mergeIntoItself],
});

export const deleteSkill = defineEndpoint({
  method: 'DELETE',
  path: '/questions/skills/:documentId',
  summary: 'Deletes a skill that no question carries',
  access: staff(WRITE),
  params: One,
  reply: z.object({ deleted: z.literal(true) }),
  problems: [questionsProblems.skillNotFound, questionsProblems.skillInUse],
});
