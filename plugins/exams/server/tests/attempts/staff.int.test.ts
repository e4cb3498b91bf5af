import { randomUUID } from 'node:crypto';
import { db, sql } from '@lyceum/core/server';
import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import * as contract from '../../../contract/index.ts';
import { deadlineIn, eventsOf, exam, paper, result, save, sit, startReply, stored, submit, type TestExam } from '../room.ts';

let kit: TestKit;
let as: Person;
let plain: TestExam;
beforeAll(async () => {
  kit = await testKit();
  as = await kit.staff();
  plain = await exam(kit);
});

type Page = { rows: contract.AttemptRow[]; next: string | null; total: number };
const list = async (query: Record<string, string | number>) => (await kit.call<Page>(contract.listAttempts, { query, as })).body;
const audited = (attemptId: string) =>
  db().many<{ action: string }>(
    sql`SELECT action FROM activity.core_audit_log WHERE object = ${`attempt:${attemptId}`} ORDER BY id`,
  );

describe('attempts in the admin [E-20]', () => {
  it('are listed page by page with filters', async () => {
    const { slug, examId } = await exam(kit);
    const sittings = [await sit(kit, slug), await sit(kit, slug), await sit(kit, slug)];
    const [first] = sittings;
    if (first) await submit(kit, first);
    const one = await list({ exam: examId, pageSize: 2 });
    expect(one.total).toBe(3);
    const two = await list({ exam: examId, pageSize: 2, cursor: one.next ?? '' });
    expect([...one.rows, ...two.rows].map((row) => row.id)).toEqual(sittings.map((at) => at.attemptId).reverse());
    expect((await list({ exam: examId, state: 'scored' })).rows.map((row) => row.id)).toEqual([first?.attemptId]);
    expect((await list({ exam: examId, search: sittings[1]?.learner.email ?? '' })).rows.map((row) => row.id)).toEqual([
      sittings[1]?.attemptId,
    ]);
    expect((await list({ exam: examId, learner: sittings[2]?.learner.id ?? 0 })).total).toBe(1);
    expect((await list({ exam: examId, startedFrom: '2099-01-01T00:00:00Z' })).total).toBe(0);
    expect((await list({ exam: examId, sort: '-percent' })).rows[0]?.id).toBe(first?.attemptId);
  });

  it('show every item with what was given and what is right, and late answers', async () => {
    const at = await sit(kit, plain.slug);
    await save(kit, at, [{ item: 1, rev: 1, response: { selected: ['1'] }, flagged: true }]);
    await deadlineIn(at.attemptId, -11);
    await save(kit, at, [{ item: 2, rev: 1 }], 2);
    await submit(kit, at);
    const { body } = await kit.call<contract.AttemptDetail>(contract.getAttempt, { params: { attemptId: at.attemptId }, as });
    expect(body).toMatchObject({
      state: 'scored',
      closedBy: 'deadline',
      learner: { id: at.learner.id, email: at.learner.email },
    });
    expect(body.items).toHaveLength(5);
    expect(body.items[0]).toMatchObject({
      item: 1,
      flagged: true,
      right: 'option a',
      given: expect.stringMatching(/^option [abc]$/),
    });
    expect(body.items[1]?.given).toBeNull();
    expect(body.late.map((late) => late.items)).toEqual([[2]]);
  });

  it('get more time, for this attempt alone and with an audit line [T6]', async () => {
    const [at, other] = [await sit(kit, plain.slug), await sit(kit, plain.slug)];
    const before = await stored(other.attemptId);
    const call = { params: { attemptId: at.attemptId }, body: { seconds: 600, reason: 'Power cut' }, as };
    const added = await kit.call<{ secondsLeft: number }>(contract.addTime, call);
    expect(added.body.secondsLeft).toBeGreaterThan(4_190);
    expect((await paper(kit, at)).body.secondsLeft).toBeGreaterThan(4_190);
    const saved = await save(kit, at, []);
    expect(saved.body.secondsLeft).toBeGreaterThan(4_190);
    const until = (ticket: string) => Number(ticket.split('.')[4]);
    expect(until(saved.body.ticket) - until(at.ticket)).toBe(600);
    expect((await stored(other.attemptId)).deadline_at).toEqual(before.deadline_at);
    expect(await audited(at.attemptId)).toEqual([{ action: 'exams.addTime' }]);
    expect(await eventsOf(at.attemptId, 'exams.attemptExtended')).toBe(1);
  });

  it('get no time when untimed or ended', async () => {
    const untimed = await exam(kit, { timeLimitSec: null });
    const add = async (attemptId: string) =>
      (await kit.call(contract.addTime, { params: { attemptId }, body: { seconds: 60, reason: 'Please' }, as })).body;
    const at = await sit(kit, untimed.slug);
    expect(await add(at.attemptId)).toMatchObject({ error: { name: 'exams/nothing-to-extend' } });
    await submit(kit, at);
    expect(await add(at.attemptId)).toMatchObject({ error: { name: 'exams/attempt-closed' } });
    expect(await add(randomUUID())).toMatchObject({ error: { name: 'exams/attempt-not-found' } });
  });

  it('can be granted to one learner, which ends a cool-down too', async () => {
    const { slug, examId } = await exam(kit, { attemptsAllowed: 1, coolDownSec: 3600 });
    const at = await sit(kit, slug);
    await submit(kit, at);
    expect((await startReply(kit, slug, at.learner)).body.code).toBe('exams/no-attempts-left');
    const body = { learner: { email: at.learner.email.toUpperCase() }, attempts: 2, reason: 'Retake' };
    const granted = await kit.call<{ attemptsLeft: number }>(contract.addAttempts, { params: { examId }, body, as });
    expect(granted.body.attemptsLeft).toBe(2);
    expect((await startReply(kit, slug, at.learner)).status).toBe(200);
    const nobody = { ...body, learner: { email: 'nobody@lyceum.test' } };
    expect((await kit.call(contract.addAttempts, { params: { examId }, body: nobody, as })).status).toBe(404);
  });

  it('are voided with a reason, once, and count as used', async () => {
    const { slug } = await exam(kit, { attemptsAllowed: 1 });
    const at = await sit(kit, slug);
    const call = { params: { attemptId: at.attemptId }, body: { reason: 'Two people at one desk' }, as };
    for (const _ of [1, 2]) expect((await kit.call(contract.voidAttempt, call)).body).toEqual({ state: 'voided' });
    expect(await audited(at.attemptId)).toEqual([{ action: 'exams.voidAttempt' }]);
    expect(await eventsOf(at.attemptId, 'exams.attemptVoided')).toBe(1);
    expect((await save(kit, at, [{ item: 1, rev: 1 }])).body.code).toBe('exams/attempt-closed');
    const seen = await result(kit, at);
    expect(seen.body).toMatchObject({ state: 'voided', score: null, passed: null });
    expect(seen.text).not.toContain('Two people');
    expect((await startReply(kit, slug, at.learner)).body.code).toBe('exams/no-attempts-left');
  });
});
