import { setTimeout as sleep } from 'node:timers/promises';
import { getPaper, startAttempt } from '@lyceum/exams/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenPromises } from './checker.ts';
import { clientOf, makeLearners, signInAs, type Visitor } from './people.ts';
import { randomFrom, runSeed } from './random.ts';
import { type History, sit } from './sitting.ts';
import { folderFor, type PartName, startWorld, type World } from './world.ts';

const SLUG = 'mathematics-entrance-exam';
const LEARNERS = 100;

let world: World;
const seed = runSeed();
beforeAll(async () => {
  world = await startWorld(folderFor('storm'));
});
afterAll(async () => {
  await world?.stop();
});

const signedIn = async (prefix: string, count: number): Promise<Visitor[]> => {
  const learners = await makeLearners(world, count, prefix);
  const visitors: Visitor[] = [];
  for (let at = 0; at < learners.length; at += 20) {
    visitors.push(...(await Promise.all(learners.slice(at, at + 20).map(({ email }) => signInAs(world, email)))));
  }
  return visitors;
};

/** Kills one part, says when, and waits until it is back before the next blow falls. */
async function blow(part: PartName, withinMs: number): Promise<number> {
  const pid = world.pidOf(part);
  const began = performance.now();
  world.kill(part);
  await world.isBack(part, pid, withinMs);
  return performance.now() - began;
}

describe(`an exam in a storm (seed ${seed})`, () => {
  it('gives every learner one attempt with one order, although the cms dies during the starts [C1, R7]', async () => {
    const visitors = await signedIn('starter', 60);
    const starts = visitors.map(async (visitor) => {
      const { call } = clientOf(world, visitor);
      const ids = new Set<string>();
      const papers = new Set<string>();
      const deviceId = crypto.randomUUID();
      for (let turn = 0; turn < 3; turn += 1) {
        for (;;) {
          try {
            const { attemptId } = await call(startAttempt, { params: { slug: SLUG }, body: { deviceId, accepted: true } });
            ids.add(attemptId);
            const paper = await call(getPaper, { params: { attemptId }, query: { deviceId } });
            papers.add(
              JSON.stringify(paper.sections.map((section) => section.items.map((item) => [item.stemHtml, item.options]))),
            );
            break;
          } catch {
            await sleep(200);
          }
        }
      }
      return { ids, papers };
    });
    await sleep(150);
    await blow('cms', 60_000);
    for (const { ids, papers } of await Promise.all(starts)) {
      expect(ids.size).toBe(1);
      expect(papers.size).toBe(1);
    }
  });

  it('loses no acknowledged answer and scores every attempt once, while cms dies ten times, PostgreSQL and Redis once [C2, C4, C5, C6, R6]', async () => {
    const random = randomFrom(seed);
    const visitors = await signedIn('storm', LEARNERS);
    const sittings = visitors.map((visitor) => sit(world, visitor, { slug: SLUG, random, saves: 30, pauseMs: 900 }));
    const all: Promise<PromiseSettledResult<History>[]> = Promise.allSettled(sittings);
    const backAfter: Record<string, number[]> = { cms: [], postgres: [], redis: [] };
    for (let turn = 0; turn < 10; turn += 1) {
      await sleep(600 + random() * 900);
      backAfter['cms']?.push(await blow('cms', 60_000));
      if (turn === 3) backAfter['redis']?.push(await blow('redis', 30_000));
      if (turn === 6) backAfter['postgres']?.push(await blow('postgres', 30_000));
    }
    const settled = await all;
    const failed = settled.filter((one) => one.status === 'rejected').map((one) => String(one.reason));
    expect(failed, `seed ${seed}`).toEqual([]);
    const histories = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const saves = histories.reduce((sum, one) => sum + one.saves, 0);
    const retries = histories.reduce((sum, one) => sum + one.retries, 0);
    const median = (list: number[]) => Math.round([...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0);
    console.log(
      `storm: ${histories.length} learners, ${saves} acknowledged saves, ${retries} retries; back after ` +
        Object.entries(backAfter)
          .map(([part, list]) => `${part} ${median(list)} ms`)
          .join(', '),
    );
    expect(await brokenPromises(world, histories), `seed ${seed}`).toEqual([]);
  });

  it('shows nobody another learner’s paper [A1]', async () => {
    const [one, other] = await signedIn('reader', 2);
    if (!one || !other) throw new Error('two learners are needed');
    const { attemptId } = await clientOf(world, one).call(startAttempt, {
      params: { slug: SLUG },
      body: { deviceId: crypto.randomUUID(), accepted: true },
    });
    const foreign = await fetch(`${world.publicUrl}/api/v1/exams/attempts/${attemptId}/paper`, {
      headers: { cookie: other.cookies },
    });
    const missing = await fetch(`${world.publicUrl}/api/v1/exams/attempts/${crypto.randomUUID()}/paper`, {
      headers: { cookie: other.cookies },
    });
    expect([foreign.status, missing.status]).toEqual([404, 404]);
    const strip = async (response: Response) => ({ ...((await response.json()) as object), requestId: '' });
    expect(await strip(foreign)).toEqual(await strip(missing));
  });

  it('goes on with Redis and the jobs process away [C6]', async () => {
    const random = randomFrom(seed + 1);
    const visitors = await signedIn('alone', 5);
    process.kill(world.pidOf('jobs'), 'SIGSTOP');
    process.kill(world.pidOf('redis'), 'SIGSTOP');
    try {
      const histories = await Promise.all(
        visitors.map((visitor) => sit(world, visitor, { slug: SLUG, random, saves: 5, pauseMs: 50 })),
      );
      expect(histories.map((one) => one.percent)).not.toContain(null);
      expect(await brokenPromises(world, histories)).toEqual([]);
    } finally {
      process.kill(world.pidOf('redis'), 'SIGCONT');
      process.kill(world.pidOf('jobs'), 'SIGCONT');
    }
  });
});
