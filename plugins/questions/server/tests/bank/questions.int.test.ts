import { db, relayAll, sql } from '@lyceum/core/server';
import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  archiveQuestions,
  createQuestion,
  createTopic,
  deleteQuestion,
  getQuestion,
  listQuestions,
  listRevisions,
  publishQuestions,
  type Question,
  type QuestionsPublic,
  type Topic,
  updateQuestion,
} from '../../../contract/index.ts';
import { sample } from '../../../domain/testing/sample.ts';
import { uniqueName } from '../support.ts';

let kit: TestKit;
let editor: Person;
let topic: Topic;
let bank: QuestionsPublic;

beforeAll(async () => {
  kit = await testKit();
  editor = await kit.staff();
  topic = (await kit.call<Topic>(createTopic, { as: editor, body: { name: uniqueName('Bank') } })).body;
  bank = kit.strapi.plugin('questions').service('public') as QuestionsPublic;
});

const input = (fields: Record<string, unknown> = {}) => ({
  ...sample({ topic: topic.documentId, code: uniqueName('q'), stem: `What is ${uniqueName('it')}?` }),
  ...fields,
});
const create = (fields: Record<string, unknown> = {}, as = editor, key = uniqueName('key')) =>
  kit.call<Question & { error?: { details: { code: string; errors: { path: string }[] } } }>(createQuestion, {
    as,
    headers: { 'idempotency-key': key },
    body: { question: input(fields) },
  });
const publish = (...documentIds: string[]) =>
  kit.call<{ done: number; unchanged: number; failed: unknown[] }>(publishQuestions, { as: editor, body: { documentIds } });
const pooled = async (documentId: string) =>
  (await bank.latestRevisions([documentId as Question['documentId']])).get(documentId as Question['documentId']);

