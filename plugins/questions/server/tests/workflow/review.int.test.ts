import { db, sql } from '@lyceum/core/server';
import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  archiveQuestions,
  createTopic,
  decideReview,
  getQuestion,
  listReviewSteps,
  listRevisions,
  publishQuestions,
  type Question,
  type QuestionsPublic,
  READ,
  type ReviewEntry,
  startBulk,
  type Topic,
  takeReviewStep,
  updateQuestion,
  WRITE,
} from '../../../contract/index.ts';
import { sample } from '../../../domain/testing/sample.ts';
import { type Made, make } from '../bank/bank.ts';
import { uniqueName } from '../support.ts';

let kit: TestKit;
let reviewer: Person;
let teacher: Person;
let topic: Topic;
let bank: QuestionsPublic;
const used = new Set<string>();

beforeAll(async () => {
  kit = await testKit();
  [reviewer, teacher] = await Promise.all([kit.staff(), kit.staff([READ, WRITE])]);
  topic = (await kit.call<Topic>(createTopic, { as: reviewer, body: { name: uniqueName('Review') } })).body;
  bank = kit.strapi.plugin('questions').service('public') as QuestionsPublic;
  bank.registerUse('test-review', async (ids) =>
    ids.filter((id) => used.has(id)).map((documentId) => ({ documentId, title: 'Final exam' })),
  );
});

type Step = { status: string };
const take = ({ documentId }: Made, step: string, as = teacher, note?: string) =>
  kit.call<Step>(takeReviewStep, { as, params: { documentId }, body: { step, ...(note ? { note } : {}) } });
const decide = ({ documentId }: Made, body: object, as = reviewer) =>
  kit.call<Step>(decideReview, { as, params: { documentId }, body });
const approve = (made: Made, body: object = {}, as = reviewer) => decide(made, { step: 'approve', ...body }, as);
const sendBack = (made: Made, note: string, as = reviewer) => decide(made, { step: 'return', note }, as);
const steps = async ({ documentId }: Made, as = teacher) =>
  (await kit.call<{ rows: ReviewEntry[] }>(listReviewSteps, { as, params: { documentId } })).body.rows;
const statusOf = async ({ documentId }: Made) =>
  (await kit.call<Question>(getQuestion, { as: reviewer, params: { documentId } })).body.status;
const drawable = async () =>
  (await bank.candidates({ topic: topic.documentId, difficultyMin: 1, difficultyMax: 10 })).map(({ documentId }) =>
    String(documentId),
  );
const mails = (person: Person) =>
  db().many<{ subject: string; body_text: string }>(
    sql`SELECT subject, body_text FROM activity.core_mails WHERE recipient = ${person.email}`,
  );
const written = (as = teacher) => make(kit, as, topic.documentId);
const waiting = async (as = teacher) => {
  const made = await written(as);
  expect((await take(made, 'send', as)).body).toEqual({ status: 'inReview' });
  return made;
};

