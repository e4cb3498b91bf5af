import { type Migration, sql } from '@lyceum/core/server';

/** Rules that staff set for their questions. */
export const rules: Migration = {
  name: '2026-11-21-rules',
  up: async (tx) => {
    await tx.run(
      sql.raw(`
      CREATE TABLE activity.questions_rules (
        id uuid PRIMARY KEY,
        exam_type text,
        rule jsonb NOT NULL,
        is_on boolean NOT NULL DEFAULT true,
        created_at timestamptz NOT NULL DEFAULT now()
      );
    `),
    );
  },
};
