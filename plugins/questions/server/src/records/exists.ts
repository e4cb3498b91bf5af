import { type Db, type Sql, sql } from '@lyceum/core/server';

const FOUND: Record<'topic' | 'examType' | 'skill' | 'staff', (ids: readonly (string | number)[]) => Sql> = {
  topic: (ids) => sql`SELECT count(*) FROM questions_topics WHERE document_id = ANY (${ids})`,
  examType: (ids) => sql`SELECT count(*) FROM questions_exam_types WHERE document_id = ANY (${ids})`,
  skill: (ids) => sql`SELECT count(*) FROM questions_skills WHERE document_id = ANY (${ids})`,
  staff: (ids) => sql`SELECT count(*) FROM admin_users WHERE id = ANY (${ids}) AND is_active`,
};

/** Whether every one of these exists. */
export const existing = async (db: Db, kind: keyof typeof FOUND, ids: readonly (string | number)[]): Promise<boolean> =>
  (await db.one<{ count: number }>(FOUND[kind]([...new Set(ids)]))).count === new Set(ids).size;
