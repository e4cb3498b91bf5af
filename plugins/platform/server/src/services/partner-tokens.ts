import { createHash, randomBytes } from 'node:crypto';
import { refuse } from '@lyceum/core/contract';
import { type Actor, audit, clock, db, inTransaction, mountedAnswers, type StaffMember } from '@lyceum/core/server';
import { PARTNER_TOKEN_PREFIX, type PartnerToken } from '../../../contract/partner-tokens.ts';
import { platformProblems as problems } from '../../../contract/problems.ts';
import * as records from '../records/partner-tokens.ts';

const SECRET_BYTES = 32;
const DAY_MS = 24 * 60 * 60_000;

/** 256 bits of chance need no slow hash. */
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

const toToken = (row: records.PartnerTokenRecord): PartnerToken => ({
  id: row.id,
  name: row.name,
  scopes: row.scopes,
  createdBy: row.creator,
  createdAt: row.created_at.toISOString(),
  expiresAt: row.expires_at?.toISOString() ?? null,
  lastUsedAt: row.last_used_at?.toISOString() ?? null,
  revokedAt: row.revoked_at?.toISOString() ?? null,
});

/** Scopes that some mounted endpoint asks for. */
const knownScopes = (): string[] =>
  [...new Set(mountedAnswers().flatMap(({ endpoint: { access } }) => (access.kind === 'partner' ? [access.scope] : [])))].sort();

const find = async (id: number): Promise<PartnerToken> =>
  toToken((await records.findToken(db(), id)) ?? refuse(problems.partnerTokenNotFound));

type NewToken = { name: string; scopes: readonly string[]; days: number | null };

export const partnerTokens = {
  list: async () => ({ rows: (await records.allTokens(db())).map(toToken), scopes: knownScopes() }),

  create: ({ name, scopes, days }: NewToken, actor: StaffMember) =>
    inTransaction(async (tx) => {
      const unknown = scopes.filter((scope) => !knownScopes().includes(scope));
      if (unknown.length > 0)
        refuse(problems.scopeUnknown, {
          errors: unknown.map((scope) => ({ path: 'body.scopes', message: `“${scope}” is not a scope` })),
        });
      const token = PARTNER_TOKEN_PREFIX + randomBytes(SECRET_BYTES).toString('base64url');
      const expiresAt = days === null ? null : new Date(clock.now().getTime() + days * DAY_MS);
      const made = { hash: hashOf(token), name, scopes: [...new Set(scopes)], createdBy: actor.id, expiresAt };
      const { id } = await records.insertToken(tx, made);
      await audit(tx, {
        actor,
        action: 'platform.createPartnerToken',
        object: `partnerToken:${id}`,
        after: { name, scopes, days },
      });
      return { ...(await find(id)), token };
    }),

  revoke: (id: number, actor: StaffMember): Promise<PartnerToken> =>
    inTransaction(async (tx) => {
      const before = await find(id);
      if (await records.revokeToken(tx, id))
        await audit(tx, {
          actor,
          action: 'platform.revokePartnerToken',
          object: `partnerToken:${id}`,
          before: { name: before.name },
        });
      return find(id);
    }),
};

export const isPartnerToken = (token: string): boolean => token.startsWith(PARTNER_TOKEN_PREFIX);

/** Who sends this token; nobody for one that is unknown, revoked or over its time [Q-36, A6]. */
export async function partnerWith(token: string): Promise<Actor> {
  const found = await records.liveToken(db(), hashOf(token));
  return found ? { kind: 'partner', id: found.id, name: found.name, scopes: found.scopes } : { kind: 'nobody' };
}
