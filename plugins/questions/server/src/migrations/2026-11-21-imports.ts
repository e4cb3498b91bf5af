import { type Migration, sql } from '@lyceum/core/server';

/** Batches, their reports, saved mappings. */
export const imports: Migration = {
  name: '2026-11-21-imports',
  up: async (tx) => {
    await tx.run(
      sql.raw(`
      CREATE TABLE activity.questions_import_batches (
        id uuid PRIMARY KEY,
        file_id uuid NOT NULL,
        file_name text NOT NULL,
        format text NOT NULL,
        size_bytes bigint NOT NULL,
        media_file_id uuid,
        media jsonb,
        state text NOT NULL DEFAULT 'uploaded'
          CHECK (state IN ('uploaded', 'ready', 'queued', 'running', 'finished', 'failed', 'cancelled')),
        description jsonb,
        mapping jsonb,
        options jsonb,
        run integer NOT NULL DEFAULT 0,
        dry_run boolean,
        read_count integer NOT NULL DEFAULT 0,
        created_count integer NOT NULL DEFAULT 0,
        updated_count integer NOT NULL DEFAULT 0,
        skipped_count integer NOT NULL DEFAULT 0,
        failed_count integer NOT NULL DEFAULT 0,
        warned_count integer NOT NULL DEFAULT 0,
        last_chunk integer NOT NULL DEFAULT 0,
        row_count integer,
        new_topics jsonb NOT NULL DEFAULT '[]',
        cancel_requested boolean NOT NULL DEFAULT false,
        error jsonb,
        started_by integer,
        created_at timestamptz NOT NULL DEFAULT now(),
        started_at timestamptz,
        finished_at timestamptz
      );
      CREATE INDEX questions_import_batches_made ON activity.questions_import_batches (created_at, id);

      CREATE TABLE activity.questions_import_rows (
        batch_id uuid NOT NULL REFERENCES activity.questions_import_batches (id) ON DELETE CASCADE,
        run integer NOT NULL,
        number integer NOT NULL,
        dry_run boolean NOT NULL,
        row_hash text NOT NULL,
        code text,
        stem_start text NOT NULL,
        result text NOT NULL CHECK (result IN ('created', 'updated', 'skipped', 'failed')),
        document_id text,
        messages jsonb NOT NULL DEFAULT '[]',
        cells jsonb,
        PRIMARY KEY (batch_id, run, number)
      );
      CREATE INDEX questions_import_rows_written ON activity.questions_import_rows (batch_id, row_hash)
        WHERE NOT dry_run AND result IN ('created', 'updated');
      CREATE INDEX questions_import_rows_result ON activity.questions_import_rows (batch_id, run, result, number);

      CREATE TABLE activity.questions_import_mappings (
        id uuid PRIMARY KEY,
        name text NOT NULL UNIQUE,
        mapping jsonb NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now()
      );
    `),
    );
  },
};
