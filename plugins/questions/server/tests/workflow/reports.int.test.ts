import { randomUUID } from 'node:crypto';
import { db, sql } from '@lyceum/core/server';
import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  closeReports,
  createTopic,
  getReport,
  listReports,
  MANAGE_REPORTS,
  publishQuestions,
  type QuestionsPublic,
  READ,
  type ReportReason,
  type StaffReport,
  type Topic,
  updateQuestion,
  WRITE,
} from '../../../contract/index.ts';
import { sample } from '../../../domain/testing/sample.ts';
import { type Made, make } from '../bank/bank.ts';
import { uniqueName } from '../support.ts';

let kit: TestKit;
let editor: Person;
let topic: Topic;
let bank: QuestionsPublic;

beforeAll(async () => {
  kit = await testKit();
  editor = await kit.staff();
  topic = (await kit.call<Topic>(createTopic, { as: editor, body: { name: uniqueName('Reports') } })).body;
  bank = kit.strapi.plugin('questions').service('public') as QuestionsPublic;
});

const published = async (as = editor): Promise<Made> => {
  const made = await make(kit, as, topic.documentId);
  await kit.call(publishQuestions, { as: editor, body: { documentIds: [made.documentId], acceptWarnings: true } });
  return made;
};
async function report(made: Made, learner: Person, reason: ReportReason = 'wrongKey', text = 'C is right') {
  const { documentId } = made;
  const revisionId = (await bank.latestRevisions([documentId])).get(documentId)?.revisionId ?? 0;
  await bank.reportQuestion({ learnerId: learner.id, documentId, revisionId, reason, text, seenIn: 'attempt:test' });
}
type Page = { rows: StaffReport[]; next: string | null };
const queue = async (made: Made, query: Record<string, string> = {}, as = editor) =>
  (await kit.call<Page>(listReports, { as, query: { documentId: made.documentId, ...query } })).body.rows;
const close = (ids: readonly string[], body: object = {}, as = editor) =>
  kit.call<{ closed: number }>(closeReports, { as, body: { ids, outcome: 'corrected', ...body } });
const mails = (person: Person) =>
  db().many<{ subject: string; body_text: string }>(
    sql`SELECT subject, body_text FROM activity.core_mails WHERE recipient = ${person.email}`,
  );

describe('reports of learners [Q-10]', () => {
  it('wait in a queue, oldest first, by state and reason, without the names of learners', async () => {
    const made = await published();
    const [a, b] = await Promise.all([kit.learner(), kit.learner()]);
    await report(made, a, 'typo', 'two words are one');
    await report(made, b);
    const rows = await queue(made);
    expect(rows).toMatchObject([
      { reason: 'typo', text: 'two words are one', state: 'open', number: 1, openOfQuestion: 2, code: made.code, outcome: null },
      { reason: 'wrongKey', text: 'C is right', openOfQuestion: 2 },
    ]);
    expect((await queue(made, { reason: 'typo' })).map(({ reason }) => reason)).toEqual(['typo']);
    expect(await queue(made, { state: 'closed' })).toEqual([]);
    expect(JSON.stringify(rows)).not.toContain(a.email);
    const first = await kit.call<Page>(listReports, { as: editor, query: { documentId: made.documentId, pageSize: '1' } });
    const query = { documentId: made.documentId, pageSize: '1', cursor: first.body.next ?? '' };
    expect((await kit.call<Page>(listReports, { as: editor, query })).body.rows.map(({ reason }) => reason)).toEqual([
      'wrongKey',
    ]);
  });

  it('show the version the learner saw, also after the question was changed', async () => {
    const made = await published();
    await report(made, await kit.learner());
    const question = { ...sample({ topic: topic.documentId, code: made.code }), stem: 'Quite another text?' };
    await kit.call(updateQuestion, {
      as: editor,
      params: { documentId: made.documentId },
      body: { question, acceptWarnings: true },
    });
    await kit.call(publishQuestions, { as: editor, body: { documentIds: [made.documentId], acceptWarnings: true } });
    const [row] = await queue(made);
    const reply = await kit.call(getReport, { as: editor, params: { id: row?.id ?? '' } });
    expect(reply.body).toMatchObject({ report: { number: 1 }, question: { stem: made.stem }, newest: 2 });
  });

  it('are closed all at once, and each learner is told the outcome, once and in their language', async () => {
    const made = await published();
    const learners = [await kit.learner(), await kit.learner({ locale: 'tr' })] as const;
    for (const learner of learners) await report(made, learner);
    const ids = (await queue(made)).map(({ id }) => id);
    expect((await close(ids, { answer: 'Thank you, C it is.' })).body).toEqual({ closed: 2 });
    expect(await queue(made)).toEqual([]);
    for (const learner of learners) {
      const [own] = await bank.reportsOf(learner.id, [made.documentId]);
      expect(own).toMatchObject({ state: 'closed', outcome: 'corrected', answer: 'Thank you, C it is.' });
    }
    const [english, turkish] = [await mails(learners[0]), await mails(learners[1])];
    expect([english.length, turkish.length]).toEqual([1, 1]);
    for (const part of ['The question was corrected.', 'Thank you, C it is.']) expect(english[0]?.body_text).toContain(part);
    expect(turkish[0]?.body_text).toContain('Soru düzeltildi.');

    const again = await close(ids);
    expect([again.status, again.text.includes('questions/report-not-found')]).toEqual([404, true]);
    expect(await mails(learners[0])).toHaveLength(1);
    expect((await queue(made, { state: 'closed' })).map(({ outcome, closedAt }) => [outcome, closedAt !== null])).toEqual([
      ['corrected', true],
      ['corrected', true],
    ]);
  });

  it('are closed once, whoever of two presses at the same time', async () => {
    const made = await published();
    const learner = await kit.learner();
    await report(made, learner);
    const ids = (await queue(made)).map(({ id }) => id);
    const replies = await Promise.all([close(ids), close(ids, { outcome: 'unchanged' })]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 404]);
    expect(await mails(learner)).toHaveLength(1);
  });

  it('are seen and closed by whoever holds the right, and only of questions they may see [Q-09]', async () => {
    const made = await published();
    const learner = await kit.learner();
    await report(made, learner);
    const ids = (await queue(made)).map(({ id }) => id);
    const without = await kit.staff([READ, WRITE]);
    expect((await kit.call(listReports, { as: without })).status).toBe(403);
    expect((await close(ids, {}, without)).status).toBe(403);
    const stranger = await kit.staff([READ, WRITE, MANAGE_REPORTS]);
    expect(await queue(made, {}, stranger)).toEqual([]);
    const replies = [
      await close(ids, {}, stranger),
      await close([randomUUID()], {}, stranger),
      await kit.call(getReport, { as: stranger, params: { id: ids[0] ?? '' } }),
    ];
    expect(replies.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(await mails(learner)).toEqual([]);
    const own = await published(stranger);
    await report(own, learner);
    expect(
      (
        await close(
          (await queue(own, {}, stranger)).map(({ id }) => id),
          {},
          stranger,
        )
      ).body,
    ).toEqual({ closed: 1 });
  });

  it('refuse an outcome that is none and an answer that is too long, naming the field [I12]', async () => {
    const bad = await close([randomUUID()], { outcome: 'maybe', answer: 'x'.repeat(1_001) });
    expect(bad.status).toBe(400);
    for (const part of ['body.outcome', 'body.answer']) expect(bad.text).toContain(part);
  });
});
