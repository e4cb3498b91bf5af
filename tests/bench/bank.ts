import type pg from 'pg';

/** Words stems are made of; `common` stands in every one of them. */
const STEM = `'Which common value does device '||n||' show after '||n % 97||' turns of the '||(ARRAY['wheel','lever','valve','pump','gauge','rotor','screw'])[1 + n % 7]||' in hall '||n % 211||'?'`;
const NOW = `now() AT TIME ZONE 'UTC'`;

/** A bank of so many published questions, as an import leaves them, with topics, tags, exam types and use. */
export async function fillBank(database: pg.Pool, count: number): Promise<{ topic: string; examType: string }> {
  const statements = [
    `INSERT INTO questions_topics (document_id, name, slug, "order", created_at, updated_at, published_at)
     SELECT 'benchtopic' || lpad(n::text, 14, '0'), 'Bench topic ' || n, 'bench-topic-' || n, n, ${NOW}, ${NOW}, ${NOW} FROM generate_series(1, 200) n`,
    `INSERT INTO questions_exam_types (document_id, code, name, created_at, updated_at, published_at)
     SELECT 'benchexamt' || lpad(n::text, 14, '0'), 'BENCH' || n, 'Bench ' || n, ${NOW}, ${NOW}, ${NOW} FROM generate_series(1, 20) n`,
    `INSERT INTO questions_questions (document_id, code, type, stem, options, details, key, hints, tags, points, difficulty, language, state, content_hash,
       explanation, exam_types, further_topics, owner_id, is_shared, created_at, updated_at, published_at)
     SELECT 'benchquest' || lpad(n::text, 14, '0'), 'BQ-' || lpad(n::text, 7, '0'), (ARRAY['single-choice','multiple-choice','number','short-text'])[1 + n % 4], ${STEM},
       jsonb_build_array(jsonb_build_object('id', 'a', 'text', 'Value ' || n), jsonb_build_object('id', 'b', 'text', 'Value ' || n + 1)), '{}', '{"correct":["a"]}', '[]',
       CASE WHEN n % 5 = 0 THEN jsonb_build_array('tag' || n % 50) ELSE '[]' END, 1, 1 + n % 10, (ARRAY['en','tr','ar'])[1 + n % 3], 'published', md5(n::text),
       'Because the manual of device ' || n || ' says so.', CASE WHEN n % 4 = 0 THEN jsonb_build_array('benchexamt' || lpad((1 + n % 20)::text, 14, '0')) ELSE '[]' END,
       '[]', 1 + n % 40, n % 100 = 0, ${NOW} - n * interval '1 second', ${NOW} - n * interval '1 second', v.published_at
     FROM generate_series(1, ${count}) n CROSS JOIN (SELECT NULL::timestamp AS published_at UNION ALL SELECT ${NOW}) v`,
    `INSERT INTO questions_questions_topic_lnk (question_id, topic_id)
     SELECT q.id, t.id FROM questions_questions q
     JOIN questions_topics t ON t.document_id = 'benchtopic' || lpad((1 + right(q.document_id, 14)::int % 200)::text, 14, '0')
     WHERE q.document_id LIKE 'benchquest%'`,
    `INSERT INTO activity.questions_revisions (document_id, number, content, key, content_hash)
     SELECT document_id, 1, '{}', key, content_hash FROM questions_questions WHERE document_id LIKE 'benchquest%' AND published_at IS NULL`,
    `INSERT INTO activity.questions_usage (document_id, times_used, last_used_at)
     SELECT document_id, right(document_id, 14)::int % 300, now() FROM questions_questions
     WHERE document_id LIKE 'benchquest%' AND published_at IS NULL AND right(document_id, 14)::int % 3 = 0`,
    'VACUUM ANALYZE questions_questions, questions_questions_topic_lnk, questions_topics, activity.questions_revisions, activity.questions_usage',
  ];
  for (const statement of statements) await database.query(statement);
  return { topic: `benchtopic${'7'.padStart(14, '0')}`, examType: `benchexamt${'1'.padStart(14, '0')}` };
}
