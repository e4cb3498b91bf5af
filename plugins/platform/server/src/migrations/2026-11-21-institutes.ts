import { type Migration, sql } from '@lyceum/core/server';

/** Institutes and who of the staff belongs to which. */
export const institutes: Migration = {
  name: '2026-11-21-institutes',
  up: async (tx) => {
    await tx.run(
      sql.raw(`
      CREATE TABLE activity.platform_institutes (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE UNIQUE INDEX platform_institutes_name ON activity.platform_institutes (lower(name));
      CREATE TABLE activity.platform_institute_members (
        staff_id integer PRIMARY KEY REFERENCES admin_users (id) ON DELETE CASCADE,
        institute_id uuid NOT NULL REFERENCES activity.platform_institutes (id),
        joined_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX platform_institute_members_of ON activity.platform_institute_members (institute_id);
    `),
    );
  },
};
