import { type Migration, sql } from '@lyceum/core/server';

/**
 * Suspected pairs with what was decided, signatures for finding what is like one question, and where merged codes went.
 * Signatures are our own and not an index of pg_trgm: under the C character type our database is made with, that
 * extension sees no letter outside ASCII, so it would find nothing in Arabic and cut Turkish words into pieces.
 */
export const duplicates: Migration = {
  name: '2026-11-21-duplicates',
  up: async (tx) => {
    await tx.run(
      sql.raw(`
      CREATE TABLE activity.questions_duplicates (
        id bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
        question_a text NOT NULL,
        question_b text NOT NULL,
        similarity real NOT NULL CHECK (similarity BETWEEN 0 AND 1),
        decision text CHECK (decision IN ('keep', 'merged', 'variants')),
        decided_by integer,
        decided_at timestamptz,
        found_at timestamptz NOT NULL DEFAULT now(),
        merge jsonb,
        PRIMARY KEY (question_a, question_b),
        CHECK (question_a COLLATE "C" < question_b COLLATE "C"),
        CHECK ((decision IS NULL) = (decided_at IS NULL)),
        CHECK ((decision IS NOT DISTINCT FROM 'merged') = (merge IS NOT NULL))
      );
      CREATE INDEX questions_duplicates_other ON activity.questions_duplicates (question_b);
      CREATE INDEX questions_duplicates_queue ON activity.questions_duplicates (similarity, id);
      CREATE INDEX questions_duplicates_enemies ON activity.questions_duplicates (question_a, question_b) WHERE decision = 'variants';
      CREATE INDEX questions_duplicates_enemies_back ON activity.questions_duplicates (question_b, question_a) WHERE decision = 'variants';

      CREATE TABLE activity.questions_signatures (
        document_id text PRIMARY KEY,
        content_hash text,
        version smallint NOT NULL,
        bands integer[] NOT NULL
      );
      CREATE INDEX questions_signatures_bands ON activity.questions_signatures USING gin (bands);

      CREATE TABLE activity.questions_code_redirects (
        code text PRIMARY KEY,
        document_id text NOT NULL,
        made_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX questions_code_redirects_to ON activity.questions_code_redirects (document_id);

      CREATE INDEX IF NOT EXISTS questions_questions_same ON questions_questions (same_hash) WHERE published_at IS NULL;
    `),
    );
  },
};
