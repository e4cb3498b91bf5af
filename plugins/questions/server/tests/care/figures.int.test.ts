import type { DocumentId } from '@lyceum/core/contract';
import { db, sql } from '@lyceum/core/server';
import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type AnsweredItem,
  type CareRow,
  createQuestion,
  createTopic,
  dismissCare,
  getFigures,
  listCare,
  PUBLISH,
  publishQuestions,
  type Question,
  type QuestionsPublic,
  READ,
  type RevisionFigures,
  recountFigures,
  type Topic,
} from '../../../contract/index.ts';
import { sample } from '../../../domain/testing/sample.ts';
import { distinctStem, uniqueName } from '../support.ts';

let kit: TestKit;
let editor: Person;
let topic: Topic;
const answers: AnsweredItem[] = [];

beforeAll(async () => {
  kit = await testKit();
  editor = await kit.staff();
  topic = (await kit.call<Topic>(createTopic, { as: editor, body: { name: uniqueName('Care') } })).body;
  const bank = kit.strapi.plugin('questions').service('public') as QuestionsPublic;
  bank.registerItemResponses('care test', async function* () {
    yield* answers;
  });
});

const OPTIONS = (['a', 'b', 'c'] as const).map((id) => ({ id, text: `option ${id}` }));

async function published(): Promise<{ documentId: DocumentId; revisionId: number }> {
  const question = sample({
    code: uniqueName('C').slice(0, 40),
    stem: distinctStem(),
    topic: topic.documentId,
    options: OPTIONS,
  });
  const { documentId } = (await kit.call<Question>(createQuestion, { as: editor, body: { question } })).body;
  await kit.call(publishQuestions, { as: editor, body: { documentIds: [documentId] } });
  const { id } = await db().one<{ id: number }>(sql`
    SELECT id FROM activity.questions_revisions WHERE document_id = ${documentId} ORDER BY number DESC LIMIT 1`);
  return { documentId, revisionId: id };
}
/** A cohort of evenly spread ability that picks what `choose` says. */
const sat = (revisionId: number, count: number, choose: (ability: number, at: number) => string) => {
  for (let at = 0; at < count; at += 1) {
    const restRatio = (at + 0.5) / count;
    const option = choose(restRatio, at);
    const ratio = option === 'a' ? 1 : 0;
    answers.push({
      revisionId,
      attemptId: crypto.randomUUID(),
      ratio,
      restRatio,
      selected: [option],
      answered: true,
      secondsSpent: 30,
    });
  }
};
const count = async () => {
  // A count of an earlier test that waits for its next try would stand for this one.
  await db().run(sql`DELETE FROM activity.core_jobs WHERE name = 'questions.countFigures' AND state <> 'done'`);
  // One person may ask four times an hour.
  const reply = await kit.call(recountFigures, { as: await kit.staff() });
  expect(reply.status, reply.text).toBe(200);
  await kit.relay();
  await kit.work();
  const job = await db().one<{ state: string; error: string | null }>(sql`
    SELECT state, error FROM activity.core_jobs WHERE name = 'questions.countFigures' ORDER BY made_at DESC LIMIT 1`);
  expect(job).toEqual({ state: 'done', error: null });
};
type Figures = { rows: RevisionFigures[]; dismissed: string[]; openReports: number };
const figures = async (documentId: DocumentId) =>
  (await kit.call<Figures>(getFigures, { as: editor, params: { documentId } })).body;
const care = async (query: Record<string, string | number> = {}) =>
  (await kit.call<{ rows: CareRow[] }>(listCare, { as: editor, query })).body.rows;

