import { type Migration, sql } from '@lyceum/core/server';

/** Steps of reviews, and what the history of a question needs to be found. */
export const workflow: Migration = {
  name: '2026-11-21-workflow',
  up: async (tx) => {
    await tx.run(
      sql.raw(`
      CREATE TABLE activity.questions_reviews (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        document_id text NOT NULL,
        step text NOT NULL CHECK (step IN ('send', 'withdraw', 'return', 'approve', 'reopen')),
        note text,
        staff_id integer NOT NULL,
        at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX questions_reviews_question ON activity.questions_reviews (document_id, id DESC);
      CREATE INDEX questions_import_before_question ON activity.questions_import_before (document_id);
    `),
    );
  },
};
