import { type Migration, sql } from '@lyceum/core/server';

/** Marks by hand, recordings of learners, plays of sounds, and which exams have shown a question. */
export const marking: Migration = {
  name: '2026-11-21-marking',
  up: async (tx) => {
    await tx.run(
      sql.raw(`
      ALTER TABLE activity.exams_attempts ADD COLUMN pending_marks int NOT NULL DEFAULT 0 CHECK (pending_marks BETWEEN 0 AND item_count);
      CREATE INDEX exams_attempts_to_mark ON activity.exams_attempts (started_at DESC, id) WHERE state = 'scored' AND pending_marks > 0;
      CREATE INDEX exams_attempts_final ON activity.exams_attempts (scored_at, id) WHERE state = 'scored' AND pending_marks = 0;

      CREATE TABLE activity.exams_marks (
        attempt_id uuid NOT NULL REFERENCES activity.exams_attempts (id) ON DELETE CASCADE,
        item int NOT NULL CHECK (item BETWEEN 1 AND 500),
        user_id int REFERENCES up_users (id) ON DELETE SET NULL,
        ratio double precision NOT NULL CHECK (ratio BETWEEN 0 AND 1),
        points double precision NOT NULL CHECK (points BETWEEN 0 AND 100),
        criteria jsonb,
        comment text CHECK (length(comment) <= 4000),
        marked_by text NOT NULL,
        marked_at timestamptz NOT NULL,
        PRIMARY KEY (attempt_id, item)
      );
      CREATE INDEX exams_marks_learner ON activity.exams_marks (user_id);

      CREATE TABLE activity.exams_recordings (
        id uuid PRIMARY KEY,
        attempt_id uuid NOT NULL REFERENCES activity.exams_attempts (id) ON DELETE CASCADE,
        item int NOT NULL CHECK (item BETWEEN 1 AND 500),
        number int NOT NULL CHECK (number > 0),
        user_id int REFERENCES up_users (id) ON DELETE CASCADE,
        size_bytes int NOT NULL CHECK (size_bytes > 0),
        recorded_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (attempt_id, item, number)
      );
      CREATE INDEX exams_recordings_learner ON activity.exams_recordings (user_id);

      CREATE TABLE activity.exams_plays (
        attempt_id uuid NOT NULL REFERENCES activity.exams_attempts (id) ON DELETE CASCADE,
        item int NOT NULL CHECK (item BETWEEN 1 AND 500),
        media uuid NOT NULL,
        plays int NOT NULL CHECK (plays > 0),
        PRIMARY KEY (attempt_id, item, media)
      );

      CREATE TABLE activity.exams_question_uses (
        question_id text NOT NULL,
        exam_id text NOT NULL,
        PRIMARY KEY (question_id, exam_id)
      );
      INSERT INTO activity.exams_question_uses (question_id, exam_id)
        SELECT DISTINCT q.id, a.exam_id FROM activity.exams_attempts a, unnest(a.question_ids) q(id);
    `),
    );
  },
};
