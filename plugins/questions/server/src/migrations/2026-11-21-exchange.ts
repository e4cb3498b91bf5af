import { type Migration, sql } from '@lyceum/core/server';

/** Losses, imports of whole questions, taking a batch back, and exports with their reports. */
export const exchange: Migration = {
  name: '2026-11-21-exchange',
  up: async (tx) => {
    await tx.run(
      sql.raw(`
      ALTER TABLE activity.questions_import_batches
        ADD COLUMN defaults jsonb,
        ADD COLUMN sample_items jsonb,
        ADD COLUMN approximated_count integer NOT NULL DEFAULT 0,
        ADD COLUMN left_out_count integer NOT NULL DEFAULT 0,
        ADD COLUMN new_topic_ids jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN partner_id integer,
        ADD COLUMN partner_name text,
        ADD COLUMN undo_state text CHECK (undo_state IN ('queued', 'running', 'finished', 'failed')),
        ADD COLUMN undo_total integer NOT NULL DEFAULT 0,
        ADD COLUMN undo_removed integer NOT NULL DEFAULT 0,
        ADD COLUMN undo_restored integer NOT NULL DEFAULT 0,
        ADD COLUMN undo_kept integer NOT NULL DEFAULT 0,
        ADD COLUMN undo_by integer,
        ADD COLUMN undo_finished_at timestamptz;
      CREATE INDEX questions_import_batches_partner ON activity.questions_import_batches (partner_id) WHERE partner_id IS NOT NULL;

      ALTER TABLE activity.questions_import_rows
        ADD COLUMN losses jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN content_hash text,
        ADD COLUMN undo text CHECK (undo IN ('removed', 'restored', 'kept-used', 'kept-edited', 'gone'));

      CREATE TABLE activity.questions_import_before (
        batch_id uuid NOT NULL REFERENCES activity.questions_import_batches (id) ON DELETE CASCADE,
        document_id text NOT NULL,
        draft jsonb NOT NULL,
        draft_topic text,
        published jsonb,
        published_topic text,
        PRIMARY KEY (batch_id, document_id)
      );

      ALTER TABLE activity.questions_media ALTER COLUMN file_id DROP NOT NULL, ADD COLUMN private_file_id uuid;

      CREATE INDEX IF NOT EXISTS questions_questions_same ON questions_questions (same_hash) WHERE published_at IS NULL;

      CREATE TABLE activity.questions_exports (
        id uuid PRIMARY KEY,
        format text NOT NULL,
        with_media boolean NOT NULL,
        choice jsonb NOT NULL,
        may_publish boolean NOT NULL,
        state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'running', 'finished', 'failed', 'cancelled')),
        total integer NOT NULL,
        done_count integer NOT NULL DEFAULT 0,
        approximated_count integer NOT NULL DEFAULT 0,
        left_out_count integer NOT NULL DEFAULT 0,
        file_id uuid,
        file_name text,
        size_bytes bigint,
        error text,
        started_by integer,
        created_at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz
      );
      CREATE INDEX questions_exports_made ON activity.questions_exports (created_at, id);

      CREATE TABLE activity.questions_export_rows (
        export_id uuid NOT NULL REFERENCES activity.questions_exports (id) ON DELETE CASCADE,
        number integer NOT NULL,
        document_id text NOT NULL,
        code text NOT NULL,
        stem_start text NOT NULL,
        is_written boolean NOT NULL,
        losses jsonb NOT NULL DEFAULT '[]',
        PRIMARY KEY (export_id, number)
      );
    `),
    );
  },
};
