import { type Migration, sql } from '@lyceum/core/server';

/** Old names of topics, exam types and skills, and what the lists of them need to be unique. */
export const taxonomy: Migration = {
  name: '2026-11-21-taxonomy',
  up: async (tx) => {
    await tx.run(
      sql.raw(`
      CREATE TABLE activity.questions_redirects (
        kind text NOT NULL CHECK (kind IN ('topic', 'exam-type', 'skill')),
        old_name text NOT NULL,
        document_id text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (kind, old_name)
      );
      CREATE INDEX questions_redirects_target ON activity.questions_redirects (document_id);
      CREATE UNIQUE INDEX IF NOT EXISTS questions_exam_types_code ON questions_exam_types (lower(code));
      CREATE UNIQUE INDEX IF NOT EXISTS questions_skills_name ON questions_skills (lower(name));
    `),
    );
  },
};
