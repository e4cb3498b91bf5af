import { type Migration, sql } from '@lyceum/core/server';

/** Revisions, the pool exams draw from, stored images, and what Strapi's own tables need to be fast and unambiguous. */
export const bank: Migration = {
  name: '2026-11-21-bank',
  up: async (tx) => {
    await tx.run(
      sql.raw(`
      CREATE TABLE activity.questions_revisions (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        document_id text NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        content jsonb NOT NULL,
        key jsonb NOT NULL,
        content_hash text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        author text,
        note text,
        UNIQUE (document_id, number)
      );
      CREATE FUNCTION activity.questions_revisions_keep() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'revisions of questions are immutable';
      END $$;
      CREATE TRIGGER questions_revisions_keep BEFORE UPDATE OR DELETE ON activity.questions_revisions
        FOR EACH ROW EXECUTE FUNCTION activity.questions_revisions_keep();
      CREATE TRIGGER questions_revisions_keep_all BEFORE TRUNCATE ON activity.questions_revisions
        FOR EACH STATEMENT EXECUTE FUNCTION activity.questions_revisions_keep();

      CREATE TABLE activity.questions_pool (
        document_id text PRIMARY KEY,
        revision_id bigint NOT NULL REFERENCES activity.questions_revisions (id),
        topic_document_id text NOT NULL,
        difficulty smallint NOT NULL,
        type text NOT NULL,
        language text NOT NULL
      );
      CREATE INDEX questions_pool_rule ON activity.questions_pool (topic_document_id, difficulty);

      CREATE TABLE activity.questions_pool_version (
        id integer PRIMARY KEY CHECK (id = 1),
        version bigint NOT NULL
      );
      INSERT INTO activity.questions_pool_version (id, version) VALUES (1, 1);

      CREATE TABLE activity.questions_media (
        sha256 text PRIMARY KEY,
        file_id integer NOT NULL,
        url text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE UNIQUE INDEX IF NOT EXISTS questions_questions_code ON questions_questions (code) WHERE published_at IS NULL;
      CREATE INDEX IF NOT EXISTS questions_questions_changed ON questions_questions (updated_at, id) WHERE published_at IS NULL;
      CREATE INDEX IF NOT EXISTS questions_questions_difficulty ON questions_questions (difficulty, id) WHERE published_at IS NULL;
      CREATE INDEX IF NOT EXISTS questions_questions_words ON questions_questions
        USING gin (to_tsvector('simple'::regconfig, coalesce(stem, '') || ' ' || coalesce(explanation, ''))) WHERE published_at IS NULL;
      CREATE INDEX IF NOT EXISTS questions_questions_code_start ON questions_questions (lower(code) text_pattern_ops) WHERE published_at IS NULL;
    `),
    );
  },
};