describe('the review of a question [Q-04]', () => {
  it('is what a teacher without the right to publish can ask for and take back, and no more', async () => {
    const made = await waiting();
    expect(await statusOf(made)).toBe('inReview');
    for (const reply of [await approve(made, {}, teacher), await sendBack(made, 'No', teacher)]) expect(reply.status).toBe(403);
    const body = { documentIds: [made.documentId] };
    expect((await kit.call(publishQuestions, { as: teacher, body })).status).toBe(403);
    expect(await drawable()).not.toContain(made.documentId);
    expect((await take(made, 'withdraw')).body).toEqual({ status: 'draft' });
    expect((await steps(made)).map(({ step, by }) => [step, by])).toEqual([
      ['withdraw', 'Test Staff'],
      ['send', 'Test Staff'],
    ]);
  });

  it('ends with an approval that publishes, and only then can the question be drawn', async () => {
    const made = await waiting();
    expect(await drawable()).not.toContain(made.documentId);
    expect((await approve(made, { note: 'Well asked' })).body).toEqual({ status: 'published' });
    expect(await drawable()).toContain(made.documentId);
    const { body } = await kit.call<{ rows: { number: number; note: string | null }[] }>(listRevisions, {
      as: teacher,
      params: { documentId: made.documentId },
    });
    expect(body.rows).toMatchObject([{ number: 1, note: 'Well asked' }]);
    expect((await steps(made))[0]).toMatchObject({ step: 'approve', note: 'Well asked' });
  });

  it('or with a note, which the author sees at the question and gets by mail, once', async () => {
    const author = await kit.staff([READ, WRITE]);
    const made = await waiting(author);
    expect((await sendBack(made, '  ')).status).toBe(400);
    expect((await sendBack(made, 'Option B is right as well')).body).toEqual({ status: 'draft' });
    expect(await statusOf(made)).toBe('draft');
    expect((await steps(made, author))[0]).toMatchObject({ step: 'return', note: 'Option B is right as well' });
    const sent = await mails(author);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.subject).toContain(made.code);
    for (const part of ['Option B is right as well', `/bank/${made.documentId}`]) expect(sent[0]?.body_text).toContain(part);
    expect((await sendBack(made, 'Again')).status).toBe(409);
    expect(await mails(author)).toHaveLength(1);
  });

  it('tells whoever sent many at once when one of them is returned', async () => {
    const author = await kit.staff([READ, WRITE]);
    const made = [await written(author), await written(author)] as const;
    const documentIds = made.map(({ documentId }) => documentId);
    const body = { selection: { documentIds }, action: { kind: 'sendToReview', acceptWarnings: true } };
    expect((await kit.call(startBulk, { as: author, body })).body).toMatchObject({ done: 2, failed: 0 });
    expect((await sendBack(made[1], 'Name the unit')).status).toBe(200);
    expect((await mails(author)).map(({ subject }) => subject.includes(made[1].code))).toEqual([true]);
  });

  it('takes each step only where it can be taken, and says where the question is', async () => {
    const made = await written();
    for (const reply of [
      await take(made, 'withdraw'),
      await take(made, 'reopen'),
      await approve(made),
      await sendBack(made, 'x'),
    ]) {
      expect([reply.status, reply.text.includes('questions/review-state')]).toEqual([409, true]);
      expect(reply.text).toContain('draft');
    }
    await kit.call(archiveQuestions, { as: reviewer, body: { documentIds: [made.documentId] } });
    expect((await take(made, 'send')).status).toBe(409);
    expect((await take(made, 'reopen')).body).toEqual({ status: 'draft' });
  });

  it('is decided once: of two reviewers at the same time the second is told', async () => {
    const made = await waiting();
    const other = await kit.staff();
    const replies = await Promise.all([approve(made), sendBack(made, 'Too late', other)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    const decisions = (await steps(made)).filter(({ step }) => step !== 'send');
    expect(decisions).toHaveLength(1);
    expect(await statusOf(made)).toBe(decisions[0]?.step === 'approve' ? 'published' : 'draft');
  });

  it('asks for a reason when the approval gives a used question another key, as every publish does [Q-42]', async () => {
    const made = await waiting();
    await approve(made);
    used.add(made.documentId);
    await kit.call(archiveQuestions, { as: reviewer, body: { documentIds: [made.documentId] } });
    await take(made, 'reopen');
    const question = { ...sample({ topic: topic.documentId, code: made.code, stem: made.stem }), key: { correct: ['b'] } };
    const body = { question, acceptWarnings: true };
    expect((await kit.call(updateQuestion, { as: teacher, params: { documentId: made.documentId }, body })).status).toBe(200);
    await take(made, 'send');
    const refused = await approve(made);
    expect([refused.status, refused.text.includes('questions/reason-needed')]).toEqual([409, true]);
    expect(await statusOf(made)).toBe('inReview');
    expect((await approve(made, { note: 'The key was wrong' })).body).toEqual({ status: 'published' });
  });

  it('of a change to a published question leaves the published one in exams until the change is approved', async () => {
    const made = await waiting();
    await approve(made);
    expect((await take(made, 'send')).status).toBe(409);
    const question = { ...sample({ topic: topic.documentId, code: made.code, stem: made.stem }), explanation: 'As measured' };
    const body = { question, acceptWarnings: true };
    expect((await kit.call(updateQuestion, { as: teacher, params: { documentId: made.documentId }, body })).status).toBe(200);
    for (const back of [() => take(made, 'withdraw'), () => sendBack(made, 'Name the source')]) {
      expect((await take(made, 'send')).body).toEqual({ status: 'inReview' });
      expect(await drawable()).toContain(made.documentId);
      expect((await back()).body).toEqual({ status: 'published' });
    }
    await take(made, 'send');
    expect((await approve(made)).body).toEqual({ status: 'published' });
    const { body: listed } = await kit.call<{ rows: { number: number }[] }>(listRevisions, {
      as: teacher,
      params: { documentId: made.documentId },
    });
    expect(listed.rows.map(({ number }) => number)).toEqual([2, 1]);
  });

  it('does not approve what breaks a rule, and names the field', async () => {
    const made = await waiting();
    await db().run(sql`UPDATE questions_questions SET stem = '' WHERE document_id = ${made.documentId}`);
    const refused = await approve(made, { acceptWarnings: true });
    expect([refused.status, refused.text.includes('question.stem')]).toEqual([422, true]);
    expect(await statusOf(made)).toBe('inReview');
  });
});
