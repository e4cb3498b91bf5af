import { db, sql } from '@lyceum/core/server';
import type { SavedResponse } from '../../../contract/attempts.ts';

/** Puts a fresh attempt into the past with everything it was answered with. For seeds only. */
export async function moveToPast(
  attemptId: string,
  past: { startedAt: Date; deadlineAt: Date | null; responses: Record<string, SavedResponse> },
): Promise<void> {
  await db().run(sql`
    UPDATE activity.exams_attempts SET started_at = ${past.startedAt}, deadline_at = ${past.deadlineAt}::timestamptz, section_ends_at = NULL,
      responses = ${sql.json(past.responses)}, saved_at = ${past.startedAt}, version = version + 1
    WHERE id = ${attemptId}`);
}
