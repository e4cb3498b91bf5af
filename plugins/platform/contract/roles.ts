import { z } from 'zod';

/** What a person may be on this installation; one person may be several. */
export const ROLES = ['learner', 'teacher', 'content-editor', 'admin', 'super-admin'] as const;
export const Role = z.enum(ROLES);
export type Role = z.output<typeof Role>;

/** Roles that come with an account in the Strapi admin. */
export const STAFF_ROLES = ['teacher', 'content-editor', 'admin', 'super-admin'] as const satisfies readonly Role[];
export const StaffRole = z.enum(STAFF_ROLES);
export type StaffRole = z.output<typeof StaffRole>;

/** How far a role reaches. `site` has no id; the others name one record. */
export const SCOPE_TYPES = ['site', 'institute', 'partner', 'course'] as const;
export const ScopeType = z.enum(SCOPE_TYPES);
export type ScopeType = z.output<typeof ScopeType>;

/** A role with its reach. */
export const RoleGrant = z
  .strictObject({
    role: Role,
    scopeType: ScopeType.default('site'),
    scopeId: z.string().min(1).max(64).nullable().default(null),
  })
  .refine((grant) => (grant.scopeType === 'site') === (grant.scopeId === null), {
    path: ['scopeId'],
    message: 'stands beside every scope but site',
  });
export type RoleGrant = z.output<typeof RoleGrant>;
