import { fastDb, sql } from '@lyceum/core/server';
import type { OpenSection } from '../../../domain/attempt/open-section.ts';

/** Moves a running attempt from one section to another; false when it was moved meanwhile. */
export async function moveSection(attemptId: string, learnerId: number, from: number, to: OpenSection): Promise<boolean> {
  const count = await fastDb().run(
    sql.named(
      'exams.move-section',
      sql`UPDATE activity.exams_attempts SET section_index = ${to.index}, section_ends_at = ${to.endsAt}::timestamptz, open_first = ${to.first}::int,
        open_last = ${to.last}::int, position = ${to.first}::int
      WHERE id = ${attemptId} AND user_id = ${learnerId} AND state = 'running' AND section_index = ${from}`,
    ),
  );
  return count > 0;
}
