import { defineEndpoint, staff } from '@lyceum/core/contract';
import { z } from 'zod';
import { ImportBatch } from './imports.ts';
import { questionsProblems } from './problems.ts';
import { IMPORT } from './questions.ts';

const OneImport = z.strictObject({ id: z.uuid() });

/** What taking a batch back would do now, counted before anybody confirms it. */
export const UndoPlan = z.object({
  /** Questions the batch made, which would go. */
  removes: z.number().int(),
  /** Questions it changed or published, which would be as before. */
  restores: z.number().int(),
  /** Questions used since, and questions edited since: both stay as they are. */
  used: z.number().int(),
  edited: z.number().int(),
  /** Topics it made that would be empty. */
  topics: z.number().int(),
});
export type UndoPlan = z.output<typeof UndoPlan>;

export const planUndo = defineEndpoint({
  method: 'GET',
  path: '/questions/imports/:id/undo',
  summary: 'What taking the batch back would do',
  access: staff(IMPORT),
  params: OneImport,
  reply: UndoPlan,
  problems: [questionsProblems.importNotFound, questionsProblems.importState, questionsProblems.importUndone],
});

export const undoImport = defineEndpoint({
  method: 'POST',
  path: '/questions/imports/:id/undo',
  summary: 'Takes a whole batch back as a job: what it made goes, what it changed is as before [Q-33]',
  access: staff(IMPORT),
  params: OneImport,
  reply: ImportBatch,
  problems: [questionsProblems.importNotFound, questionsProblems.importState, questionsProblems.importUndone],
  idempotent: true,
});
