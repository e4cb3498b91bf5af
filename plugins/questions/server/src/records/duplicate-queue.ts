import { type Db, sql } from '@lyceum/core/server';

/** Undecided pairs at most; a bank of copies must not fill the disk. */
export const MOST_PAIRS = 200_000;

export type FoundPair = { readonly a: string; readonly b: string; readonly similarity: number };

/**
 * Puts pairs into the queue. What was decided stays decided. A copy and its origin, a translation and its source
 * are alike on purpose and stay out.
 * @returns how many rows were written
 */
export const storePairs = (db: Db, pairs: readonly FoundPair[]): Promise<number> =>
  db.run(sql`
    INSERT INTO activity.questions_duplicates (question_a, question_b, similarity)
    SELECT r.a, r.b, r.similarity FROM jsonb_to_recordset(${sql.json(pairs)}) AS r (a text, b text, similarity double precision)
    JOIN questions_questions a ON a.document_id = r.a AND a.published_at IS NULL AND a.state <> 'archived'
    JOIN questions_questions b ON b.document_id = r.b AND b.published_at IS NULL AND b.state <> 'archived'
    WHERE a.origin IS DISTINCT FROM r.b AND b.origin IS DISTINCT FROM r.a
      AND coalesce(a.translation_of, a.document_id) <> coalesce(b.translation_of, b.document_id)
    ON CONFLICT (question_a, question_b) DO UPDATE SET similarity = excluded.similarity
    WHERE questions_duplicates.decision IS NULL AND questions_duplicates.similarity <> excluded.similarity`);

export const countOpen = async (db: Db): Promise<number> =>
  (await db.one<{ count: number }>(sql`SELECT count(*) AS count FROM activity.questions_duplicates WHERE decision IS NULL`))
    .count;

/** Pairs go whose questions are deleted; undecided ones also when one of the two was archived. */
export const dropLoosePairs = (db: Db): Promise<number> =>
  db.run(sql`
    DELETE FROM activity.questions_duplicates p
    WHERE NOT EXISTS (SELECT 1 FROM questions_questions d WHERE d.document_id = p.question_a AND d.published_at IS NULL AND (p.decision IS NOT NULL OR d.state <> 'archived'))
       OR NOT EXISTS (SELECT 1 FROM questions_questions d WHERE d.document_id = p.question_b AND d.published_at IS NULL AND (p.decision IS NOT NULL OR d.state <> 'archived'))`);

/** Undecided pairs that a whole scan did not find again: somebody changed one of the two. */
export const dropUnseen = (db: Db, startedAt: Date, seen: readonly (readonly [string, string])[]): Promise<number> =>
  db.run(sql`
    DELETE FROM activity.questions_duplicates p WHERE p.decision IS NULL AND p.found_at < ${startedAt}
      AND NOT EXISTS (
        SELECT 1 FROM unnest(${seen.map(([a]) => a)}::text[], ${seen.map(([, b]) => b)}::text[]) AS s (a, b)
        WHERE s.a = p.question_a AND s.b = p.question_b)`);
