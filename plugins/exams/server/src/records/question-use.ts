import { db, fastDb, sql } from '@lyceum/core/server';

/** Questions an exam has shown to anybody. */
export async function usedBy(examId: string): Promise<string[]> {
  const rows = await fastDb().many<{ id: string }>(
    sql`SELECT question_id AS id FROM activity.exams_question_uses WHERE exam_id = ${examId}`,
  );
  return rows.map((row) => row.id);
}

/** Exams in which these questions stand fixed, draft or published, or were shown in an attempt, with their titles. */
export function examsWithQuestions(questionIds: readonly string[]) {
  return db().many<{ questionId: string; title: string }>(sql`
    WITH asked AS (SELECT unnest(${[...questionIds]}::text[]) AS id)
    SELECT q.id AS "questionId", e.title FROM asked q
      JOIN exams_exams e ON jsonb_path_exists(e.sections::jsonb, '$[*].fixed[*] ? (@ == $id)', jsonb_build_object('id', q.id))
    UNION
    SELECT u.question_id, coalesce(e.title, f.definition ->> 'title') FROM activity.exams_question_uses u
      JOIN asked q ON q.id = u.question_id
      LEFT JOIN exams_exams e ON e.document_id = u.exam_id AND e.published_at IS NULL
      LEFT JOIN LATERAL (SELECT definition FROM activity.exams_forms WHERE exam_id = u.exam_id ORDER BY id DESC LIMIT 1) f ON true
    ORDER BY 1, 2`);
}

/** Exams that have shown a question in an attempt. */
export async function examsThatShowed(questionId: string): Promise<string[]> {
  const rows = await db().many<{ id: string }>(
    sql`SELECT exam_id AS id FROM activity.exams_question_uses WHERE question_id = ${questionId}`,
  );
  return rows.map((row) => row.id);
}
