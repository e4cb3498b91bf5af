import { type Migration, sql } from '@lyceum/core/server';

/** Links that show questions to people without an account. Only the hash of a link's key is kept. */
export const shareLinks: Migration = {
  name: '2026-11-21-share-links',
  up: async (tx) => {
    await tx.run(
      sql.raw(`
      CREATE TABLE activity.questions_share_links (
        id uuid PRIMARY KEY,
        token_hash bytea NOT NULL UNIQUE,
        document_ids text[] NOT NULL,
        with_answers boolean NOT NULL,
        note text NOT NULL,
        created_by integer,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        withdrawn_at timestamptz
      );
      CREATE INDEX questions_share_links_documents ON activity.questions_share_links USING gin (document_ids);
    `),
    );
  },
};
