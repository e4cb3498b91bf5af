import { randomUUID } from 'node:crypto';
import { clock, db, secret, sql } from '@lyceum/core/server';
import { type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { saveAttempt, takeOverAttempt } from '../../../contract/index.ts';
import { maySave } from '../../../domain/attempt/save.ts';
import { SAVE_CASES, type SaveCase } from '../../../domain/attempt/save-cases.ts';
import { signTicket } from '../../../domain/ticket/ticket.ts';
import { type SaveOutcome, save as saveRow } from '../../src/records/save.ts';
import { deadlineIn, exam, paper, type Sitting, save, saveBody, sit, stored, type TestExam, withTicket } from '../room.ts';

let kit: TestKit;
let plain: TestExam;
beforeAll(async () => {
  kit = await testKit();
  plain = await exam(kit, {}, { count: 10, pool: 10 });
});

const lateOf = (attemptId: string) =>
  db().many<{ changes: Record<string, unknown> }>(
    sql`SELECT changes FROM activity.exams_late_responses WHERE attempt_id = ${attemptId} ORDER BY id`,
  );

const seconds = (value: number | null) => (value === null ? sql`NULL` : sql`now() + ${value}::int * interval '1 second'`);

/** Brings the row into the case's state, past the checks that only a real course of events can meet. */
async function arrange(at: Sitting, one: SaveCase): Promise<void> {
  const ended = one.state !== 'running';
  await db().run(sql`
    UPDATE activity.exams_attempts SET started_at = now() - interval '2 days', deadline_at = ${seconds(one.deadlineIn)}, grace_sec = ${one.graceSec},
      section_ends_at = ${seconds(one.sectionEndsIn)}, open_first = ${one.open[0]}, open_last = ${one.open[1]},
      device_id = ${one.here ? at.deviceId : randomUUID()}, responses = ${sql.json(one.held)}, state = ${one.state},
      ended_at = CASE WHEN ${ended} THEN now() END, closed_by = CASE WHEN ${ended} THEN 'learner' END, scored_at = now(),
      points = 0, points_max = 1, percent = 0, result = '{}',
      voided_at = CASE WHEN ${one.state === 'voided'} THEN now() END, void_reason = CASE WHEN ${one.state === 'voided'} THEN 'test' END
    WHERE id = ${at.attemptId}`);
  await db().run(sql`UPDATE up_users SET blocked = ${one.blocked} WHERE id = ${at.learner.id}`);
}

function answerOf(outcome: SaveOutcome, ticketExpired: boolean) {
  if (outcome.saved) return 'saved';
  const target = { ...outcome, deviceId: outcome.here ? 'this' : 'other', openFirst: 1, openLast: 1, responses: {} };
  return maySave(target, { deviceId: 'this', ticketExpired }, outcome.now);
}

describe('the statement that saves and the rule in domain', () => {
  it.each(SAVE_CASES)('agree: $name', async (one) => {
    const at = await sit(kit, plain.slug);
    await arrange(at, one);
    const changes = Object.fromEntries(one.changes.map(({ item, ...change }) => [String(item), change]));
    const call = { attemptId: at.attemptId, learnerId: at.learner.id, deviceId: at.deviceId, deviceSeq: 1, position: 1, changes };
    const outcome = await saveRow({ ...call, ticketExpired: one.ticketExpired });
    expect(outcome && answerOf(outcome, one.ticketExpired)).toBe(one.answer);
    const { responses } = await stored(at.attemptId);
    expect(Object.fromEntries(Object.entries(responses).map(([item, { rev }]) => [item, rev]))).toEqual(one.revs);
    const kept = one.changes.length > 0 && (one.answer === 'late' || one.answer === 'closed');
    expect(await lateOf(at.attemptId)).toHaveLength(kept ? 1 : 0);
  });
});

describe('saving answers', () => {
  it('is there after a reload, with flag, time and position [E-13]', async () => {
    const at = await sit(kit, plain.slug);
    const reply = await save(
      kit,
      at,
      [
        { item: 3, rev: 1, response: { selected: ['2'] }, flagged: true, secondsSpent: 12 },
        { item: 4, rev: 2, response: null },
      ],
      1,
      4,
    );
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({ revs: { '3': 1, '4': 2 }, closedItems: [] });
    const { body } = await paper(kit, at, at.deviceId);
    expect(body.position).toBe(4);
    expect(body.responses).toEqual({
      '3': { rev: 1, response: { selected: ['2'] }, flagged: true, secondsSpent: 12 },
      '4': { rev: 2, response: null, flagged: false, secondsSpent: 1 },
    });
  });

  it('keeps the highest revision when fifty calls arrive at once and out of order [R8]', async () => {
    const at = await sit(kit, plain.slug);
    const revs = Array.from({ length: 50 }, (_, index) => ((index * 37) % 50) + 1);
    const replies = await Promise.all(
      revs.map((rev) => save(kit, at, [{ item: (rev % 3) + 1, rev, response: { text: `r${rev}` } }], rev)),
    );
    expect(replies.every((reply) => reply.status === 200)).toBe(true);
    const { responses } = await stored(at.attemptId);
    expect(Object.fromEntries(Object.entries(responses).map(([item, one]) => [item, [one.rev, one.response]]))).toEqual({
      '1': [48, { text: 'r48' }],
      '2': [49, { text: 'r49' }],
      '3': [50, { text: 'r50' }],
    });
  });

  it('never moves the position back for an older call', async () => {
    const at = await sit(kit, plain.slug);
    await save(kit, at, [], 5, 7);
    await save(kit, at, [], 4, 2);
    expect((await paper(kit, at)).body.position).toBe(7);
  });

  it('counts within the grace time and is refused and kept as evidence after it [E-12, R8]', async () => {
    const at = await sit(kit, plain.slug);
    await deadlineIn(at.attemptId, -5);
    expect((await save(kit, at, [{ item: 1, rev: 1 }])).status).toBe(200);
    await deadlineIn(at.attemptId, -11);
    const late = await save(kit, at, [
      { item: 1, rev: 2 },
      { item: 2, rev: 1 },
    ]);
    expect(late).toMatchObject({ status: 409, body: { code: 'exams/attempt-expired' } });
    expect((await stored(at.attemptId)).responses).toMatchObject({ '1': { rev: 1 } });
    expect((await lateOf(at.attemptId)).map((row) => Object.keys(row.changes))).toEqual([['1', '2']]);
  });

  it('keeps what comes long after the end as evidence, though the ticket has expired', async () => {
    const at = await sit(kit, plain.slug);
    await deadlineIn(at.attemptId, -3600);
    const issuedAt = Math.floor(Date.now() / 1000) - 7200;
    const claims = {
      attemptId: at.attemptId,
      learnerId: at.learner.id,
      deviceId: at.deviceId,
      issuedAt,
      expiresAt: issuedAt + 3600,
    };
    const ticket = signTicket(secret('attempt-ticket'), claims);
    expect((await save(kit, { ...at, ticket }, [{ item: 1, rev: 1 }])).body.code).toBe('exams/attempt-expired');
    expect(await lateOf(at.attemptId)).toHaveLength(1);
  });

  it('makes the tab before read-only as soon as another takes over [E-14]', async () => {
    const at = await sit(kit, plain.slug);
    const deviceId = randomUUID();
    const call = { params: { attemptId: at.attemptId }, body: { deviceId }, as: at.learner };
    const taken = await kit.call<{ ticket: string; tookOver: boolean }>(takeOverAttempt, call);
    expect(taken.body.tookOver).toBe(true);
    expect((await save(kit, at, [{ item: 1, rev: 9 }])).body.code).toBe('exams/attempt-elsewhere');
    expect((await save(kit, { ...at, ticket: taken.body.ticket }, [{ item: 1, rev: 1 }])).status).toBe(200);
    expect((await paper(kit, at, at.deviceId)).body.here).toBe(false);
  });

  it('refuses a ticket that is missing, forged, of another attempt, or expired [A6]', async () => {
    const [at, other] = [await sit(kit, plain.slug), await sit(kit, plain.slug)];
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      attemptId: at.attemptId,
      learnerId: at.learner.id,
      deviceId: at.deviceId,
      issuedAt: now,
      expiresAt: now + 600,
    };
    const code = async (ticket: string) => (await save(kit, { ...at, ticket }, [{ item: 1, rev: 1 }])).body.code;
    expect(await code('')).toBe('exams/ticket-invalid');
    expect(await code(signTicket(Buffer.alloc(32), claims))).toBe('exams/ticket-invalid');
    expect(await code(other.ticket)).toBe('exams/ticket-invalid');
    expect(await code(at.ticket.replace(`.${at.learner.id}.`, `.${other.learner.id}.`))).toBe('exams/ticket-invalid');
    expect(await code(signTicket(secret('attempt-ticket'), { ...claims, expiresAt: now - 1 }))).toBe('exams/ticket-expired');
    expect(await code(signTicket(secret('attempt-ticket'), { ...claims, issuedAt: now + 120 }))).toBe('exams/ticket-invalid');
    expect((await stored(at.attemptId)).responses).toEqual({});
  });

  it('goes by the database’s clock when this process is 90 s wrong [T1, T2]', async () => {
    const at = await sit(kit, plain.slug);
    for (const wrong of [50_000, -50_000]) {
      clock.moveBy(wrong);
      try {
        const { body } = await save(kit, at, [{ item: 1, rev: wrong > 0 ? 1 : 2 }]);
        expect(body.secondsLeft).toBeGreaterThan(3_580);
        expect(body.secondsLeft).toBeLessThanOrEqual(3_600);
      } finally {
        clock.moveBy(0);
      }
    }
  });

  it('refuses a doubled item and what only the server may say [A2]', async () => {
    const at = await sit(kit, plain.slug);
    const call = (body: object) => kit.call(saveAttempt, { params: { attemptId: at.attemptId }, body, ...withTicket(at.ticket) });
    expect(
      (
        await call(
          saveBody([
            { item: 1, rev: 1 },
            { item: 1, rev: 2 },
          ]),
        )
      ).status,
    ).toBe(400);
    expect((await call({ ...saveBody([]), deadlineAt: '2099-01-01T00:00:00Z' })).status).toBe(400);
    expect((await call({ ...saveBody([]), score: 5 })).status).toBe(400);
  });

  it('closes earlier items when there is no way back', async () => {
    const { slug } = await exam(kit, { backNavigation: false });
    const at = await sit(kit, slug);
    expect((await save(kit, at, [{ item: 1, rev: 1 }], 1, 3)).body.closedItems).toEqual([]);
    const back = await save(
      kit,
      at,
      [
        { item: 1, rev: 2 },
        { item: 3, rev: 1 },
      ],
      2,
      3,
    );
    expect(back.body).toMatchObject({ closedItems: [1], revs: { '1': 1, '3': 1 } });
    expect((await paper(kit, at)).body.openFrom).toBe(3);
  });

  it('slows one learner down who saves without pause', async () => {
    const at = await sit(kit, plain.slug);
    const replies = await Promise.all(Array.from({ length: 80 }, (_, index) => save(kit, at, [], index + 1)));
    expect(replies.some((reply) => reply.status === 429 && reply.headers.get('retry-after'))).toBe(true);
    expect((await save(kit, await sit(kit, plain.slug), [])).status).toBe(200);
  });

  it('heals by itself when the database ends its connections, with 503 and Retry-After meanwhile [C5]', async () => {
    const at = await sit(kit, plain.slug);
    let rev = 0;
    const once = async () => {
      rev += 1;
      return { rev, reply: await save(kit, at, [{ item: 1, rev }], rev) };
    };
    const under = Array.from({ length: 10 }, once);
    await db().run(sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'lyceum-fast'`);
    const seen = await Promise.all([...under, ...Array.from({ length: 10 }, once)]);
    for (const { reply } of seen) {
      expect([200, 503]).toContain(reply.status);
      if (reply.status === 503) expect(reply.headers.get('retry-after')).toBe('2');
    }
    await expect.poll(async () => (await once()).reply.status, { timeout: 5_000 }).toBe(200);
    const acknowledged = Math.max(0, ...seen.filter(({ reply }) => reply.status === 200).map((one) => one.rev));
    expect((await stored(at.attemptId)).responses['1']?.rev).toBeGreaterThanOrEqual(acknowledged);
  });
});
