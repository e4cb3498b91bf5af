import { db, sql } from '@lyceum/core/server';
import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type AttemptDetail,
  EXAM_PERMISSIONS,
  getAttempt,
  getReview,
  listAttempts,
  listOwnAttempts,
  type Mark,
  type MarkInput,
  markItem,
  type ReviewItem,
} from '../../../contract/index.ts';
import { ownAttempt } from '../../src/records/attempt.ts';
import { marksOf } from '../../src/records/mark.ts';
import { scoreAttempt } from '../../src/services/finish.ts';
import { formOf } from '../../src/services/forms.ts';
import { eventsOf, examOf, oneOfEach, result, type Sitting, save, sit, submit } from '../room.ts';

let kit: TestKit;
let marker: Person;
let slug: string;
beforeAll(async () => {
  kit = await testKit();
  marker = await kit.staff([EXAM_PERMISSIONS.readAttempts, EXAM_PERMISSIONS.markAttempts]);
  const questions = [
    ...(await oneOfEach(['number'], { points: 1 })),
    ...(await oneOfEach(['long-text', 'long-text'], { points: 4 })),
  ];
  ({ slug } = await examOf(kit, questions, { passMark: { percent: 70 } }));
});

/** Somebody who answered the number right and wrote two texts, unless told otherwise. */
async function handedIn(texts: readonly string[] = ['First text of mine', 'Second text of mine']): Promise<Sitting> {
  const at = await sit(kit, slug);
  const changes = texts.map((longText, index) => ({ item: index + 2, rev: 1, response: { longText } }));
  await save(kit, at, [{ item: 1, rev: 1, response: { number: '42' } }, ...changes]);
  await submit(kit, at);
  return at;
}

type Marked = {
  mark: Mark;
  pendingMarks: number;
  percent: number;
  passed: boolean | null;
  error?: { details: { code: string } };
};
const codeOf = (reply: { body: Marked }) => reply.body.error?.details.code;
const byShares = (one: number, two: number): MarkInput['given'] => ({
  criteria: [
    { id: '1', share: one },
    { id: '2', share: two },
  ],
});

const mark = (at: Sitting, item: number, given: MarkInput['given'], fields: Partial<MarkInput> = {}, as = marker) =>
  kit.call<Marked>(markItem, {
    params: { attemptId: at.attemptId, item },
    body: { given, comment: null, ifMarkedAt: null, ...fields },
    as,
  });

const detail = async (at: Sitting) =>
  (await kit.call<AttemptDetail>(getAttempt, { params: { attemptId: at.attemptId }, as: marker })).body;
const mailsTo = (email: string) =>
  db().many<{ subject: string; body_text: string }>(
    sql`SELECT subject, body_text FROM activity.core_mails WHERE recipient = ${email}`,
  );

describe('a paper with answers marked by hand [Q-02]', () => {
  it('is handed in at once, with the score of the others called provisional and nothing passed', async () => {
    const at = await handedIn();
    const { body } = await result(kit, at);
    expect(body).toMatchObject({ state: 'scored', pendingMarks: 2, passed: null, answered: 3 });
    expect(body.score).toEqual({ points: 1, pointsMax: 1, percent: 100 });
    const own = await kit.call<{ rows: object[] }>(listOwnAttempts, { as: at.learner });
    expect(own.body.rows).toMatchObject([{ percent: null, passed: null, pendingMarks: 2 }]);
    expect(await eventsOf(at.attemptId, 'exams.attemptSubmitted')).toBe(1);
    expect(await eventsOf(at.attemptId, 'exams.attemptScored')).toBe(0);
  });

  it('shows no score, and no zero, while every answer waits', async () => {
    const { slug: written } = await examOf(kit, await oneOfEach(['long-text']));
    const at = await sit(kit, written);
    await save(kit, at, [{ item: 1, rev: 1, response: { longText: 'All of it' } }]);
    expect((await submit(kit, at)).body).toMatchObject({ state: 'scored', pendingMarks: 1, score: null, passed: null });
  });

  it('waits for nothing where nothing was written', async () => {
    const at = await handedIn([' ', '']);
    const { body } = await result(kit, at);
    expect(body).toMatchObject({ pendingMarks: 0, passed: false, score: { points: 1, pointsMax: 9 } });
    expect(await eventsOf(at.attemptId, 'exams.attemptScored')).toBe(1);
    expect(codeOf(await mark(at, 2, byShares(1, 1)))).toBe('exams/nothing-to-mark');
  });
});

