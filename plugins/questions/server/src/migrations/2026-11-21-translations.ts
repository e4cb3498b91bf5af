import { type Migration, sql } from '@lyceum/core/server';

/** Index that holds a question to one translation a language. */
export const ONE_TRANSLATION = 'questions_questions_one_translation';

export const translations: Migration = {
  name: '2026-11-21-translations',
  up: async (tx) => {
    await tx.run(
      sql.raw(`
      CREATE UNIQUE INDEX IF NOT EXISTS ${ONE_TRANSLATION} ON questions_questions (translation_of, language)
        WHERE published_at IS NULL AND translation_of IS NOT NULL;
    `),
    );
  },
};
