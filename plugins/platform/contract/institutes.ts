import { defineEndpoint, Instant, staff } from '@lyceum/core/contract';
import { z } from 'zod';
import { platformProblems as problems } from './problems.ts';

export const INSTITUTES = 'plugin::platform.institutes';

/** Longest name, in characters. */
export const INSTITUTE_NAME = 120;

const Params = z.strictObject({ id: z.uuid() });
const name = z.string().trim().min(2).max(INSTITUTE_NAME);

export const Institute = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Members of staff who belong to it. */
  members: z.number().int(),
  createdAt: Instant,
});
export type Institute = z.output<typeof Institute>;

export const listInstitutes = defineEndpoint({
  method: 'GET',
  path: '/platform/institutes',
  summary: 'All institutes by name, with how many members of staff belong to each',
  access: staff(INSTITUTES),
  reply: z.object({ rows: z.array(Institute) }),
});

export const createInstitute = defineEndpoint({
  method: 'POST',
  path: '/platform/institutes',
  summary: 'Adds an institute',
  access: staff(INSTITUTES),
  body: z.strictObject({ name }),
  reply: Institute,
  problems: [problems.instituteNameTaken],
  idempotent: true,
});

export const renameInstitute = defineEndpoint({
  method: 'PATCH',
  path: '/platform/institutes/:id',
  summary: 'Changes the name of an institute',
  access: staff(INSTITUTES),
  params: Params,
  body: z.strictObject({ name }),
  reply: Institute,
  problems: [problems.instituteNotFound, problems.instituteNameTaken],
});

export const deleteInstitute = defineEndpoint({
  method: 'DELETE',
  path: '/platform/institutes/:id',
  summary: 'Deletes an institute that nobody belongs to',
  access: staff(INSTITUTES),
  params: Params,
  reply: z.object({ deleted: z.literal(true) }),
  problems: [problems.instituteNotFound, problems.instituteInUse],
});

/** Somebody of the Strapi admin and the institute they belong to. */
export const InstituteStaff = z.object({
  staffId: z.number().int(),
  name: z.string(),
  email: z.string(),
  instituteId: z.uuid().nullable(),
});
export type InstituteStaff = z.output<typeof InstituteStaff>;

export const listInstituteStaff = defineEndpoint({
  method: 'GET',
  path: '/platform/institute-staff',
  summary: 'Active members of staff with their institute',
  access: staff(INSTITUTES),
  reply: z.object({ rows: z.array(InstituteStaff) }),
});

export const setInstituteOfStaff = defineEndpoint({
  method: 'PUT',
  path: '/platform/institute-staff/:staffId',
  summary: 'Puts a member of staff into an institute, or into none',
  access: staff(INSTITUTES),
  params: z.strictObject({ staffId: z.coerce.number().int().positive() }),
  body: z.strictObject({ instituteId: z.uuid().nullable() }),
  reply: InstituteStaff,
  problems: [problems.userNotFound, problems.instituteNotFound],
});

/** What other plugins may ask: `strapi.plugin('platform').service('institutes')`. */
export type InstitutesPublic = {
  /** The institute a member of staff belongs to; null for none. */
  instituteOf(staffId: number): Promise<string | null>;
  /** Names by id, of all institutes. */
  names(): Promise<Map<string, string>>;
};
