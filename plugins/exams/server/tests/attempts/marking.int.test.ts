import { db, sql } from '@lyceum/core/server';
import { type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { EXAM_PERMISSIONS, type MarkInput } from '../../../contract/index.ts';
import { ownAttempt } from '../../src/records/attempt.ts';
import { marksOf } from '../../src/records/mark.ts';
import { scoreAttempt } from '../../src/services/finish.ts';
import { formOf } from '../../src/services/forms.ts';
import { byShares, codeOf, markingRoom } from '../marking.ts';
import { eventsOf, result, save, sit, submit } from '../room.ts';

let kit: TestKit;
let room: Awaited<ReturnType<typeof markingRoom>>;
beforeAll(async () => {
  kit = await testKit();
  room = await markingRoom(kit);
});

const mailsTo = (email: string) =>
  db().many<{ subject: string; body_text: string }>(
    sql`SELECT subject, body_text FROM activity.core_mails WHERE recipient = ${email}`,
  );

describe('marking [Q-02]', () => {
  it('weighs the criteria of the rubric, and makes the result whole with the last mark', async () => {
    const at = await room.handedIn();
    const first = await room.mark(at, 2, byShares(1, 0), { comment: 'Well argued.' });
    expect(first.body).toMatchObject({
      mark: { ratio: 0.75, points: 3, comment: 'Well argued.' },
      pendingMarks: 1,
      passed: null,
    });
    expect(first.body.percent).toBe(80);
    expect(await eventsOf(at.attemptId, 'exams.attemptMarked')).toBe(0);
    const second = await room.mark(at, 3, { points: 3 });
    expect(second.body).toMatchObject({ mark: { ratio: 0.75, points: 3, criteria: null }, pendingMarks: 0, passed: true });
    const { body } = await result(kit, at);
    expect(body).toMatchObject({ pendingMarks: 0, passed: true, score: { points: 7, pointsMax: 9, percent: 77.78 } });
    expect(await eventsOf(at.attemptId, 'exams.attemptMarked')).toBe(1);
    expect(await eventsOf(at.attemptId, 'exams.attemptScored')).toBe(1);
  });

  it('is the score that scoring gives when it is replayed from responses and marks', async () => {
    const at = await room.handedIn();
    await room.mark(at, 2, byShares(0.5, 0.5));
    await room.mark(at, 3, { points: 1 });
    const attempt = await ownAttempt(at.attemptId, at.learner.id);
    if (!attempt) throw new Error('the attempt is gone');
    const marks = new Map((await marksOf(at.attemptId)).map((one) => [one.item, one.ratio]));
    const score = await scoreAttempt(attempt, await formOf(attempt.formId, attempt.examId), marks);
    expect({ points: score.points, percent: score.percent }).toEqual({ points: attempt.points, percent: attempt.percent });
  });

  it('tells the learner once, without the score, however often marks are changed', async () => {
    const at = await room.handedIn();
    const { body: first } = await room.mark(at, 2, byShares(1, 1));
    expect(await mailsTo(at.learner.email)).toEqual([]);
    await room.mark(at, 3, byShares(1, 1));
    await room.mark(at, 2, byShares(0, 0), { ifMarkedAt: first.mark.markedAt });
    const mails = await mailsTo(at.learner.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.body_text).toContain(`/attempts/${at.attemptId}/result`);
    expect(mails[0]?.body_text).not.toMatch(/\d\s?%/);
    expect(await eventsOf(at.attemptId, 'exams.attemptMarked')).toBe(2);
    expect(await eventsOf(at.attemptId, 'exams.attemptScored')).toBe(1);
    expect((await result(kit, at)).body.score).toMatchObject({ points: 5 });
  });

  it('writes the learner in their own language', async () => {
    const learner = await kit.learner({ locale: 'tr' });
    const at = await sit(kit, room.slug, learner);
    await save(kit, at, [{ item: 2, rev: 1, response: { longText: 'Metin' } }]);
    await submit(kit, at);
    await room.mark(at, 2, byShares(1, 1));
    expect((await mailsTo(learner.email))[0]).toMatchObject({ subject: 'Sonucunuz tamamlandı: An exam' });
  });

  it('notes who marked what, with the mark before', async () => {
    const at = await room.handedIn();
    const { body } = await room.mark(at, 2, byShares(1, 1));
    await room.mark(at, 2, { points: 1 }, { ifMarkedAt: body.mark.markedAt, comment: 'On second thought' });
    const notes = await db().many<{
      actor: string;
      before: { ratio: number } | null;
      after: { ratio: number; comment: string };
    }>(sql`
      SELECT actor, before, after FROM activity.core_audit_log
      WHERE object = ${`attempt:${at.attemptId}`} AND action = 'exams.markItem' ORDER BY id`);
    expect(notes.map((note) => note.actor)).toEqual([`staff:${room.marker.id}`, `staff:${room.marker.id}`]);
    expect(notes.map((note) => note.before?.ratio ?? null)).toEqual([null, 1]);
    expect(notes[1]?.after).toMatchObject({ ratio: 0.25, comment: 'On second thought' });
  });

  it('is refused when somebody else marked meanwhile, so that no mark is lost unseen', async () => {
    const at = await room.handedIn();
    const replies = await Promise.all([room.mark(at, 2, byShares(1, 1)), room.mark(at, 2, byShares(0, 0))]);
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409]);
    expect(replies.filter((reply) => reply.status === 409).map(codeOf)).toEqual(['exams/marked-meanwhile']);
    expect((await room.detail(at)).pendingMarks).toBe(1);
  });

  it.each([
    ['a criterion is missing', { criteria: [{ id: '1', share: 1 }] }, 422, 'exams/mark-incomplete', 'body.given.criteria'],
    [
      'a criterion is unknown',
      {
        criteria: [
          { id: '1', share: 1 },
          { id: '7', share: 1 },
        ],
      },
      422,
      'exams/mark-incomplete',
      'body.given.criteria',
    ],
    ['more points than there are', { points: 4.5 }, 422, 'exams/mark-incomplete', 'body.given.points'],
    [
      'a share above all',
      {
        criteria: [
          { id: '1', share: 1.1 },
          { id: '2', share: 1 },
        ],
      },
      400,
      'core/invalid-request',
      'body.given',
    ],
    ['fewer than no points', { points: -1 }, 400, 'core/invalid-request', 'body.given'],
  ] as const)('is refused with the field named when %s', async (_, given, status, code, field) => {
    const at = await room.handedIn();
    const reply = await room.mark(at, 2, given as MarkInput['given']);
    expect([reply.status, codeOf(reply)]).toEqual([status, code]);
    expect(reply.text).toContain(field);
    expect((await room.detail(at)).pendingMarks).toBe(2);
  });

  it('is for answers marked by hand of attempts that have ended, and for who may mark', async () => {
    const at = await room.handedIn();
    expect(codeOf(await room.mark(at, 1, { points: 1 }))).toBe('exams/nothing-to-mark');
    expect(codeOf(await room.mark(at, 9, { points: 1 }))).toBe('exams/item-not-found');
    const running = await sit(kit, room.slug);
    expect(codeOf(await room.mark(running, 2, { points: 1 }))).toBe('exams/attempt-running');
    const reader = await kit.staff([EXAM_PERMISSIONS.readAttempts]);
    expect((await room.mark(at, 2, { points: 1 }, {}, reader)).status).toBe(403);
    expect((await room.mark(at, 2, { points: 1 }, {}, at.learner)).status).toBe(401);
  });

  it('leaves nothing behind when it fails half way', async () => {
    const at = await room.handedIn();
    const before = await room.detail(at);
    await db().run(sql`
      CREATE OR REPLACE FUNCTION activity.test_no_mail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no mail'; END $$`);
    await room.mark(at, 2, { points: 1 });
    await db().run(
      sql`CREATE TRIGGER test_no_mail BEFORE INSERT ON activity.core_mails FOR EACH ROW EXECUTE FUNCTION activity.test_no_mail()`,
    );
    try {
      expect((await room.mark(at, 3, { points: 1 })).status).toBe(500);
    } finally {
      await db().run(sql`DROP TRIGGER test_no_mail ON activity.core_mails`);
    }
    expect(before.pendingMarks).toBe(2);
    expect(await room.detail(at)).toMatchObject({ pendingMarks: 1, passed: null });
    expect(await eventsOf(at.attemptId, 'exams.attemptScored')).toBe(0);
    expect((await room.mark(at, 3, { points: 1 })).body).toMatchObject({ pendingMarks: 0 });
  });
});