describe('figures from attempts [Q-48]', () => {
  it('hold times used, share correct with confidence, discrimination, option counts and time, for each version', async () => {
    const { documentId, revisionId } = await published();
    sat(revisionId, 120, (ability, at) => (ability > 0.4 ? 'a' : at % 2 ? 'b' : 'c'));
    await count();
    const { rows } = await figures(documentId);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ number: 1, times: 120, answered: 120, omitted: 0, meanSec: 30, flags: [] });
    expect(rows[0]?.difficulty.value).toBeCloseTo(0.6, 2);
    expect(rows[0]?.difficulty.low).toBeLessThan(0.6);
    expect(rows[0]?.discrimination?.value).toBeGreaterThan(0.7);
    expect(rows[0]?.options.map(({ id, count: chosen }) => [id, chosen])).toEqual([
      ['a', 72],
      ['b', 24],
      ['c', 24],
    ]);
  });

  it('put a question that works the wrong way on the list, with the option that draws the best learners', async () => {
    const { documentId, revisionId } = await published();
    sat(revisionId, 150, (ability, at) => (ability > 0.6 ? 'b' : at % 3 ? 'a' : 'c'));
    await count();
    const row = (await care()).find((one) => one.documentId === documentId);
    expect(row?.flags.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['negativeDiscrimination', 'wrongOptionDrawsBest']),
    );
    expect(row?.flags.find(({ code }) => code === 'wrongOptionDrawsBest')?.params['option']).toBe('b');
    expect((await care({ flag: 'deadOption' })).some((one) => one.documentId === documentId)).toBe(false);
  });

  it('lose what was voided: figures are counted anew, not added up', async () => {
    const { documentId, revisionId } = await published();
    const before = answers.length;
    sat(revisionId, 40, () => 'a');
    await count();
    expect((await figures(documentId)).rows[0]?.times).toBe(40);
    answers.length = before;
    await count();
    expect((await figures(documentId)).rows).toEqual([]);
  });
});

describe('flags', () => {
  it('that somebody put aside leave the list, and come back when they are taken back', async () => {
    const { documentId, revisionId } = await published();
    sat(revisionId, 150, (ability) => (ability > 0.5 ? 'a' : 'b'));
    await count();
    expect((await care()).find((one) => one.documentId === documentId)?.flags).toMatchObject([
      { code: 'deadOption', params: { option: 'c' } },
    ]);
    const put = (dismissed: boolean) =>
      kit.call(dismissCare, { as: editor, params: { documentId }, body: { flag: 'deadOption', dismissed } });
    expect((await put(true)).body).toEqual({ dismissed: ['deadOption'] });
    expect((await care()).some((one) => one.documentId === documentId)).toBe(false);
    expect((await figures(documentId)).dismissed).toEqual(['deadOption']);
    await put(false);
    expect((await care()).some((one) => one.documentId === documentId)).toBe(true);
  });

  it('are paged without gaps, worst first, and shown only to who may see the question', async () => {
    const all = await care({ pageSize: 100 });
    const first = (await kit.call<{ rows: CareRow[]; next: string }>(listCare, { as: editor, query: { pageSize: 1 } })).body;
    const second = (await kit.call<{ rows: CareRow[] }>(listCare, { as: editor, query: { pageSize: 1, cursor: first.next } }))
      .body;
    expect([first.rows[0]?.documentId, second.rows[0]?.documentId]).toEqual(all.slice(0, 2).map(({ documentId }) => documentId));
    const teacher = await kit.staff([READ, PUBLISH]);
    const documentId = all[0]?.documentId as DocumentId;
    expect((await kit.call(getFigures, { as: teacher, params: { documentId } })).status).toBe(404);
    expect((await kit.call<{ rows: CareRow[] }>(listCare, { as: teacher })).body.rows).toEqual([]);
  });

  it('of a question that is only shared are not put aside by others [Q-09]', async () => {
    const [first] = await care({ pageSize: 1 });
    const documentId = first?.documentId as DocumentId;
    const teacher = await kit.staff([READ, PUBLISH]);
    await db().run(sql`UPDATE questions_questions SET is_shared = true WHERE document_id = ${documentId}`);
    const body = { flag: first?.flags[0]?.code, dismissed: true };
    expect((await kit.call(getFigures, { as: teacher, params: { documentId } })).status).toBe(200);
    expect((await kit.call(dismissCare, { as: teacher, params: { documentId }, body })).text).toContain('read-only');
  });
});
