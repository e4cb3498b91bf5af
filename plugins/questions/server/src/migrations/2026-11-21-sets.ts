import { type Migration, sql } from '@lyceum/core/server';

/** Sets of questions: a list in an order, or a rule. */
export const sets: Migration = {
  name: '2026-11-21-sets',
  up: async (tx) => {
    await tx.run(
      sql.raw(`
      CREATE TABLE activity.questions_sets (
        id uuid PRIMARY KEY,
        owner_id integer REFERENCES admin_users (id) ON DELETE SET NULL,
        institute text,
        name text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('fixed', 'rule')),
        document_ids text[] NOT NULL DEFAULT '{}',
        rule jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CHECK ((kind = 'rule') = (rule IS NOT NULL))
      );
      CREATE INDEX questions_sets_owner ON activity.questions_sets (owner_id);
      CREATE INDEX questions_sets_documents ON activity.questions_sets USING gin (document_ids);
    `),
    );
  },
};