describe('marking [Q-02]', () => {
  it('weighs the criteria of the rubric, and makes the result whole with the last mark', async () => {
    const at = await handedIn();
    const first = await mark(at, 2, byShares(1, 0), { comment: 'Well argued.' });
    expect(first.body).toMatchObject({
      mark: { ratio: 0.75, points: 3, comment: 'Well argued.' },
      pendingMarks: 1,
      passed: null,
    });
    expect(first.body.percent).toBe(80);
    expect(await eventsOf(at.attemptId, 'exams.attemptMarked')).toBe(0);
    const second = await mark(at, 3, { points: 3 });
    expect(second.body).toMatchObject({ mark: { ratio: 0.75, points: 3, criteria: null }, pendingMarks: 0, passed: true });
    const { body } = await result(kit, at);
    expect(body).toMatchObject({ pendingMarks: 0, passed: true, score: { points: 7, pointsMax: 9, percent: 77.78 } });
    expect(await eventsOf(at.attemptId, 'exams.attemptMarked')).toBe(1);
    expect(await eventsOf(at.attemptId, 'exams.attemptScored')).toBe(1);
  });

  it('is the score that scoring gives when it is replayed from responses and marks', async () => {
    const at = await handedIn();
    await mark(at, 2, byShares(0.5, 0.5));
    await mark(at, 3, { points: 1 });
    const attempt = await ownAttempt(at.attemptId, at.learner.id);
    if (!attempt) throw new Error('the attempt is gone');
    const marks = new Map((await marksOf(at.attemptId)).map((one) => [one.item, one.ratio]));
    const score = await scoreAttempt(attempt, await formOf(attempt.formId, attempt.examId), marks);
    expect({ points: score.points, percent: score.percent }).toEqual({ points: attempt.points, percent: attempt.percent });
  });

  it('tells the learner once, without the score, however often marks are changed', async () => {
    const at = await handedIn();
    const { body: first } = await mark(at, 2, byShares(1, 1));
    expect(await mailsTo(at.learner.email)).toEqual([]);
    await mark(at, 3, byShares(1, 1));
    await mark(at, 2, byShares(0, 0), { ifMarkedAt: first.mark.markedAt });
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
    const at = await sit(kit, slug, learner);
    await save(kit, at, [{ item: 2, rev: 1, response: { longText: 'Metin' } }]);
    await submit(kit, at);
    await mark(at, 2, byShares(1, 1));
    expect((await mailsTo(learner.email))[0]).toMatchObject({ subject: 'Sonucunuz tamamlandı: An exam' });
  });

  it('notes who marked what, with the mark before', async () => {
    const at = await handedIn();
    const { body } = await mark(at, 2, byShares(1, 1));
    await mark(at, 2, { points: 1 }, { ifMarkedAt: body.mark.markedAt, comment: 'On second thought' });
    const notes = await db().many<{
      actor: string;
      before: { ratio: number } | null;
      after: { ratio: number; comment: string };
    }>(sql`
      SELECT actor, before, after FROM activity.core_audit_log
      WHERE object = ${`attempt:${at.attemptId}`} AND action = 'exams.markItem' ORDER BY id`);
    expect(notes.map((note) => note.actor)).toEqual([`staff:${marker.id}`, `staff:${marker.id}`]);
    expect(notes.map((note) => note.before?.ratio ?? null)).toEqual([null, 1]);
    expect(notes[1]?.after).toMatchObject({ ratio: 0.25, comment: 'On second thought' });
  });

  it('is refused when somebody else marked meanwhile, so that no mark is lost unseen', async () => {
    const at = await handedIn();
    const replies = await Promise.all([mark(at, 2, byShares(1, 1)), mark(at, 2, byShares(0, 0))]);
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409]);
    expect(replies.filter((reply) => reply.status === 409).map(codeOf)).toEqual(['exams/marked-meanwhile']);
    expect((await detail(at)).pendingMarks).toBe(1);
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
    const at = await handedIn();
    const reply = await mark(at, 2, given as MarkInput['given']);
    expect([reply.status, codeOf(reply)]).toEqual([status, code]);
    expect(reply.text).toContain(field);
    expect((await detail(at)).pendingMarks).toBe(2);
  });

  it('is for answers marked by hand of attempts that have ended, and for who may mark', async () => {
    const at = await handedIn();
    expect(codeOf(await mark(at, 1, { points: 1 }))).toBe('exams/nothing-to-mark');
    expect(codeOf(await mark(at, 9, { points: 1 }))).toBe('exams/item-not-found');
    const running = await sit(kit, slug);
    expect(codeOf(await mark(running, 2, { points: 1 }))).toBe('exams/attempt-running');
    const reader = await kit.staff([EXAM_PERMISSIONS.readAttempts]);
    expect((await mark(at, 2, { points: 1 }, {}, reader)).status).toBe(403);
    expect((await mark(at, 2, { points: 1 }, {}, at.learner)).status).toBe(401);
  });

  it('leaves nothing behind when it fails half way', async () => {
    const at = await handedIn();
    const before = await detail(at);
    await db().run(sql`
      CREATE OR REPLACE FUNCTION activity.test_no_mail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no mail'; END $$`);
    await mark(at, 2, { points: 1 });
    await db().run(
      sql`CREATE TRIGGER test_no_mail BEFORE INSERT ON activity.core_mails FOR EACH ROW EXECUTE FUNCTION activity.test_no_mail()`,
    );
    try {
      expect((await mark(at, 3, { points: 1 })).status).toBe(500);
    } finally {
      await db().run(sql`DROP TRIGGER test_no_mail ON activity.core_mails`);
    }
    expect(before.pendingMarks).toBe(2);
    expect(await detail(at)).toMatchObject({ pendingMarks: 1, passed: null });
    expect(await eventsOf(at.attemptId, 'exams.attemptScored')).toBe(0);
    expect((await mark(at, 3, { points: 1 })).body).toMatchObject({ pendingMarks: 0 });
  });
});

