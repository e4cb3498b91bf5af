import { type Migration, sql } from '@lyceum/core/server';

/** Tokens of partners: only their hashes, with what they may do. */
export const partnerTokens: Migration = {
  name: '2026-11-21-partner-tokens',
  up: async (tx) => {
    await tx.run(
      sql.raw(`
      CREATE TABLE activity.platform_partner_tokens (
        id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        token_hash bytea NOT NULL UNIQUE CHECK (octet_length(token_hash) = 32),
        name text NOT NULL,
        scopes jsonb NOT NULL,
        created_by integer,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz,
        last_used_at timestamptz,
        revoked_at timestamptz
      );
    `),
    );
  },
};
