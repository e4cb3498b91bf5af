import { type Migration, sql } from '@lyceum/core/server';

/** How the last scan of the bank for duplicates stands: one row. */
export const duplicateScans: Migration = {
  name: '2026-11-21-duplicate-scans',
  up: async (tx) => {
    await tx.run(
      sql.raw(`
      -- A cursor of the queue holds a similarity as text, which must come back as the same number.
      ALTER TABLE activity.questions_duplicates ALTER COLUMN similarity TYPE double precision;
      CREATE TABLE activity.questions_duplicate_scan (
        id integer PRIMARY KEY CHECK (id = 1),
        state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
        compared integer NOT NULL DEFAULT 0,
        questions integer NOT NULL DEFAULT 0,
        found integer NOT NULL DEFAULT 0,
        is_limited boolean NOT NULL DEFAULT false,
        alive_at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz
      );
    `),
    );
  },
};
