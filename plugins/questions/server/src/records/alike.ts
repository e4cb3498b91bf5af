import { type Db, sql } from '@lyceum/core/server';

export type Alike = {
  documentId: string;
  topic: string | null;
  difficulty: number;
  examTypes: string[];
  similarity: number;
};

/** Words of a text that are looked for at most. */
const MAX_WORDS = 12;

/** The longest words of a text: they say most about what it is about. */
const tellingWords = (text: string): string[] =>
  [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,40}/gu) ?? [])].sort((a, b) => b.length - a.length).slice(0, MAX_WORDS);

/** Questions of the bank that share the most telling words with a text, most alike first; only those that are tagged. */
export async function alike(db: Db, text: string, except: string, limit: number): Promise<Alike[]> {
  const words = tellingWords(text);
  if (words.length === 0) return [];
  const query = words.map((word) => `'${word}'`).join(' | ');
  return db.many<Alike>(sql`
    WITH found AS MATERIALIZED (
      SELECT d.id, d.document_id, d.difficulty, d.exam_types,
        ts_rank(to_tsvector('simple'::regconfig, coalesce(d.stem, '') || ' ' || coalesce(d.explanation, '')), ${query}::tsquery) AS similarity
      FROM questions_questions d
      WHERE d.published_at IS NULL AND d.state <> 'archived' AND d.document_id <> ${except}
        AND to_tsvector('simple'::regconfig, coalesce(d.stem, '') || ' ' || coalesce(d.explanation, '')) @@ ${query}::tsquery
      LIMIT 2000)
    SELECT f.document_id AS "documentId", t.document_id AS topic, f.difficulty, coalesce(f.exam_types, '[]') AS "examTypes", f.similarity
    FROM found f
    LEFT JOIN questions_questions_topic_lnk l ON l.question_id = f.id LEFT JOIN questions_topics t ON t.id = l.topic_id
    ORDER BY f.similarity DESC, f.id LIMIT ${limit}`);
}