describe('what a marker and a learner see', () => {
  it('lists the attempts that wait for marking', async () => {
    const at = await handedIn();
    const ids = async (waiting: string) =>
      (
        await kit.call<{ rows: { id: string; pendingMarks: number }[] }>(listAttempts, {
          query: { waiting, search: at.learner.email },
          as: marker,
        })
      ).body.rows;
    expect(await ids('true')).toMatchObject([{ id: at.attemptId, pendingMarks: 2 }]);
    expect(await ids('false')).toEqual([]);
    await mark(at, 2, { points: 1 });
    await mark(at, 3, { points: 1 });
    expect(await ids('true')).toEqual([]);
    expect(await ids('false')).toHaveLength(1);
  });

  it('shows the marker the text, the rubric and the model answer beside the mark', async () => {
    const at = await handedIn();
    await mark(at, 2, byShares(0.5, 1), { comment: 'Good.' });
    const { items } = await detail(at);
    expect(items[0]?.marking).toBeNull();
    expect(items[1]?.marking).toMatchObject({
      longText: 'First text of mine',
      recording: null,
      rubric: [
        { id: '1', weight: 3 },
        { id: '2', weight: 1 },
      ],
      mark: { ratio: 0.625, comment: 'Good.' },
    });
    expect(items[1]?.marking?.modelAnswerHtml).toContain('<p>');
    expect(items.map((item) => item.ratio)).toEqual([1, 0.625, null]);
  });

  it('shows the learner comment and shares in the review', async () => {
    const at = await handedIn();
    await mark(at, 2, byShares(1, 0.5), { comment: 'Mind the **ending**.' });
    const { body } = await kit.call<{ items: ReviewItem[] }>(getReview, { params: { attemptId: at.attemptId }, as: at.learner });
    expect(body.items[1]).toMatchObject({
      ratio: 0.875,
      pointsEarned: 3.5,
      isWaiting: false,
      mark: {
        comment: 'Mind the **ending**.',
        criteria: [
          { id: '1', share: 1 },
          { id: '2', share: 0.5 },
        ],
      },
    });
    expect(body.items[2]).toMatchObject({ ratio: null, isWaiting: true, mark: null });
  });
});
