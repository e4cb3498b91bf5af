import { db, erasePerson, exportPerson, inTransaction, sql } from '@lyceum/core/server';
import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { getReview, type ItemReport, type ReviewItem, reportItem } from '../../../contract/index.ts';
import { exam, type Sitting, sit, submit } from '../room.ts';

let kit: TestKit;
let slug: string;
beforeAll(async () => {
  kit = await testKit();
  ({ slug } = await exam(kit, { reviewPolicy: 'afterSubmission' }, { count: 5, pool: 5 }));
});

const report = (at: Sitting, fields: object = {}, as: Person = at.learner) =>
  kit.call<ItemReport & { code: string }>(reportItem, {
    params: { attemptId: at.attemptId },
    body: { item: 2, reason: 'wrongKey', text: 'B is right as well', ...fields },
    as,
  });

const reviewed = async (at: Sitting) =>
  (await kit.call<{ items: ReviewItem[] }>(getReview, { params: { attemptId: at.attemptId }, as: at.learner })).body.items;

async function ended(learner?: Person): Promise<Sitting> {
  const at = await sit(kit, slug, learner);
  await submit(kit, at);
  return at;
}

describe('reporting a question from the review [Q-10]', () => {
  it('is taken with reason and text, and shown beside the question with its state', async () => {
    const at = await ended();
    const { status, body } = await report(at);
    expect(status).toBe(200);
    expect(body).toMatchObject({ reason: 'wrongKey', text: 'B is right as well', state: 'open', outcome: null, answer: null });
    const items = await reviewed(at);
    expect(items[1]?.report).toMatchObject({ state: 'open', reason: 'wrongKey' });
    expect(items.filter((item) => item.report !== null)).toHaveLength(1);
  });

  it('says which version was seen, and where', async () => {
    const at = await ended();
    await report(at);
    const row = await db().one<{ seen_in: string; revision: boolean }>(sql`
      SELECT r.seen_in, v.document_id = r.document_id AS revision FROM activity.questions_reports r
      JOIN activity.questions_revisions v ON v.id = r.revision_id WHERE r.user_id = ${at.learner.id}`);
    expect(row).toEqual({ seen_in: `attempt:${at.attemptId}`, revision: true });
  });

  it('is taken once for each question and learner, in whichever attempt and however often it is pressed', async () => {
    const at = await ended();
    const replies = await Promise.all(Array.from({ length: 5 }, () => report(at)));
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409, 409, 409, 409]);
    expect(replies.find((reply) => reply.status === 409)?.body.code).toBe('questions/report-exists');
    const again = await ended(at.learner);
    const known = (await reviewed(again)).findIndex((item) => item.report !== null);
    expect(known).toBeGreaterThanOrEqual(0);
    expect((await report(again, { item: known + 1 })).status).toBe(409);
  });

  it('shows the outcome and the answer once it is closed', async () => {
    const at = await ended();
    await report(at);
    await db().run(sql`
      UPDATE activity.questions_reports SET state = 'closed', outcome = 'corrected', answer = 'Thank you, B counts now.', closed_by = 1, closed_at = now()
      WHERE user_id = ${at.learner.id}`);
    expect((await reviewed(at))[1]?.report).toMatchObject({
      state: 'closed',
      outcome: 'corrected',
      answer: 'Thank you, B counts now.',
    });
  });

  it.each([
    ['an unknown reason', { reason: 'boring' }, 'body.reason'],
    ['a text that is too long', { text: 'x'.repeat(1_001) }, 'body.text'],
    ['something that is not asked for', { state: 'closed' }, 'body.state'],
  ])('refuses %s and names the field', async (_, fields, field) => {
    const reply = await report(await ended(), fields);
    expect(reply.status).toBe(400);
    expect(reply.text).toContain(field);
  });

  it('is for own attempts that have ended and may be reviewed [A1]', async () => {
    const at = await ended();
    expect((await report(at, { item: 99 })).body.code).toBe('exams/item-not-found');
    expect((await report(at, {}, await kit.learner())).body.code).toBe('exams/attempt-not-found');
    const running = await sit(kit, slug);
    expect((await report(running)).body.code).toBe('exams/attempt-running');
    const closed = await exam(kit, { reviewPolicy: 'never' });
    const never = await sit(kit, closed.slug);
    await submit(kit, never);
    expect((await report(never)).body.code).toBe('exams/review-not-allowed');
  });

  it('is in the export of the learner, and stays without them after an erasure [G5]', async () => {
    const at = await ended();
    await report(at);
    expect((await exportPerson(at.learner.id))['reports of questions']).toMatchObject([{ text: 'B is right as well' }]);
    await inTransaction((tx) => erasePerson(tx, at.learner.id));
    const row = await db().one<{ user_id: number | null }>(sql`
      SELECT user_id FROM activity.questions_reports WHERE seen_in = ${`attempt:${at.attemptId}`}`);
    expect(row.user_id).toBeNull();
  });
});
