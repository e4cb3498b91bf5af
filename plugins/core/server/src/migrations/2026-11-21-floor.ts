import type { Tx } from '../data/db.ts';
import type { Migration } from '../data/migrations.ts';
import { sql } from '../data/sql.ts';

const OUTBOX = `
CREATE TABLE activity.core_events (
  id uuid NOT NULL,
  position bigserial NOT NULL,
  type text NOT NULL,
  version int NOT NULL,
  payload jsonb NOT NULL,
  occurred_at timestamptz NOT NULL DEFAULT now(),
  attempts int NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL DEFAULT now(),
  relayed_at timestamptz,
  dead_at timestamptz,
  error text,
  PRIMARY KEY (id, occurred_at)
) PARTITION BY RANGE (occurred_at);
CREATE TABLE activity.core_events_rest PARTITION OF activity.core_events DEFAULT;
CREATE INDEX core_events_waiting ON activity.core_events (position) WHERE relayed_at IS NULL AND dead_at IS NULL;
CREATE INDEX core_events_by_type ON activity.core_events (type, occurred_at);
CREATE TABLE activity.core_consumed_events (
  subscriber text NOT NULL,
  event_id uuid NOT NULL,
  consumed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (event_id, subscriber)
);
CREATE FUNCTION activity.core_tell_outbox() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM pg_notify('lyceum_outbox', ''); RETURN NULL; END $$;
CREATE TRIGGER core_events_tell AFTER INSERT ON activity.core_events FOR EACH STATEMENT EXECUTE FUNCTION activity.core_tell_outbox();`;

const JOBS = `
CREATE TABLE activity.core_jobs (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  queue text NOT NULL,
  key text,
  payload jsonb NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'dead', 'dropped')),
  attempts int NOT NULL DEFAULT 0,
  max_attempts int NOT NULL CHECK (max_attempts > 0),
  run_after timestamptz NOT NULL,
  queued_at timestamptz,
  started_at timestamptz,
  alive_at timestamptz,
  finished_at timestamptz,
  progress real NOT NULL DEFAULT 0,
  figures jsonb NOT NULL DEFAULT '{}',
  error text,
  made_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX core_jobs_one_per_key ON activity.core_jobs (name, key) WHERE key IS NOT NULL AND state IN ('waiting', 'running');
CREATE INDEX core_jobs_open ON activity.core_jobs (queue, run_after) WHERE state IN ('waiting', 'running');
CREATE INDEX core_jobs_newest ON activity.core_jobs (made_at DESC, id);
CREATE TABLE activity.core_schedules (name text PRIMARY KEY, last_started_at timestamptz, last_finished_at timestamptz, last_error text);`;

const KEYS_AND_SETTINGS = `
CREATE TABLE activity.core_idempotency_keys (
  actor text NOT NULL,
  key text NOT NULL,
  endpoint text NOT NULL,
  request_hash text NOT NULL,
  reply jsonb,
  made_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (actor, key)
);
CREATE INDEX core_idempotency_keys_age ON activity.core_idempotency_keys (made_at);
CREATE TABLE activity.core_settings (
  plugin text PRIMARY KEY,
  "values" jsonb NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE activity.core_settings_history (
  id bigserial PRIMARY KEY,
  plugin text NOT NULL,
  field text NOT NULL,
  before jsonb,
  after jsonb,
  changed_by text NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX core_settings_history_newest ON activity.core_settings_history (plugin, id DESC);`;

const PAPER_TRAIL = `
CREATE TABLE activity.core_audit_log (
  id bigserial PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now(),
  actor text NOT NULL,
  action text NOT NULL,
  object text NOT NULL,
  before jsonb,
  after jsonb,
  request_id text
);
CREATE INDEX core_audit_log_object ON activity.core_audit_log (object, id DESC);
CREATE FUNCTION activity.core_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append only', TG_TABLE_NAME; END $$;
CREATE TRIGGER core_audit_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON activity.core_audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION activity.core_refuse_change();
CREATE TABLE activity.core_mails (
  id uuid PRIMARY KEY,
  dedupe_key text NOT NULL UNIQUE,
  recipient text NOT NULL,
  user_id int REFERENCES up_users(id) ON DELETE SET NULL,
  subject text NOT NULL,
  body_text text NOT NULL,
  body_html text,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sending', 'sent', 'tray', 'failed')),
  error text,
  made_at timestamptz NOT NULL DEFAULT now(),
  sent_at timestamptz
);
CREATE INDEX core_mails_newest ON activity.core_mails (made_at DESC, id);
CREATE INDEX core_mails_recipient ON activity.core_mails (lower(recipient));
CREATE TABLE activity.core_files (
  id uuid PRIMARY KEY,
  purpose text NOT NULL,
  name text NOT NULL,
  mime_type text NOT NULL,
  size_bytes bigint NOT NULL,
  sha256 text NOT NULL,
  path text NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX core_files_newest ON activity.core_files (made_at DESC);`;

export const floor: Migration = {
  name: '2026-11-21-floor',
  async up(tx: Tx) {
    for (const text of [OUTBOX, JOBS, KEYS_AND_SETTINGS, PAPER_TRAIL]) await tx.run(sql.raw(text));
  },
};
