import { randomUUID } from 'node:crypto';
import { request } from './load.ts';
import type { Stage } from './stage.ts';

/** A running attempt with what a page would hold. */
export type Sitting = {
  readonly attemptId: string;
  readonly learnerId: number;
  readonly token: string;
  readonly deviceId: string;
  readonly ticket: string;
};

/** Takes every attempt away, so that a round begins like the one before. */
export async function clear({ database }: Stage): Promise<void> {
  await database.query(
    'TRUNCATE activity.exams_attempts, activity.exams_late_responses, activity.exams_attempt_grants, activity.core_events CASCADE',
  );
  await database.query('VACUUM ANALYZE activity.exams_attempts');
}

export const startRequests = ({ cms }: Stage): Buffer[] =>
  cms.learners.map((learner) =>
    request(
      'POST',
      `/api/v1/exams/${cms.slug}/attempts`,
      { Authorization: `Bearer ${learner.token}` },
      { deviceId: randomUUID(), accepted: true },
    ),
  );

/** Starts an attempt for each of the first learners, over the product's own endpoint. */
export async function startAll(stage: Stage, count: number): Promise<Sitting[]> {
  const sittings: Sitting[] = [];
  const learners = stage.cms.learners.slice(0, count);
  let place = 0;
  const work = async () => {
    for (let learner = learners[place++]; learner; learner = learners[place++]) {
      const deviceId = randomUUID();
      const reply = await fetch(`http://127.0.0.1:${stage.cms.port}/api/v1/exams/${stage.cms.slug}/attempts`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${learner.token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ deviceId, accepted: true }),
      });
      if (reply.status !== 200) throw new Error(`start answered ${reply.status} ${await reply.text()}`);
      const { attemptId, ticket } = (await reply.json()) as { attemptId: string; ticket: string };
      sittings.push({ attemptId, ticket, deviceId, learnerId: learner.id, token: learner.token });
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
  return sittings;
}

/** A save of ten answers. */
export function saveBody(turn: number) {
  const first = ((turn - 1) % 3) * 10 + 1;
  const changes = Array.from({ length: 10 }, (_, at) => ({
    item: first + at,
    rev: turn,
    response: { selected: [String((turn % 4) + 1)] },
    flagged: false,
    secondsSpent: turn,
  }));
  return { deviceSeq: turn, position: first, changes };
}
