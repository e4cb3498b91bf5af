import { type Db, type Sql, sql } from '@lyceum/core/server';
import { wordsIn } from '../../../domain/search/words.ts';
import { WORDS } from './question-filter.ts';

export type Alike = {
  documentId: string;
  topic: string | null;
  difficulty: number;
  examTypes: string[];
  similarity: number;
};

/** Words of a text that are looked for at most. */
const MAX_WORDS = 12;

/** The longest words of a text, folded as the index holds them: they say most about what it is about. */
const tellingWords = (text: string): string[] =>
  [...new Set(wordsIn(text.normalize('NFC')).map(({ word }) => word))]
    .filter((word) => word.length >= 4 && word.length <= 40)
    .sort((a, b) => b.length - a.length)
    .slice(0, MAX_WORDS);

/** Finds them by the index of the search; null for a text without telling words. */
export function alikeStatement(text: string, except: string, limit: number): Sql | null {
  const words = tellingWords(text);
  if (words.length === 0) return null;
  const query = words.map((word) => `'${word}'`).join(' | ');
  return sql`
    WITH found AS MATERIALIZED (
      SELECT d.id, d.document_id, d.difficulty, d.exam_types, d.stem, d.explanation FROM questions_questions d
      WHERE d.published_at IS NULL AND d.state <> 'archived' AND d.document_id <> ${except} AND ${WORDS} @@ ${query}::tsquery
      LIMIT 2000),
    ranked AS (
      SELECT f.*, ts_rank(to_tsvector('simple'::regconfig, activity.questions_fold(concat_ws(' ', f.stem, f.explanation))), ${query}::tsquery) AS similarity
      FROM found f)
    SELECT f.document_id AS "documentId", t.document_id AS topic, f.difficulty, coalesce(f.exam_types, '[]') AS "examTypes", f.similarity
    FROM ranked f
    LEFT JOIN questions_questions_topic_lnk l ON l.question_id = f.id LEFT JOIN questions_topics t ON t.id = l.topic_id
    ORDER BY f.similarity DESC, f.id LIMIT ${limit}`;
}

/** Questions of the bank that share the most telling words with a text, most alike first; only those that are tagged. */
export async function alike(db: Db, text: string, except: string, limit: number): Promise<Alike[]> {
  const statement = alikeStatement(text, except, limit);
  return statement === null ? [] : db.many<Alike>(statement);
}
