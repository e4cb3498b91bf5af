import type { DocumentId } from '@lyceum/core/contract';
import { type Db, type Sql, sql } from '@lyceum/core/server';
import type { QuestionStatus } from '../../../contract/index.ts';

export type Gains = {
  readonly tags: readonly string[];
  readonly furtherTopics: readonly string[];
  readonly examTypes: readonly string[];
  readonly skill: DocumentId | null;
  readonly contentHash: string | null;
};

/** Writes what a merge, or its undo, changes of the kept question's draft. */
export const writeGains = (db: Db, documentId: string, gains: Gains, staffId: number): Promise<number> =>
  db.run(sql`
    UPDATE questions_questions SET tags = ${sql.json(gains.tags)}, further_topics = ${sql.json(gains.furtherTopics)},
      exam_types = ${sql.json(gains.examTypes)}, skill = ${gains.skill}, content_hash = ${gains.contentHash},
      updated_at = now() AT TIME ZONE 'UTC', updated_by_id = ${staffId}
    WHERE document_id = ${documentId} AND published_at IS NULL`);

/** A question that was archived by a merge is what it was. */
export const reviveDraft = (db: Db, documentId: string, state: QuestionStatus): Promise<number> =>
  db.run(sql`
    UPDATE questions_questions SET state = ${state}, updated_at = now() AT TIME ZONE 'UTC'
    WHERE document_id = ${documentId} AND published_at IS NULL AND state = 'archived'`);

/** Other sides of pairs that a merge made variants: new pairs, and suspected ones that were waiting for a decision. */
export type TakenVariants = { readonly made: readonly string[]; readonly decided: readonly string[] };

/** Questions that must not share a paper with the merged one must not share one with the kept one. */
export async function takeOverVariants(db: Db, from: string, to: string, staffId: number): Promise<TakenVariants> {
  const rows = await db.many<{ other: string; isNew: boolean }>(sql`
    WITH others AS (
      SELECT CASE WHEN question_a = ${from} THEN question_b ELSE question_a END AS other, similarity
      FROM activity.questions_duplicates WHERE decision = 'variants' AND ${from} IN (question_a, question_b)),
    made AS (
      INSERT INTO activity.questions_duplicates (question_a, question_b, similarity, decision, decided_by, decided_at)
      SELECT least(other COLLATE "C", ${to}), greatest(other COLLATE "C", ${to}), similarity, 'variants', ${staffId}, now()
      FROM others WHERE other <> ${to}
      ON CONFLICT (question_a, question_b) DO UPDATE SET decision = 'variants', decided_by = excluded.decided_by, decided_at = now()
      WHERE questions_duplicates.decision IS NULL
      RETURNING question_a, question_b, xmax = 0 AS is_new)
    SELECT CASE WHEN question_a = ${to} THEN question_b ELSE question_a END AS other, is_new AS "isNew" FROM made`);
  const others = (isNew: boolean) => rows.filter((row) => row.isNew === isNew).map(({ other }) => other);
  return { made: others(true), decided: others(false) };
}

const variantsOf = (of: string, others: readonly string[]): Sql => sql`decision = 'variants'
  AND ((question_a = ${of} AND question_b = ANY (${[...others]})) OR (question_b = ${of} AND question_a = ANY (${[...others]})))`;

/** Takes that back: pairs that were waiting wait again, the others go. */
export async function returnVariants(db: Db, of: string, { made, decided }: TakenVariants): Promise<void> {
  await db.run(sql`DELETE FROM activity.questions_duplicates WHERE ${variantsOf(of, made)}`);
  await db.run(sql`
    UPDATE activity.questions_duplicates SET decision = NULL, decided_by = NULL, decided_at = NULL WHERE ${variantsOf(of, decided)}`);
}

/** Translations of the merged question become those of the kept one, where it has none in their language. Gives those that moved. */
export async function moveTranslations(db: Db, from: string, to: string): Promise<string[]> {
  const rows = await db.many<{ document_id: string }>(sql`
    UPDATE questions_questions t SET translation_of = ${to}
    WHERE t.translation_of = ${from} AND t.document_id <> ${to} AND NOT EXISTS (
      SELECT 1 FROM questions_questions own WHERE own.translation_of = ${to} AND own.language = t.language)
    RETURNING t.document_id`);
  return [...new Set(rows.map(({ document_id: id }) => id))];
}

export const returnTranslations = (db: Db, documentIds: readonly string[], to: string): Promise<number> =>
  db.run(sql`UPDATE questions_questions SET translation_of = ${to} WHERE document_id = ANY (${[...documentIds]})`);
