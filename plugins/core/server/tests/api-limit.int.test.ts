import { getMe } from '@lyceum/platform/contract';
import { beforeAll, expect, it } from 'vitest';
import { type TestKit, testKit } from '../../testing/index.ts';
import { API_CALLS_PER_MIN } from '../src/endpoints/api-limit.ts';

let kit: TestKit;
beforeAll(async () => {
  kit = await testKit();
});

it('one person who calls without end waits, with the time named, and others do not [X-18]', async () => {
  const busy = await kit.learner();
  const other = await kit.learner();
  let last = await kit.call(getMe, { as: busy });
  for (let count = 1; count <= API_CALLS_PER_MIN && last.status !== 429; count += 1) last = await kit.call(getMe, { as: busy });
  expect(last.status).toBe(429);
  expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(last.body).toMatchObject({ code: 'core/too-many-requests' });
  expect((await kit.call(getMe, { as: other })).status).toBe(200);
});
