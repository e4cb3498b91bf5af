import { type Migration, sql } from '@lyceum/core/server';
import { TRANSLATION } from '../../../domain/search/fold.ts';

/**
 * An image or a sound in any text of the draft `d`. The list asks by these very words, or the index is of no use: a change here
 * needs a migration of its own.
 */
export const HAS_MEDIA = (row: string): string =>
  `(${['stem', 'options::text', 'details::text', 'explanation', 'solution', 'hints::text'].map((text) => `coalesce(${row}${text}, '')`).join(' || ')}) LIKE '%](/%'`;

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/**
 * Words of a question for the search. PostgreSQL's parser takes every letter outside ASCII for part of a word, signs
 * included, and keeps `km/h` as a path; so texts are folded and parted first, by the rules of Unicode whatever the
 * locale of the database. All texts are one list of words, because an import pays for each of them; how well a match
 * fits is asked of a few hundred rows only. The costs tell the planner to use the index rather than to read all texts.
 */
const WORDS = `
  CREATE FUNCTION activity.questions_fold(value text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 100 AS $$
  DECLARE lowered text := lower(value COLLATE "pg_c_utf8");
  BEGIN
    IF octet_length(lowered) <> length(lowered) THEN
      lowered := translate(lowered, ${quoted(TRANSLATION.from)}, ${quoted(TRANSLATION.to)});
    END IF;
    RETURN regexp_replace(lowered COLLATE "pg_c_utf8", '[^[:alnum:].]+', ' ', 'g');
  END $$;
  CREATE FUNCTION activity.questions_texts(options jsonb, details jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 50 AS $$
  DECLARE texts text := '';
  BEGIN
    IF options <> '[]' THEN texts := jsonb_path_query_array(options, '$[*].text')::text; END IF;
    IF details <> '{}' THEN texts := texts || ' ' || jsonb_path_query_array(details, 'strict $.**.text')::text; END IF;
    RETURN replace(replace(texts, '\\n', ' '), '\\t', ' ');
  END $$;
  CREATE FUNCTION activity.questions_search(title text, code text, stem text, options jsonb, details jsonb, explanation text)
  RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 400 AS $$
  BEGIN
    RETURN to_tsvector('simple'::regconfig,
      activity.questions_fold(concat_ws(' ', title, code, stem, activity.questions_texts(options, details), explanation)));
  END $$;
  CREATE FUNCTION activity.questions_relevance(title text, code text, stem text, words tsquery)
  RETURNS float8 LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 400 AS $$
  BEGIN
    RETURN ts_rank(setweight(to_tsvector('simple'::regconfig, activity.questions_fold(concat_ws(' ', title, code))), 'A')
      || setweight(to_tsvector('simple'::regconfig, activity.questions_fold(coalesce(stem, ''))), 'B'), words);
  END $$;`;

/** Every index is on drafts only, and where it can on those that have something to find: an import pays for each. */
const INDEXES = `
  DROP INDEX IF EXISTS questions_questions_words;
  CREATE INDEX questions_questions_counted ON questions_questions (state, type, language, difficulty, id) WHERE published_at IS NULL;
  CREATE INDEX questions_questions_search ON questions_questions
    USING gin (activity.questions_search(title, code, stem, options, details, explanation)) WHERE published_at IS NULL;
  CREATE INDEX questions_questions_owner ON questions_questions (owner_id, updated_at, id) WHERE published_at IS NULL AND owner_id IS NOT NULL;
  CREATE INDEX questions_questions_institute ON questions_questions (institute, updated_at, id) WHERE published_at IS NULL AND institute IS NOT NULL;
  CREATE INDEX questions_questions_shared ON questions_questions (updated_at, id) WHERE published_at IS NULL AND is_shared;
  CREATE INDEX questions_questions_skill ON questions_questions (skill, updated_at, id) WHERE published_at IS NULL AND skill IS NOT NULL;
  CREATE INDEX questions_questions_tags ON questions_questions USING gin (tags jsonb_path_ops) WHERE published_at IS NULL AND tags <> '[]'::jsonb;
  CREATE INDEX questions_questions_exam_types ON questions_questions USING gin (exam_types jsonb_path_ops)
    WHERE published_at IS NULL AND exam_types <> '[]'::jsonb;
  CREATE INDEX questions_questions_further ON questions_questions USING gin (further_topics jsonb_path_ops)
    WHERE published_at IS NULL AND further_topics <> '[]'::jsonb;
  CREATE INDEX questions_questions_ai ON questions_questions (updated_at, id) WHERE published_at IS NULL AND jsonb_typeof(ai) = 'object';
  CREATE INDEX questions_questions_media ON questions_questions (updated_at, id) WHERE published_at IS NULL AND ${HAS_MEDIA('')};`;

