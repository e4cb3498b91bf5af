import { defineEndpoint, Instant, staff } from '@lyceum/core/contract';
import { z } from 'zod';
import { platformProblems as problems } from './problems.ts';

export const PARTNER_TOKENS = 'plugin::platform.partner-tokens';

/** How every token of a partner begins, so that it is recognised wherever it turns up. */
export const PARTNER_TOKEN_PREFIX = 'lyp_';

const Params = z.strictObject({ id: z.coerce.number().int().positive() });

/** A key of another system to what its scopes name. The token itself is shown once and never kept. */
export const PartnerToken = z.object({
  id: z.number().int(),
  name: z.string(),
  scopes: z.array(z.string()),
  createdBy: z.string().nullable(),
  createdAt: Instant,
  /** Null: it does not end by itself. */
  expiresAt: Instant.nullable(),
  lastUsedAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
});
export type PartnerToken = z.output<typeof PartnerToken>;

export const listPartnerTokens = defineEndpoint({
  method: 'GET',
  path: '/platform/partner-tokens',
  summary: 'Tokens of partners, newest first, and the scopes there are',
  access: staff(PARTNER_TOKENS),
  reply: z.object({ rows: z.array(PartnerToken), scopes: z.array(z.string()) }),
});

export const createPartnerToken = defineEndpoint({
  method: 'POST',
  path: '/platform/partner-tokens',
  summary: 'Makes a token; it is answered once and only its hash is kept',
  access: staff(PARTNER_TOKENS),
  body: z.strictObject({
    name: z.string().trim().min(2).max(120),
    scopes: z.array(z.string().max(100)).min(1).max(50),
    /** Whole days until it ends; null for one that does not. */
    days: z.number().int().min(1).max(3_650).nullable().default(365),
  }),
  reply: PartnerToken.extend({ token: z.string() }),
  problems: [problems.scopeUnknown],
});

export const revokePartnerToken = defineEndpoint({
  method: 'DELETE',
  path: '/platform/partner-tokens/:id',
  summary: 'Ends a token at once',
  access: staff(PARTNER_TOKENS),
  params: Params,
  reply: PartnerToken,
  problems: [problems.partnerTokenNotFound],
});
