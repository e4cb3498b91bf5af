import { type Db, sql } from '@lyceum/core/server';

/**
 * Puts one question in the place of another in the fixed lists of every exam's draft; where it stands already the other one only
 * goes. What was published stays as it was until the next publish [R12].
 * @returns ids of the exams that changed
 */
export async function replaceQuestion(db: Db, from: string, to: string): Promise<string[]> {
  const rows = await db.many<{ id: string }>(sql`
    UPDATE exams_exams e SET updated_at = now() AT TIME ZONE 'UTC', sections = (
      SELECT jsonb_agg(CASE WHEN jsonb_typeof(s.section->'fixed') = 'array' THEN jsonb_set(s.section, '{fixed}', coalesce((
          SELECT jsonb_agg(CASE WHEN f.id = ${from} THEN ${to} ELSE f.id END ORDER BY f.place)
          FROM jsonb_array_elements_text(s.section->'fixed') WITH ORDINALITY AS f (id, place)
          WHERE f.id <> ${from} OR NOT jsonb_path_exists(e.sections::jsonb, '$[*].fixed[*] ? (@ == $id)', jsonb_build_object('id', ${to}::text))),
        '[]'::jsonb)) ELSE s.section END ORDER BY s.place)
      FROM jsonb_array_elements(e.sections::jsonb) WITH ORDINALITY AS s (section, place))
    WHERE e.published_at IS NULL
      AND jsonb_path_exists(e.sections::jsonb, '$[*].fixed[*] ? (@ == $id)', jsonb_build_object('id', ${from}::text))
    RETURNING e.document_id AS id`);
  return rows.map(({ id }) => id);
}
