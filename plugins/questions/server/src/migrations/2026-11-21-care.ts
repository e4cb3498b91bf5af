import { type Migration, sql } from '@lyceum/core/server';

/** Figures of every version from real attempts, and which of their flags somebody put aside. */
export const care: Migration = {
  name: '2026-11-21-care',
  up: async (tx) => {
    await tx.run(
      sql.raw(`
      CREATE TABLE activity.questions_item_figures (
        revision_id bigint PRIMARY KEY REFERENCES activity.questions_revisions (id),
        document_id text NOT NULL,
        number integer NOT NULL,
        figures jsonb NOT NULL,
        flags jsonb NOT NULL DEFAULT '[]',
        severity integer NOT NULL DEFAULT 0,
        counted_at timestamptz NOT NULL
      );
      CREATE INDEX questions_item_figures_document ON activity.questions_item_figures (document_id, number DESC);
      CREATE INDEX questions_item_figures_care ON activity.questions_item_figures (severity DESC, revision_id) WHERE severity > 0;

      CREATE TABLE activity.questions_care_dismissed (
        revision_id bigint NOT NULL REFERENCES activity.questions_revisions (id),
        flag text NOT NULL,
        dismissed_by text NOT NULL,
        dismissed_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (revision_id, flag)
      );
    `),
    );
  },
};
