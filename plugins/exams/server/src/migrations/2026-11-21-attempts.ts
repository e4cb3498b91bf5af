import { type Migration, sql } from '@lyceum/core/server';

/** A form is what an exam was at one publishing; rows are never changed but for `is_current`. */
const FORMS = `
CREATE TABLE activity.exams_forms (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  exam_id text NOT NULL,
  slug text NOT NULL,
  definition jsonb NOT NULL,
  is_current boolean NOT NULL DEFAULT true,
  draft_updated_at timestamptz NOT NULL,
  published_by text NOT NULL,
  published_at timestamptz NOT NULL DEFAULT now(),
  changed_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX exams_forms_current ON activity.exams_forms (exam_id) WHERE is_current;
CREATE UNIQUE INDEX exams_forms_slug ON activity.exams_forms (slug) WHERE is_current;
CREATE INDEX exams_forms_changed ON activity.exams_forms (changed_at);`;

const ATTEMPTS = `
CREATE TABLE activity.exams_attempts (
  id uuid PRIMARY KEY,
  exam_id text NOT NULL,
  form_id bigint NOT NULL REFERENCES activity.exams_forms (id),
  user_id int REFERENCES up_users (id) ON DELETE SET NULL,
  number int NOT NULL CHECK (number > 0),
  state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'scored', 'voided')),
  seed bytea NOT NULL CHECK (length(seed) = 16),
  paper jsonb NOT NULL,
  question_ids text[] NOT NULL,
  item_count int NOT NULL CHECK (item_count BETWEEN 1 AND 500),
  grace_sec int NOT NULL CHECK (grace_sec BETWEEN 0 AND 120),
  back_navigation boolean NOT NULL,
  device_id uuid NOT NULL,
  device_seq int NOT NULL DEFAULT 0,
  take_overs int NOT NULL DEFAULT 0,
  position int NOT NULL DEFAULT 1 CHECK (position BETWEEN 1 AND item_count),
  section_index int NOT NULL DEFAULT 0,
  section_ends_at timestamptz,
  open_first int NOT NULL DEFAULT 1,
  open_last int NOT NULL,
  responses jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 0,
  saved_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(),
  deadline_at timestamptz,
  extra_sec int NOT NULL DEFAULT 0 CHECK (extra_sec >= 0),
  ended_at timestamptz,
  closed_by text CHECK (closed_by IN ('learner', 'deadline', 'staff')),
  points numeric,
  points_max numeric,
  percent numeric CHECK (percent BETWEEN 0 AND 100),
  passed boolean,
  result jsonb,
  scored_at timestamptz,
  voided_at timestamptz,
  void_reason text,
  CHECK (open_first BETWEEN 1 AND open_last AND open_last <= item_count),
  CHECK (deadline_at > started_at),
  CHECK ((state = 'running') = (ended_at IS NULL)),
  CHECK ((ended_at IS NULL) = (closed_by IS NULL)),
  CHECK (state <> 'scored' OR (points IS NOT NULL AND points_max IS NOT NULL AND percent IS NOT NULL AND result IS NOT NULL AND scored_at IS NOT NULL)),
  CHECK ((points IS NULL) = (result IS NULL)),
  CHECK ((state = 'voided') = (voided_at IS NOT NULL AND void_reason IS NOT NULL)),
  UNIQUE (user_id, exam_id, number)
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX exams_attempts_one_running ON activity.exams_attempts (user_id, exam_id) WHERE state = 'running';
CREATE INDEX exams_attempts_due ON activity.exams_attempts (deadline_at) WHERE state = 'running';
CREATE INDEX exams_attempts_of_exam ON activity.exams_attempts (exam_id, started_at DESC, id);
CREATE INDEX exams_attempts_of_learner ON activity.exams_attempts (user_id, started_at DESC, id);
CREATE INDEX exams_attempts_newest ON activity.exams_attempts (started_at DESC, id);
CREATE INDEX exams_attempts_percent ON activity.exams_attempts (coalesce(percent, -1), id);`;

const BESIDE = `
CREATE TABLE activity.exams_late_responses (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  attempt_id uuid NOT NULL REFERENCES activity.exams_attempts (id) ON DELETE CASCADE,
  device_id uuid NOT NULL,
  changes jsonb NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX exams_late_responses_attempt ON activity.exams_late_responses (attempt_id, id);
CREATE TABLE activity.exams_attempt_grants (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  exam_id text NOT NULL,
  user_id int REFERENCES up_users (id) ON DELETE SET NULL,
  attempt_id uuid REFERENCES activity.exams_attempts (id) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('time', 'attempts')),
  amount int NOT NULL CHECK (amount > 0),
  reason text NOT NULL,
  granted_by text NOT NULL,
  granted_at timestamptz NOT NULL DEFAULT now(),
  CHECK ((kind = 'time') = (attempt_id IS NOT NULL))
);
CREATE INDEX exams_attempt_grants_learner ON activity.exams_attempt_grants (user_id, exam_id);
CREATE INDEX exams_attempt_grants_attempt ON activity.exams_attempt_grants (attempt_id);`;

export const attempts: Migration = {
  name: '2026-11-21-attempts',
  async up(tx) {
    for (const text of [FORMS, ATTEMPTS, BESIDE]) await tx.run(sql.raw(text));
  },
};