const TABLES = `
  CREATE TABLE activity.questions_usage (
    document_id text PRIMARY KEY,
    times_used integer NOT NULL DEFAULT 0 CHECK (times_used >= 0),
    last_used_at timestamptz,
    share_correct real CHECK (share_correct BETWEEN 0 AND 1)
  );

  CREATE TABLE activity.questions_views (
    id uuid PRIMARY KEY,
    owner_id integer NOT NULL REFERENCES admin_users (id) ON DELETE CASCADE,
    name text NOT NULL,
    query jsonb NOT NULL,
    columns jsonb NOT NULL,
    shared_with text NOT NULL DEFAULT 'nobody' CHECK (shared_with IN ('nobody', 'institute', 'everybody')),
    institute text,
    updated_at timestamptz NOT NULL DEFAULT now(),
    CHECK (shared_with <> 'institute' OR institute IS NOT NULL)
  );
  CREATE UNIQUE INDEX questions_views_name ON activity.questions_views (owner_id, lower(name));
  CREATE TABLE activity.questions_list_choices (
    staff_id integer PRIMARY KEY REFERENCES admin_users (id) ON DELETE CASCADE,
    columns jsonb,
    density text CHECK (density IN ('comfortable', 'compact')),
    default_view uuid REFERENCES activity.questions_views (id) ON DELETE SET NULL
  );

  CREATE TABLE activity.questions_bulk_runs (
    id uuid PRIMARY KEY,
    action jsonb NOT NULL,
    undo_of uuid REFERENCES activity.questions_bulk_runs (id) ON DELETE SET NULL,
    state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'running', 'finished', 'cancelled')),
    staff_id integer NOT NULL,
    total integer NOT NULL,
    done integer NOT NULL DEFAULT 0,
    unchanged integer NOT NULL DEFAULT 0,
    failed integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    CHECK ((state IN ('finished', 'cancelled')) = (finished_at IS NOT NULL))
  );
  CREATE INDEX questions_bulk_runs_newest ON activity.questions_bulk_runs (created_at, id);
  CREATE UNIQUE INDEX questions_bulk_runs_undone ON activity.questions_bulk_runs (undo_of) WHERE undo_of IS NOT NULL;
  CREATE TABLE activity.questions_bulk_rows (
    run_id uuid NOT NULL REFERENCES activity.questions_bulk_runs (id) ON DELETE CASCADE,
    number integer NOT NULL,
    document_id text NOT NULL,
    code text NOT NULL,
    result text NOT NULL DEFAULT 'waiting' CHECK (result IN ('waiting', 'done', 'unchanged', 'failed')),
    reason jsonb,
    before jsonb,
    after jsonb,
    PRIMARY KEY (run_id, number)
  );
  CREATE INDEX questions_bulk_rows_result ON activity.questions_bulk_rows (run_id, result, number);`;

/** The work list of the bank: search, filters, saved views, bulk actions, how often a question was used. */
export const list: Migration = {
  name: '2026-11-21-list',
  up: async (tx) => {
    for (const text of [WORDS, INDEXES, TABLES]) await tx.run(sql.raw(text));
  },
};
