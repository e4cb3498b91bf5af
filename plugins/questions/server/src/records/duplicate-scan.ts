import { type Db, sql } from '@lyceum/core/server';

export type ScanRecord = {
  state: 'waiting' | 'running' | 'done' | 'failed';
  compared: number;
  questions: number;
  found: number;
  is_limited: boolean;
  finished_at: Date | null;
};

/** A scan that gave no sign of life for so long has died with its process. */
const SILENT = sql.raw(`interval '15 minutes'`);

export const findScan = (db: Db): Promise<ScanRecord | null> =>
  db.maybeOne<ScanRecord>(sql`
    SELECT CASE WHEN state IN ('waiting', 'running') AND alive_at < now() - ${SILENT} THEN 'failed' ELSE state END AS state,
      compared, questions, found, is_limited, finished_at FROM activity.questions_duplicate_scan WHERE id = 1`);

/** Notes that a scan was asked for; what is said of the last one stays until the new one begins. */
export const noteWaiting = (db: Db): Promise<number> =>
  db.run(sql`
    INSERT INTO activity.questions_duplicate_scan (id, state) VALUES (1, 'waiting')
    ON CONFLICT (id) DO UPDATE SET state = 'waiting', alive_at = now()
    WHERE questions_duplicate_scan.state NOT IN ('waiting', 'running') OR questions_duplicate_scan.alive_at < now() - ${SILENT}`);

export const noteRunning = (db: Db): Promise<number> =>
  db.run(sql`
    INSERT INTO activity.questions_duplicate_scan (id, state, questions)
    SELECT 1, 'running', count(*) FROM questions_questions WHERE published_at IS NULL AND state <> 'archived'
    ON CONFLICT (id) DO UPDATE SET state = 'running', compared = 0, questions = excluded.questions, found = 0, is_limited = false,
      alive_at = now(), finished_at = NULL`);

export const noteProgress = (db: Db, { compared, found }: { compared: number; found: number }): Promise<number> =>
  db.run(
    sql`UPDATE activity.questions_duplicate_scan SET compared = ${compared}, found = ${found}, alive_at = now() WHERE id = 1`,
  );

export const noteEnd = (db: Db, state: 'done' | 'failed', isLimited: boolean): Promise<number> =>
  db.run(sql`
    UPDATE activity.questions_duplicate_scan SET state = ${state}, is_limited = ${isLimited}, alive_at = now(), finished_at = now() WHERE id = 1`);
