import { defineEndpoint, Instant, staff } from '@lyceum/core/contract';
import { z } from 'zod';
import { Mapping } from './mapping.ts';
import { questionsProblems } from './problems.ts';
import { IMPORT } from './questions.ts';

/** A mapping saved under a name for next time. */
export const SavedMapping = z.object({ id: z.uuid(), name: z.string(), mapping: Mapping, updatedAt: Instant });
export type SavedMapping = z.output<typeof SavedMapping>;

export const listMappings = defineEndpoint({
  method: 'GET',
  path: '/questions/import-mappings',
  summary: 'Saved mappings by name',
  access: staff(IMPORT),
  reply: z.object({ rows: z.array(SavedMapping) }),
});

export const saveMapping = defineEndpoint({
  method: 'PUT',
  path: '/questions/import-mappings',
  summary: 'Saves a mapping under a name; the same name is replaced',
  access: staff(IMPORT),
  body: z.strictObject({ name: z.string().trim().min(1).max(100), mapping: Mapping }),
  reply: SavedMapping,
});

export const deleteMapping = defineEndpoint({
  method: 'DELETE',
  path: '/questions/import-mappings/:id',
  summary: 'Forgets a saved mapping',
  access: staff(IMPORT),
  params: z.strictObject({ id: z.uuid() }),
  reply: z.object({ deleted: z.literal(true) }),
  problems: [questionsProblems.mappingNotFound],
});
