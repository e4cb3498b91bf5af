import type { SavedResponse } from '@lyceum/exams/contract';
import type { History } from './sitting.ts';
import type { World } from './world.ts';

type Row = {
  id: string;
  state: string;
  responses: Record<string, SavedResponse>;
  percent: string | null;
  attempts: number;
  scored: number;
};

/**
 * Compares what learners were told with what the database holds. Gives back every broken promise in words; an empty list
 * means: nothing acknowledged was lost, every attempt exists once and was scored once, and scores are those that were shown.
 */
export async function brokenPromises(world: World, histories: readonly History[]): Promise<string[]> {
  const broken: string[] = [];
  for (const history of histories) {
    const [row] = await world.query<Row>(
      `SELECT a.id, a.state, a.responses, a.percent,
        (SELECT count(*)::int FROM activity.exams_attempts o WHERE o.user_id = a.user_id AND o.exam_id = a.exam_id) AS attempts,
        (SELECT count(*)::int FROM activity.core_events e WHERE e.type = 'exams.attemptScored' AND e.payload->>'attemptId' = a.id::text) AS scored
       FROM activity.exams_attempts a WHERE a.id = $1`,
      [history.attemptId],
    );
    const say = (what: string) => broken.push(`${history.email} ${history.attemptId}: ${what}`);
    if (!row) {
      say('the attempt is gone');
      continue;
    }
    if (row.attempts !== 1) say(`${row.attempts} attempts instead of one`);
    if (row.state !== 'scored') say(`is ${row.state}`);
    if (row.scored !== 1) say(`was scored ${row.scored} times`);
    if (history.percent !== null && Number(row.percent) !== history.percent)
      say(`shown ${history.percent} %, stored ${row.percent} %`);
    for (const told of history.acknowledged) {
      const stored = row.responses[told.item];
      if (!stored || stored.rev < told.rev)
        say(`item ${told.item}: revision ${told.rev} was acknowledged, ${stored?.rev ?? 'none'} is stored`);
      else if (stored.rev === told.rev && JSON.stringify(stored.response) !== told.response)
        say(`item ${told.item}: another response is stored`);
    }
  }
  return broken;
}
