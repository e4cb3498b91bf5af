import { DocumentId, defineEndpoint, staff } from '@lyceum/core/contract';
import { z } from 'zod';
import { TEXT_LIMITS } from './limits.ts';
import { questionsProblems } from './problems.ts';
import { READ, WRITE } from './questions.ts';

/** How much a topic weighs in an exam of this type, in percent; what lies below it is part of it. */
export const BlueprintLine = z.strictObject({ topic: DocumentId, weight: z.number().min(0.1).max(100) });
export type BlueprintLine = z.output<typeof BlueprintLine>;

/** The weights of a blueprint add up to this. */
export const BLUEPRINT_SUM = 100;

/** An exam that questions are meant for, such as TYT: used by filters, the planner and mock exams. */
export const ExamType = z.object({
  documentId: DocumentId,
  code: z.string(),
  name: z.string(),
  blueprint: z.array(BlueprintLine),
  /** Questions marked with it, archived ones left out. */
  questions: z.number().int(),
});
export type ExamType = z.output<typeof ExamType>;

const One = z.strictObject({ documentId: DocumentId });
const code = z.string().trim().min(1).max(TEXT_LIMITS.code);
const name = z.string().trim().min(1).max(TEXT_LIMITS.topicName);
/** Empty, or weights of different topics that add up to 100. */
const blueprint = z
  .array(BlueprintLine)
  .max(200)
  .superRefine((lines, context) => {
    const seen = new Set<string>();
    for (const [at, { topic }] of lines.entries()) {
      if (seen.has(topic)) context.addIssue({ code: 'custom', path: [at, 'topic'], message: 'this topic occurs twice' });
      seen.add(topic);
    }
    const sum = Math.round(lines.reduce((total, { weight }) => total + weight, 0) * 1_000) / 1_000;
    if (lines.length > 0 && sum !== BLUEPRINT_SUM)
      context.addIssue({
        code: 'custom',
        path: [],
        message: `the weights add up to ${sum}; they must add up to ${BLUEPRINT_SUM}`,
      });
  });

export const listExamTypes = defineEndpoint({
  method: 'GET',
  path: '/questions/exam-types',
  summary: 'All exam types with their blueprints, by code',
  access: staff(READ),
  reply: z.object({ rows: z.array(ExamType) }),
});

export const createExamType = defineEndpoint({
  method: 'POST',
  path: '/questions/exam-types',
  summary: 'Adds an exam type',
  access: staff(WRITE),
  body: z.strictObject({ code, name, blueprint: blueprint.default([]) }),
  reply: ExamType,
  problems: [questionsProblems.examTypeTaken, questionsProblems.topicNotFound],
  idempotent: true,
});

export const updateExamType = defineEndpoint({
  method: 'PATCH',
  path: '/questions/exam-types/:documentId',
  summary: 'Changes code, name or blueprint; the old code goes on working in import files',
  access: staff(WRITE),
  params: One,
  body: z.strictObject({ code: code.optional(), name: name.optional(), blueprint: blueprint.optional() }),
  reply: ExamType,
  problems: [questionsProblems.examTypeNotFound, questionsProblems.examTypeTaken, questionsProblems.topicNotFound],
});

export const mergeExamType = defineEndpoint({
  method: 'POST',
  path: '/questions/exam-types/:documentId/merge',
  summary: 'Moves all questions to another exam type and leaves a redirect for old files',
  access: staff(WRITE),
  params: One,
  body: z.strictObject({ into: DocumentId }),
  reply: z.object({ moved: z.number().int() }),
  problems: [questionsProblems.examTypeNotFound, questionsProblems.mergeIntoItself],
});

export const deleteExamType = defineEndpoint({
  method: 'DELETE',
  path: '/questions/exam-types/:documentId',
  summary: 'Deletes an exam type that no question carries',
  access: staff(WRITE),
  params: One,
  reply: z.object({ deleted: z.literal(true) }),
  problems: [questionsProblems.examTypeNotFound, questionsProblems.examTypeInUse],
});
