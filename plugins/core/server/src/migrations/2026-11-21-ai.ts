import type { Migration } from '../data/migrations.ts';
import { sql } from '../data/sql.ts';

/** What was spent at the AI provider, by day and feature. */
export const aiUsage: Migration = {
  name: '2026-11-21-ai',
  up: async (tx) => {
    await tx.run(
      sql.raw(`
      CREATE TABLE activity.core_ai_usage (
        day date NOT NULL,
        purpose text NOT NULL,
        calls integer NOT NULL DEFAULT 0,
        tokens bigint NOT NULL DEFAULT 0,
        PRIMARY KEY (day, purpose)
      );
    `),
    );
  },
};
