import { db, sql } from '@lyceum/core/server';
import type { SavedResponse } from '../../../contract/responses.ts';
import type { StoredPaper } from '../../../domain/paper/paper.ts';
import type { StoredResult } from './attempt.ts';

/** An attempt whose score is final, with what its answers are read from. */
export type FinalAttempt = {
  readonly id: string;
  readonly formId: number;
  readonly examId: string;
  readonly seed: Buffer;
  readonly paper: StoredPaper;
  readonly responses: Record<string, SavedResponse>;
  readonly result: StoredResult;
  /** To the microsecond, so that none is left out or comes twice between two pages. */
  readonly scoredAt: string;
};

const COLUMNS = sql.raw(
  'a.id, a.form_id AS "formId", a.exam_id AS "examId", a.seed, a.paper, a.responses, a.result, a.scored_at::text AS "scoredAt"',
);
const FINAL = sql.raw(`a.state = 'scored' AND a.pending_marks = 0`);

export type Cursor = { readonly scoredAt: string; readonly id: string };

/** The next attempts in the order in which they got their final score. */
export const finalAttempts = (since: Date | null, after: Cursor | null, limit: number): Promise<FinalAttempt[]> =>
  db().many(sql`
    SELECT ${COLUMNS} FROM activity.exams_attempts a
    WHERE ${FINAL} AND a.scored_at >= ${since?.toISOString() ?? '-infinity'}::timestamptz
      AND (a.scored_at, a.id) > (${after?.scoredAt ?? '-infinity'}::timestamptz, ${after?.id ?? '00000000-0000-0000-0000-000000000000'}::uuid)
    ORDER BY a.scored_at, a.id LIMIT ${limit}`);

/** The next ended attempts of some exams that were shown a question, by id. Those with marks missing count too. */
export const attemptsShown = (
  examIds: readonly string[],
  questionId: string,
  after: string | null,
  limit: number,
): Promise<FinalAttempt[]> =>
  db().many(sql`
    SELECT ${COLUMNS} FROM activity.exams_attempts a
    WHERE a.exam_id = ANY (${[...examIds]}) AND a.state = 'scored' AND a.question_ids @> ARRAY[${questionId}]::text[]
      AND a.id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid
    ORDER BY a.id LIMIT ${limit}`);
