import { type Migration, sql } from '@lyceum/core/server';

/** Since when a stored file has been in no question. */
export const media: Migration = {
  name: '2026-11-21-media',
  up: async (tx) => {
    await tx.run(
      sql.raw(`
      ALTER TABLE activity.questions_media ADD COLUMN unused_since timestamptz;
      CREATE INDEX questions_media_unused ON activity.questions_media (unused_since) WHERE unused_since IS NOT NULL;
    `),
    );
  },
};
