import { clear, saveBody, startAll } from '../attempts.ts';
import { type Line, perSec, rounds } from '../compare.ts';
import { each, hammer, request } from '../load.ts';
import type { Stage } from '../stage.ts';

const REOPEN = `UPDATE activity.exams_attempts SET state = 'running', ended_at = NULL, closed_by = NULL, points = NULL, points_max = NULL,
  percent = NULL, passed = NULL, result = NULL, scored_at = NULL`;

/** Every learner submits 30 answers; the answer carries the result. */
export async function submit(stage: Stage): Promise<Line[]> {
  const { cms, bare, database } = stage;
  await clear(stage);
  const sittings = await startAll(stage, cms.learners.length);
  const all = [1, 2, 3].flatMap((turn) => saveBody(turn).changes);
  const responses = Object.fromEntries(all.map(({ item, ...change }) => [item, change]));
  await database.query('UPDATE activity.exams_attempts SET responses = $1', [JSON.stringify(responses)]);
  const ours = sittings.map((one) => {
    const headers = { 'Lyceum-Ticket': one.ticket, Authorization: `Bearer ${one.token}` };
    return request('POST', `/api/v1/exams/attempts/${one.attemptId}/submit`, headers, {});
  });
  const plain = sittings.map(({ attemptId, learnerId, deviceId }) =>
    request('POST', '/submit', {}, { attemptId, learnerId, deviceId }),
  );
  const round = async (port: number, requests: Buffer[]) => {
    await database.query('TRUNCATE activity.core_events');
    await database.query(REOPEN);
    await database.query('VACUUM ANALYZE activity.exams_attempts');
    await hammer(port, 8, each(requests.slice(0, 300)));
    return hammer(port, 8, each(requests.slice(300)));
  };
  const seen = await rounds(
    3,
    () => round(cms.port, ours),
    () => round(bare.port, plain),
  );
  return [
    {
      path: 'submit and score 30 items',
      ours: perSec(seen.ours),
      bare: perSec(seen.bare),
      ratio: seen.ratio,
      goal: '≥ 0.50',
      met: seen.ratio >= 0.5 && seen.failed === 0,
      note: `p95 ${seen.p95.toFixed(1)} ms${seen.failed > 0 ? `, ${seen.failed} failed` : ''}`,
    },
  ];
}
