import { type Migration, sql } from '@lyceum/core/server';

/** Sessions, one-time links, roles and the link between a site user and an account of the Strapi admin. */
export const accounts: Migration = {
  name: '2026-11-21-accounts',
  up: async (tx) => {
    await tx.run(
      sql.raw(`CREATE TABLE activity.platform_sessions (
        id uuid PRIMARY KEY,
        user_id integer NOT NULL REFERENCES up_users (id) ON DELETE CASCADE,
        salt bytea NOT NULL CHECK (octet_length(salt) = 32),
        generation integer NOT NULL DEFAULT 1 CHECK (generation > 0),
        password_mark text NOT NULL,
        ip inet,
        user_agent text NOT NULL DEFAULT '',
        created_at timestamptz NOT NULL DEFAULT now(),
        rotated_at timestamptz NOT NULL DEFAULT now(),
        last_seen_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        ended_at timestamptz,
        end_reason text,
        CHECK ((ended_at IS NULL) = (end_reason IS NULL))
      )`),
    );
    await tx.run(sql.raw('CREATE INDEX platform_sessions_user ON activity.platform_sessions (user_id, last_seen_at DESC)'));
    await tx.run(sql.raw('CREATE INDEX platform_sessions_expiry ON activity.platform_sessions (expires_at)'));
    await tx.run(
      sql.raw(`CREATE TABLE activity.platform_links (
        token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
        user_id integer NOT NULL REFERENCES up_users (id) ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('confirm', 'reset')),
        registration jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      )`),
    );
    await tx.run(sql.raw('CREATE INDEX platform_links_user ON activity.platform_links (user_id, kind, created_at DESC)'));
    await tx.run(
      sql.raw(`CREATE TABLE activity.platform_user_roles (
        user_id integer NOT NULL REFERENCES up_users (id) ON DELETE CASCADE,
        role text NOT NULL,
        scope_type text NOT NULL DEFAULT 'site',
        scope_id text NOT NULL DEFAULT '',
        granted_at timestamptz NOT NULL DEFAULT now(),
        granted_by text,
        PRIMARY KEY (user_id, role, scope_type, scope_id),
        CHECK ((scope_type = 'site') = (scope_id = ''))
      )`),
    );
    await tx.run(sql.raw('CREATE INDEX platform_user_roles_role ON activity.platform_user_roles (role)'));
    await tx.run(
      sql.raw(`CREATE TABLE activity.platform_staff_links (
        admin_user_id integer PRIMARY KEY REFERENCES admin_users (id) ON DELETE CASCADE,
        user_id integer NOT NULL UNIQUE REFERENCES up_users (id) ON DELETE CASCADE,
        linked_at timestamptz NOT NULL DEFAULT now()
      )`),
    );
  },
};
