import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { startAttempt, submitAttempt, TICKET_HEADER } from '@lyceum/exams/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenPromises } from './checker.ts';
import { clientOf, isPassing, makeLearners, signInAs } from './people.ts';
import { randomFrom } from './random.ts';
import { sit } from './sitting.ts';
import { folderFor, startWorld, type World } from './world.ts';

const SLUG = 'english-placement-test';

describe('a cms that dies between commit and answer', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld(folderFor('crash-points'), { LYCEUM_FAULT: 'after-commit-before-reply' });
  });
  afterAll(async () => {
    await world?.stop();
  });

  it('gives the stored result to the retry: one result, the same score [C3]', async () => {
    const [learner] = await makeLearners(world, 1, 'crash');
    if (!learner) throw new Error('a learner is needed');
    const visitor = await signInAs(world, learner.email);
    const { call } = clientOf(world, visitor);
    const { attemptId, ticket } = await call(startAttempt, {
      params: { slug: SLUG },
      body: { deviceId: randomUUID(), accepted: true },
    });
    const submit = () => call(submitAttempt, { params: { attemptId }, body: {}, headers: { [TICKET_HEADER]: ticket } });
    const before = world.pidOf('cms');
    await expect(submit()).rejects.toSatisfy(isPassing);
    await world.isBack('cms', before, 60_000);
    const first = await submit();
    const second = await submit();
    expect(first.state).toBe('scored');
    expect(second.score).toEqual(first.score);
    const events = await world.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM activity.core_events WHERE type = 'exams.attemptScored' AND payload->>'attemptId' = $1`,
      [attemptId],
    );
    expect(events[0]?.n).toBe(1);
  });
});

describe('a stop under load', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld(folderFor('crash-points'));
  });
  afterAll(async () => {
    await world?.stop();
  });

  it('cuts no request that was taken when the cms is asked to leave [C12]', async () => {
    const learners = await makeLearners(world, 10, 'deploy');
    const visitors = await Promise.all(learners.map(({ email }) => signInAs(world, email)));
    const random = randomFrom(7);
    const sittings = Promise.all(visitors.map((visitor) => sit(world, visitor, { slug: SLUG, random, saves: 12, pauseMs: 120 })));
    await sleep(500);
    const pid = world.pidOf('cms');
    const began = performance.now();
    process.kill(pid, 'SIGTERM');
    await world.isBack('cms', pid, 60_000);
    expect(performance.now() - began).toBeLessThan(30_000);
    expect(await brokenPromises(world, await sittings)).toEqual([]);
  });

  it('takes over the work of a jobs process that died, within 15 seconds of its return [C11]', async () => {
    const pid = world.pidOf('jobs');
    const id = randomUUID();
    const mail = randomUUID();
    // A job that a worker had taken when it died: running, and silent for longer than a lock holds.
    await world.query(
      `INSERT INTO activity.core_mails (id, dedupe_key, recipient, subject, body_text) VALUES ($1, $2, 'taken@lyceum.test', 'Taken over', 'x')`,
      [mail, `fault-${mail}`],
    );
    world.kill('jobs');
    await world.query(
      `INSERT INTO activity.core_jobs (id, name, queue, key, payload, state, attempts, max_attempts, run_after, queued_at, started_at, alive_at)
       VALUES ($1, 'core.deliverMail', 'mail', $2, jsonb_build_object('mailId', $2::text), 'running', 1, 5, now(), now(), now(), now())`,
      [id, mail],
    );
    await world.isBack('jobs', pid, 60_000);
    const until = performance.now() + 25_000;
    let state = '';
    while (state !== 'done' && performance.now() < until) {
      await sleep(250);
      state = (await world.query<{ state: string }>('SELECT state FROM activity.core_jobs WHERE id = $1', [id]))[0]?.state ?? '';
    }
    expect(state).toBe('done');
    const [row] = await world.query<{ seconds: number }>(
      'SELECT extract(epoch FROM finished_at - made_at)::float AS seconds FROM activity.core_jobs WHERE id = $1',
      [id],
    );
    expect(row?.seconds).toBeLessThan(15 + 10);
  });

  it('refills the queue after Redis came back empty [C7]', async () => {
    const pid = world.pidOf('redis');
    const mail = randomUUID();
    const id = randomUUID();
    world.kill('redis');
    await world.query(
      `INSERT INTO activity.core_mails (id, dedupe_key, recipient, subject, body_text) VALUES ($1, $2, 'refill@lyceum.test', 'Refilled', 'x')`,
      [mail, `fault-${mail}`],
    );
    await world.query(
      `INSERT INTO activity.core_jobs (id, name, queue, key, payload, max_attempts, run_after) VALUES ($1, 'core.deliverMail', 'mail', $2, jsonb_build_object('mailId', $2::text), 5, now())`,
      [id, mail],
    );
    await world.isBack('redis', pid, 30_000);
    const until = performance.now() + 40_000;
    let state = '';
    while (state !== 'done' && performance.now() < until) {
      await sleep(250);
      state = (await world.query<{ state: string }>('SELECT state FROM activity.core_jobs WHERE id = $1', [id]))[0]?.state ?? '';
    }
    expect(state).toBe('done');
  });
});
