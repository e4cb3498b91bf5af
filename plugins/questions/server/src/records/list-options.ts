import type { DocumentId } from '@lyceum/core/contract';
import { type Db, sql } from '@lyceum/core/server';
import { type Scope, seenIn } from './scope.ts';

type Named<Id> = { id: Id; name: string };

/** Who owns questions the scope sees; walks the index from one owner to the next, not over all questions. */
export const ownersIn = async (db: Db, scope: Scope): Promise<number[]> => {
  const rows = await db.many<{ id: number }>(sql`
    WITH RECURSIVE owners (id) AS (
      (SELECT owner_id FROM questions_questions WHERE published_at IS NULL AND owner_id IS NOT NULL ORDER BY owner_id LIMIT 1)
      UNION ALL
      SELECT (SELECT q.owner_id FROM questions_questions q
        WHERE q.published_at IS NULL AND q.owner_id IS NOT NULL AND q.owner_id > o.id ORDER BY q.owner_id LIMIT 1)
      FROM owners o WHERE o.id IS NOT NULL)
    SELECT o.id FROM owners o WHERE o.id IS NOT NULL AND EXISTS (
      SELECT 1 FROM questions_questions d WHERE d.published_at IS NULL AND d.owner_id = o.id AND ${seenIn(scope)}) LIMIT 500`);
  return rows.map(({ id }) => id);
};

export const examTypeNames = (db: Db): Promise<Named<DocumentId>[]> =>
  db.many(sql`SELECT document_id AS id, code AS name FROM questions_exam_types ORDER BY lower(code)`);

export const skillNames = (db: Db): Promise<Named<DocumentId>[]> =>
  db.many(sql`SELECT document_id AS id, name FROM questions_skills ORDER BY lower(name)`);

const TAGS_SHOWN = 200;

/** The tags most questions carry, of those the scope sees. */
export const commonTags = async (db: Db, scope: Scope): Promise<string[]> => {
  const rows = await db.many<{ tag: string }>(sql`
    SELECT x.tag FROM questions_questions d CROSS JOIN LATERAL jsonb_array_elements_text(d.tags) AS x (tag)
    WHERE d.published_at IS NULL AND d.state <> 'archived' AND jsonb_typeof(d.tags) = 'array' AND d.tags <> '[]'::jsonb AND ${seenIn(scope)}
    GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT ${TAGS_SHOWN}`);
  return rows.map(({ tag }) => tag);
};
