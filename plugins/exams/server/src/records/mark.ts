import { db, sql, type Tx } from '@lyceum/core/server';

export type MarkRow = {
  readonly item: number;
  readonly ratio: number;
  readonly points: number;
  readonly criteria: { id: string; share: number }[] | null;
  readonly comment: string | null;
  readonly markedBy: string;
  readonly markedAt: Date;
};

/** Marks of an attempt in the order of the paper. */
export const marksOf = (attemptId: string): Promise<MarkRow[]> =>
  db().many(sql`
    SELECT item, ratio, points, criteria, comment, marked_by AS "markedBy", marked_at AS "markedAt"
    FROM activity.exams_marks WHERE attempt_id = ${attemptId} ORDER BY item`);

export type NewMark = Omit<MarkRow, 'markedAt'> & { readonly attemptId: string; readonly learnerId: number | null };

/** The mark of one item, in place of an earlier one. The instant is kept to the millisecond, as pages send it back. */
export async function putMark(tx: Tx, mark: NewMark): Promise<Date> {
  const { markedAt } = await tx.one<{ markedAt: Date }>(sql`
    INSERT INTO activity.exams_marks (attempt_id, item, user_id, ratio, points, criteria, comment, marked_by, marked_at)
    VALUES (${mark.attemptId}, ${mark.item}, ${mark.learnerId}, ${mark.ratio}, ${mark.points},
      ${mark.criteria === null ? null : JSON.stringify(mark.criteria)}::jsonb, ${mark.comment}, ${mark.markedBy},
      date_trunc('milliseconds', clock_timestamp()))
    ON CONFLICT (attempt_id, item) DO UPDATE SET ratio = excluded.ratio, points = excluded.points, criteria = excluded.criteria,
      comment = excluded.comment, marked_by = excluded.marked_by,
      marked_at = greatest(excluded.marked_at, exams_marks.marked_at + interval '1 millisecond')
    RETURNING marked_at AS "markedAt"`);
  return markedAt;
}

export type Rescore = {
  readonly points: number;
  readonly pointsMax: number;
  readonly percent: number;
  readonly passed: boolean | null;
  readonly pendingMarks: number;
  readonly result: unknown;
};

/** The score of an ended attempt after marking. The moment of scoring moves when nothing waits any more, and not again. */
export async function rescore(tx: Tx, attemptId: string, score: Rescore): Promise<void> {
  await tx.run(sql`
    UPDATE activity.exams_attempts SET points = ${score.points}, points_max = ${score.pointsMax}, percent = ${score.percent},
      passed = ${score.passed}::boolean, result = ${sql.json(score.result)}, version = version + 1,
      scored_at = CASE WHEN pending_marks > 0 THEN clock_timestamp() ELSE scored_at END, pending_marks = ${score.pendingMarks}::int
    WHERE id = ${attemptId}`);
}

/** Where the learner of an attempt gets mail, and in which language. */
export const addressOf = (tx: Tx, learnerId: number): Promise<{ email: string; language: string | null } | null> =>
  tx.maybeOne(sql`SELECT email, language FROM up_users WHERE id = ${learnerId} AND blocked IS NOT TRUE`);
