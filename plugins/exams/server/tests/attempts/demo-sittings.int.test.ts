import { type TestKit, testKit } from '@lyceum/core/testing';
import { QUESTION_TYPES } from '@lyceum/questions/contract';
import { beforeAll, expect, it, vi } from 'vitest';
import { sitInThePast } from '../../../../../database/seeds/demo/sittings.ts';
import { type AttemptResult, getResult, listOwnAttempts } from '../../../contract/index.ts';
import { examOf, oneOfEach } from '../room.ts';

let kit: TestKit;
beforeAll(async () => {
  kit = await testKit();
});

it.each([
  ['everything', 1, 8],
  ['nothing', 0, 0],
])('plays demo sittings over all ten types by somebody who knows %s', async (_, ability, points) => {
  // At the ends of the scale the luck of single answers hardly counts; the hardest and easiest questions decide.
  const questions = await oneOfEach(QUESTION_TYPES, { difficulty: ability === 1 ? 1 : 10 });
  const { slug } = await examOf(kit, questions);
  const learner = await kit.learner();
  const startedAt = new Date(Date.now() - 86_400_000);
  const sitting = { examSlug: slug, learnerEmail: learner.email, startedAt, minutesUsed: 5, ability };
  // What another process published is seen after a second; until then the start refuses and nothing is begun.
  await vi.waitFor(() => sitInThePast(sitting, learner.id), { timeout: 10_000, interval: 300 });
  const list = await kit.call<{ rows: { attemptId: string; startedAt: string }[] }>(listOwnAttempts, { as: learner });
  const [row] = list.body.rows;
  expect(row?.startedAt).toBe(startedAt.toISOString());
  const { body } = await kit.call<AttemptResult>(getResult, { params: { attemptId: row?.attemptId ?? '' }, as: learner });
  expect(body).toMatchObject({ state: 'scored', pendingMarks: 1 });
  expect(Math.abs((body.score?.points ?? -1) - points)).toBeLessThanOrEqual(2);
});
