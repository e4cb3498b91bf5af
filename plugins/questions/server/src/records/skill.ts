import type { DocumentId } from '@lyceum/core/contract';
import { type Db, sql } from '@lyceum/core/server';

export type SkillRecord = { documentId: DocumentId; name: string; questions: number };

/** All skills by name, with how many questions carry each. */
export const allSkills = (db: Db): Promise<SkillRecord[]> =>
  db.many<SkillRecord>(sql`
    SELECT s.document_id AS "documentId", s.name, coalesce(c.count, 0) AS questions
    FROM questions_skills s
    LEFT JOIN (
      SELECT skill, count(*) FROM questions_questions WHERE published_at IS NULL AND state <> 'archived' AND skill IS NOT NULL
      GROUP BY 1) c ON c.skill = s.document_id
    ORDER BY lower(s.name)`);

/** Name and id alone: what forms, rules and imports need. */
export const skillNames = (db: Db): Promise<{ documentId: DocumentId; name: string }[]> =>
  db.many(sql`SELECT document_id AS "documentId", name FROM questions_skills`);

/** Nobody else changes the list until the transaction ends. */
export const lockSkills = (db: Db): Promise<number> => db.run(sql`SELECT pg_advisory_xact_lock(hashtext('questions.skills'))`);