describe('a question in the bank [Q-01, Q-03]', () => {
  it('is written as a draft that nobody can draw', async () => {
    const { status, body } = await create({ tags: ['a'], hints: ['h'] });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'draft',
      version: 0,
      modified: false,
      topicPath: topic.path,
      tags: ['a'],
      messages: [],
    });
    expect(await pooled(body.documentId)).toBeUndefined();
  });

  it('is made once when the button is pressed twice', async () => {
    const key = uniqueName('twice');
    const body = { question: input() };
    const call = () => kit.call<Question>(createQuestion, { as: editor, headers: { 'idempotency-key': key }, body });
    const [first, second] = [await call(), await call()];
    expect(second.body.documentId).toBe(first.body.documentId);
  });

  it('is refused with every wrong field named [Q-37]', async () => {
    const { status, text } = await create({ stem: ' ', difficulty: 11, points: -1, key: { correct: ['j'] } });
    expect(status).toBe(422);
    for (const field of ['stem', 'difficulty', 'points', 'key']) expect(text).toContain(`body.question.${field}`);
    expect(text).toContain('questions/invalid-question');
  });

  it('refuses unknown fields by name, also those that would set what is not its to set [X-19, A2]', async () => {
    const { status, text } = await create({ status: 'published', sourceBatch: 'x' });
    expect(status).toBe(400);
    expect(text).toContain('body.question.status');
  });

  it('keeps its code for itself, also when two take it at once', async () => {
    const code = uniqueName('same');
    const replies = await Promise.all([create({ code }), create({ code }), create({ code })]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it('becomes a revision when it is published, and the same content never a second one [Q-42]', async () => {
    const { body: made } = await create();
    expect((await publish(made.documentId)).body).toEqual({ done: 1, unchanged: 0, failed: [] });
    expect((await publish(made.documentId)).body).toEqual({ done: 0, unchanged: 1, failed: [] });
    const item = await pooled(made.documentId);
    expect(item).toMatchObject({ topicId: topic.documentId, difficulty: 3 });
    const [revision] = await bank.revisions([item?.revisionId ?? 0]);
    expect(revision).toMatchObject({
      number: 1,
      code: made.code,
      content: { type: 'single-choice', stem: made.stem },
      key: made.key,
      topicName: topic.name,
      points: 1,
    });
    expect(revision?.content).not.toHaveProperty('key');
  });

  it('stays as published while its draft is edited, until the next publish', async () => {
    const { body: made } = await create();
    await publish(made.documentId);
    const before = await pooled(made.documentId);
    const edited = await kit.call<Question>(updateQuestion, {
      as: editor,
      params: { documentId: made.documentId },
      body: { question: input({ code: made.code, stem: 'Changed?' }) },
    });
    expect(edited.body).toMatchObject({ modified: true, version: 1, stem: 'Changed?' });
    expect(await pooled(made.documentId)).toEqual(before);
    await publish(made.documentId);
    expect((await pooled(made.documentId))?.revisionId).toBeGreaterThan(before?.revisionId ?? 0);
    const { body } = await kit.call<{ rows: { number: number; changed: string[] }[] }>(listRevisions, {
      as: editor,
      params: { documentId: made.documentId },
    });
    expect(body.rows.map(({ number, changed }) => [number, changed])).toEqual([
      [2, ['stem']],
      [1, []],
    ]);
  });

  it('cannot be saved over the change of somebody else', async () => {
    const { body: made } = await create();
    const save = (stem: string) =>
      kit.call(updateQuestion, {
        as: editor,
        params: { documentId: made.documentId },
        body: { question: input({ code: made.code, stem }), ifUpdatedAt: made.updatedAt },
      });
    expect((await save('Mine')).status).toBe(200);
    expect((await save('Yours')).status).toBe(409);
  });

  it('keeps every revision unchanged, whoever tries', async () => {
    const { body: made } = await create();
    await publish(made.documentId);
    await expect(
      db().run(sql`UPDATE activity.questions_revisions SET note = 'x' WHERE document_id = ${made.documentId}`),
    ).rejects.toThrow('immutable');
    await expect(db().run(sql`DELETE FROM activity.questions_revisions WHERE document_id = ${made.documentId}`)).rejects.toThrow(
      'immutable',
    );
  });

  it('leaves the pool when it is archived, and its revision stays readable', async () => {
    const { body: made } = await create();
    await publish(made.documentId);
    const item = await pooled(made.documentId);
    const version = await bank.poolVersion();
    const reply = await kit.call<{ done: number }>(archiveQuestions, { as: editor, body: { documentIds: [made.documentId] } });
    expect(reply.body.done).toBe(1);
    expect(await bank.poolVersion()).toBeGreaterThan(version);
    expect(await pooled(made.documentId)).toBeUndefined();
    expect(await bank.revisions([item?.revisionId ?? 0])).toHaveLength(1);
    const list = await kit.call<{ rows: { documentId: string }[] }>(listQuestions, { as: editor, query: { search: made.code } });
    expect(list.body.rows).toEqual([]);
  });

  it('is not deleted while somebody uses it [Q-07]', async () => {
    const { body: made } = await create();
    const uses = new Set([made.documentId]);
    bank.registerUse('test', async (ids) =>
      ids.filter((id) => uses.has(id)).map((documentId) => ({ documentId, title: 'Final exam' })),
    );
    const remove = () => kit.call(deleteQuestion, { as: editor, params: { documentId: made.documentId } });
    const refused = await remove();
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Final exam');
    uses.clear();
    expect((await remove()).status).toBe(200);
    expect((await kit.call(getQuestion, { as: editor, params: { documentId: made.documentId } })).status).toBe(404);
    expect((await remove()).status).toBe(404);
  });

  it('with a warning passes only with a tick', async () => {
    const [file] = await db().many<{ url: string }>(sql`
      INSERT INTO files (document_id, name, hash, ext, mime, size, url, provider, created_at, updated_at, published_at)
      VALUES (${uniqueName('file')}, 'x.png', 'x', '.png', 'image/png', 1, ${`/uploads/${uniqueName('x')}.png`}, 'local', now(), now(), now()) RETURNING url`);
    const question = input({ stem: `![](${file?.url})` });
    const send = (acceptWarnings: boolean) =>
      kit.call(createQuestion, {
        as: editor,
        headers: { 'idempotency-key': uniqueName('warn') },
        body: { question, acceptWarnings },
      });
    expect((await send(false)).text).toContain('questions/warnings-not-accepted');
    expect((await send(true)).status).toBe(200);
  });

  it('announces a publish once it is committed, and only then', async () => {
    await relayAll();
    const { body: made } = await create();
    await publish(made.documentId);
    const events = await db().many<{ payload: { documentIds: string[] } }>(sql`
      SELECT payload FROM activity.core_events WHERE type = 'questions.questionsPublished' AND payload->'documentIds' ? ${made.documentId}`);
    expect(events).toHaveLength(1);
  });
});
