import { type Migration, sql } from '@lyceum/core/server';

/** What learners report of questions, and the way from a question to its translations. */
export const delivery: Migration = {
  name: '2026-11-21-delivery',
  up: async (tx) => {
    await tx.run(
      sql.raw(`
      CREATE TABLE activity.questions_reports (
        id uuid PRIMARY KEY,
        document_id text NOT NULL,
        revision_id bigint NOT NULL REFERENCES activity.questions_revisions (id),
        user_id integer REFERENCES up_users (id) ON DELETE SET NULL,
        reason text NOT NULL CHECK (reason IN ('wrongKey', 'unclear', 'typo', 'other')),
        text text NOT NULL CHECK (length(text) <= 1000),
        seen_in text NOT NULL,
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed')),
        outcome text CHECK (outcome IN ('corrected', 'unchanged', 'duplicate')),
        answer text CHECK (length(answer) <= 1000),
        closed_by integer,
        created_at timestamptz NOT NULL DEFAULT now(),
        closed_at timestamptz,
        CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
        CHECK ((state = 'closed') = (outcome IS NOT NULL)),
        UNIQUE (document_id, user_id)
      );
      CREATE INDEX questions_reports_queue ON activity.questions_reports (created_at, id) WHERE state = 'open';
      CREATE INDEX questions_reports_learner ON activity.questions_reports (user_id);
      CREATE INDEX IF NOT EXISTS questions_questions_translations ON questions_questions (translation_of, document_id)
        WHERE translation_of IS NOT NULL AND published_at IS NOT NULL;
    `),
    );
  },
};
