import type { DocumentId } from '@lyceum/core/contract';
import { type Db, sql } from '@lyceum/core/server';

/**
 * Pairs among these questions that somebody decided are variants of one question, or merged: an exam that was published before
 * a merge may still hold the one that went.
 */
export const variantPairs = (db: Db, documentIds: readonly string[]): Promise<{ a: DocumentId; b: DocumentId }[]> =>
  db.many(sql`
    SELECT question_a AS a, question_b AS b FROM activity.questions_duplicates
    WHERE decision IN ('variants', 'merged') AND question_a = ANY (${[...documentIds]}) AND question_b = ANY (${[...documentIds]})
    ORDER BY question_a COLLATE "C", question_b COLLATE "C"`);
