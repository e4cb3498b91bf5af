import { randomUUID } from 'node:crypto';
import { db, sql } from '@lyceum/core/server';
import { type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Eligibility, getEligibility, startAttempt } from '../../../contract/index.ts';
import { deadlineOf } from '../../../domain/attempt/time-left.ts';
import { eventsOf, exam, paper, result, service, sit, startReply, stored, submit } from '../room.ts';

let kit: TestKit;
beforeAll(async () => {
  kit = await testKit();
});

const HOUR_MS = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();
const attemptsOf = (learnerId: number) =>
  db().many<{ id: string; deadline_at: Date }>(
    sql`SELECT id, deadline_at FROM activity.exams_attempts WHERE user_id = ${learnerId}`,
  );

describe('starting an attempt', () => {
  it('makes an attempt with a paper, a deadline by the database and one announced fact', async () => {
    const { slug } = await exam(kit);
    const at = await sit(kit, slug);
    const { body, status } = await paper(kit, at, at.deviceId);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      itemCount: 5,
      here: true,
      position: 1,
      openFrom: 1,
      openTo: 5,
      autosaveSec: 5,
      heartbeatSec: 15,
      responses: {},
    });
    expect(body.secondsLeft).toBeGreaterThan(3590);
    expect(body.secondsLeft).toBeLessThanOrEqual(3600);
    expect(await eventsOf(at.attemptId, 'exams.attemptStarted')).toBe(1);
  });

  it('makes one attempt of twenty starts at once, with one order and deadline [R7, C1]', async () => {
    const { slug } = await exam(kit, { shuffleItems: true });
    const learner = await kit.learner();
    const replies = await Promise.all(Array.from({ length: 20 }, () => startReply(kit, slug, learner)));
    expect(replies.map((reply) => reply.status)).toEqual(Array(20).fill(200));
    expect(new Set(replies.map((reply) => reply.body.attemptId)).size).toBe(1);
    expect(replies.filter((reply) => !reply.body.resumed)).toHaveLength(1);
    expect(await attemptsOf(learner.id)).toHaveLength(1);
    expect(await eventsOf(replies[0]?.body.attemptId ?? '', 'exams.attemptStarted')).toBe(1);
  });

  it('returns the running attempt to a second device, which takes over and keeps order and deadline [R7]', async () => {
    const { slug } = await exam(kit, { shuffleItems: true });
    const first = await sit(kit, slug);
    const before = await paper(kit, first);
    const second = await sit(kit, slug, first.learner);
    expect(second.attemptId).toBe(first.attemptId);
    const after = await paper(kit, second, second.deviceId);
    expect(after.body.here).toBe(true);
    expect(after.body.sections).toEqual(before.body.sections);
    expect((await stored(first.attemptId)).take_overs).toBe(1);
  });

  it('shows the same order at every look and another one to other learners [G3, E-46, E-47]', async () => {
    const { slug } = await exam(kit, { shuffleItems: true }, { count: 8, pool: 8 });
    const papers: string[] = [];
    for (let turn = 0; turn < 5; turn++) {
      const at = await sit(kit, slug);
      const [first, second] = [await paper(kit, at), await paper(kit, at)];
      expect(second.body.sections).toEqual(first.body.sections);
      papers.push(JSON.stringify(first.body.sections));
    }
    expect(new Set(papers).size).toBe(5);
  });

  it('leaves the pinned option last and gives ids that are only places', async () => {
    const { slug } = await exam(kit);
    const { body } = await paper(kit, await sit(kit, slug));
    for (const item of body.sections.flatMap((section) => section.items)) {
      expect(item.options.map((option) => option.id)).toEqual(['1', '2', '3', '4']);
      expect(item.options.at(-1)?.html).toContain('option d');
    }
  });

  it.each([
    ['notOpenYet', { opensAt: inHours(1) }, 'exams/not-open-yet'],
    ['closed', { opensAt: inHours(-2), closesAt: inHours(-1) }, 'exams/closed'],
    ['noAccess', { isPublic: false }, 'exams/no-access'],
  ] as const)('is refused with its own message: %s [E-10]', async (because, fields, code) => {
    const { slug } = await exam(kit, fields);
    const learner = await kit.learner();
    const reply = await startReply(kit, slug, learner);
    expect(reply.body.code).toBe(code);
    const eligible = await kit.call<Eligibility>(getEligibility, { params: { slug }, as: learner });
    expect(eligible.body).toMatchObject({ mayStart: false, because });
  });

  it('is refused with no attempts left, and during the cool-down [E-10]', async () => {
    const once = await exam(kit, { attemptsAllowed: 1 });
    const at = await sit(kit, once.slug);
    await submit(kit, at);
    const again = await startReply(kit, once.slug, at.learner);
    expect(again).toMatchObject({ status: 409, body: { code: 'exams/no-attempts-left', params: { attemptsAllowed: 1 } } });

    const slow = await exam(kit, { coolDownSec: 600 });
    const other = await sit(kit, slow.slug);
    await submit(kit, other);
    const cooling = await startReply(kit, slow.slug, other.learner);
    expect(cooling).toMatchObject({ status: 409, body: { code: 'exams/cooling-down' } });
    expect(Date.parse(String(cooling.body.params.until))).toBeGreaterThan(Date.now() + 590_000);
  });

  it('is refused when the pool no longer fills the paper', async () => {
    const { slug, topicId } = await exam(kit);
    await db().run(sql`DELETE FROM activity.questions_pool WHERE topic_document_id = ${topicId}`);
    await db().run(sql`UPDATE activity.questions_pool_version SET version = version + 1`);
    await expect
      .poll(async () => (await startReply(kit, slug, await kit.learner())).body.code, { timeout: 4_000 })
      .toBe('exams/pool-too-small');
  });

  it('needs a session, an exam and accepted rules', async () => {
    const { slug } = await exam(kit);
    const body = { deviceId: randomUUID(), accepted: true };
    const as = await kit.learner();
    expect((await kit.call(startAttempt, { params: { slug }, body })).status).toBe(401);
    expect((await kit.call(startAttempt, { params: { slug: 'no-such-exam' }, body, as })).body).toMatchObject({
      code: 'exams/exam-not-found',
    });
    expect((await kit.call(startAttempt, { params: { slug }, body: { ...body, accepted: false }, as })).body).toMatchObject({
      code: 'exams/not-accepted',
    });
  });

  it('refuses a deadline or a score that the learner sends [A2]', async () => {
    const { slug } = await exam(kit);
    const as = await kit.learner();
    const body = { deviceId: randomUUID(), accepted: true, deadlineAt: '2099-01-01T00:00:00Z', score: 100 };
    expect((await kit.call(startAttempt, { params: { slug }, body, as })).status).toBe(400);
    expect(await attemptsOf(as.id)).toHaveLength(0);
  });

  it('draws other questions than in the last attempt while others fit [E-48]', async () => {
    const { slug } = await exam(kit, {}, { count: 4, pool: 8 });
    const first = await sit(kit, slug);
    const stems = async (at: typeof first) =>
      (await paper(kit, at)).body.sections.flatMap((section) => section.items.map((item) => item.stemHtml));
    const before = await stems(first);
    await submit(kit, first);
    const second = await sit(kit, slug, first.learner);
    const after = await stems(second);
    expect(after.filter((stem) => before.includes(stem))).toEqual([]);
  });

  it('opens an exam that is not public when a port allows it [E-06]', async () => {
    const { slug, examId } = await exam(kit, { isPublic: false });
    const learner = await kit.learner();
    service(kit).useAccess({
      name: 'test',
      mayOpen: async (exam, who) =>
        exam === examId && who === learner.id ? { allowed: true } : { allowed: false, href: '/courses/one' },
    });
    expect((await startReply(kit, slug, learner)).status).toBe(200);
    const stranger = await kit.call<Eligibility>(getEligibility, { params: { slug }, as: await kit.learner() });
    expect(stranger.body).toMatchObject({ mayStart: false, because: 'noAccess', accessHref: '/courses/one' });
  });

  it('ends with the exam’s window', async () => {
    const { slug } = await exam(kit, { closesAt: new Date(Date.now() + 120_000).toISOString() });
    const { body } = await paper(kit, await sit(kit, slug));
    expect(body.secondsLeft).toBeLessThanOrEqual(120);
  });

  it('gets the deadline of the rule in domain from the statement', async () => {
    const closesAt = new Date(Date.now() + 1_800_000);
    for (const [timeLimitSec, closing] of [
      [600, null],
      [600, closesAt],
      [3600, closesAt],
      [null, closesAt],
      [null, null],
    ] as const) {
      const { slug } = await exam(kit, { timeLimitSec, closesAt: closing?.toISOString() ?? null });
      const { attemptId } = await sit(kit, slug);
      const { started_at, deadline_at } = await stored(attemptId);
      expect(deadline_at).toEqual(deadlineOf(started_at, timeLimitSec, closing));
    }
  });

  it('has no deadline when untimed', async () => {
    const { slug } = await exam(kit, { timeLimitSec: null });
    const at = await sit(kit, slug);
    expect((await paper(kit, at)).body.secondsLeft).toBeNull();
    expect((await result(kit, at)).body.state).toBe('running');
  });
});
