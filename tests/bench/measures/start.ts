import { randomUUID } from 'node:crypto';
import { clear, startAll, startRequests } from '../attempts.ts';
import { type Line, perSec, rounds } from '../compare.ts';
import { each, hammer, request } from '../load.ts';
import type { Stage } from '../stage.ts';

/** Each learner starts once: window, attempts left and access checked, a paper of 30 drawn and fixed. */
export async function start(stage: Stage): Promise<Line[]> {
  const { cms, bare, database } = stage;
  await clear(stage);
  const [sitting] = await startAll(stage, 1);
  const { rows } = await database.query('SELECT paper, question_ids FROM activity.exams_attempts WHERE id = $1', [
    sitting?.attemptId,
  ]);
  const items: number[] = rows[0].paper.sections[0].items;
  const bareRequests = cms.learners.map((learner) =>
    request(
      'POST',
      '/start',
      {},
      {
        examId: cms.examId,
        formId: cms.formId,
        learnerId: learner.id,
        deviceId: randomUUID(),
        items,
        questionIds: rows[0].question_ids,
      },
    ),
  );
  const round = async (port: number, requests: Buffer[]) => {
    await clear(stage);
    await hammer(port, 8, each(requests.slice(0, 300)));
    return hammer(port, 8, each(requests.slice(300)));
  };
  const seen = await rounds(
    3,
    () => round(cms.port, startRequests(stage)),
    () => round(bare.port, bareRequests),
  );
  return [
    {
      path: 'start an attempt, 30 items drawn',
      ours: perSec(seen.ours),
      bare: perSec(seen.bare),
      ratio: seen.ratio,
      goal: '≥ 0.50',
      met: seen.ratio >= 0.5 && seen.failed === 0,
      note: `p95 ${seen.p95.toFixed(1)} ms${seen.failed > 0 ? `, ${seen.failed} failed` : ''}`,
    },
  ];
}
