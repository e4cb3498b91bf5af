import { type Db, type Sql, sql } from '@lyceum/core/server';
import type { ImportMode, RuleCode } from '../../../../contract/index.ts';

const message = (code: RuleCode, level: 'error' | 'warning', params: Sql = sql.raw(`'{}'::jsonb`)): Sql =>
  sql`jsonb_build_array(jsonb_build_object('code', ${code}::text, 'level', ${level}::text, 'field', 'code', 'params', ${params}))`;
const withCode = sql.raw(`jsonb_build_object('code', s.code)`);

/**
 * Decides for every staged row what becomes of it, against the bank as it is in this transaction:
 * written before by this batch → skipped; equal to what is there → skipped; then by mode [Q-30, Q-32, I9].
 */
export async function decide(db: Db, batchId: string, mode: ImportMode): Promise<void> {
  await db.run(sql`
    UPDATE questions_stage s SET existing_id = q.id, existing_hash = q.content_hash, existing_state = q.state, document_id = q.document_id
    FROM questions_questions q WHERE s.outcome IS NULL AND q.code = s.code AND q.published_at IS NULL`);
  await db.run(sql`
    UPDATE questions_stage s SET
      outcome = d.outcome,
      messages = s.messages || CASE d.why
        WHEN 'before' THEN ${message('writtenBefore', 'warning')}
        WHEN 'equal' THEN ${message('unchanged', 'warning')}
        WHEN 'unknown' THEN ${message('codeUnknown', 'error', withCode)}
        WHEN 'taken' THEN ${message('codeTaken', 'error', withCode)}
        ELSE '[]'::jsonb END
    FROM (
      SELECT number,
        CASE why WHEN 'before' THEN 'skipped' WHEN 'equal' THEN 'skipped' WHEN 'unknown' THEN 'failed' WHEN 'taken' THEN 'failed' ELSE why END AS outcome, why
      FROM (
        SELECT c.number, CASE
          WHEN EXISTS (SELECT 1 FROM activity.questions_import_rows w
            WHERE w.batch_id = ${batchId} AND w.row_hash = c.row_hash AND NOT w.dry_run AND w.result IN ('created', 'updated')) THEN 'before'
          WHEN c.existing_id IS NULL THEN ${mode === 'update' ? 'unknown' : 'created'}
          WHEN c.existing_hash = c.content_hash THEN 'equal'
          ELSE ${mode === 'create' ? 'taken' : 'updated'} END AS why
        FROM questions_stage c WHERE c.outcome IS NULL) w) d
    WHERE d.number = s.number`);
}

/** The first row that failed; null when all are well. */
export const firstFailed = (db: Db): Promise<{ number: number } | null> =>
  db.maybeOne(sql`SELECT number FROM questions_stage WHERE outcome = 'failed' ORDER BY number LIMIT 1`);
