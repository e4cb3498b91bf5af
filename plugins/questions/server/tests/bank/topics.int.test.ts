import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  createQuestion,
  createTopic,
  deleteTopic,
  listTopics,
  moveTopic,
  type QuestionsPublic,
  renameTopic,
  type Topic,
} from '../../../contract/index.ts';
import { sample } from '../../../domain/testing/sample.ts';
import { uniqueName } from '../support.ts';

let kit: TestKit;
let editor: Person;

beforeAll(async () => {
  kit = await testKit();
  editor = await kit.staff();
});

const make = async (name: string, parent: string | null = null) =>
  kit.call<Topic>(createTopic, { as: editor, body: { name, parent } });
const move = (documentId: string, parent: string | null, order = 0) =>
  kit.call<{ rows: Topic[] }>(moveTopic, { as: editor, params: { documentId }, body: { parent, order } });

describe('the topic tree [Q-14]', () => {
  it('grows to three levels and no deeper', async () => {
    const subject = (await make(uniqueName('Subject'))).body;
    const topic = (await make('Topic', subject.documentId)).body;
    const sub = (await make('Subtopic', topic.documentId)).body;
    expect(sub).toMatchObject({ depth: 2, path: `${subject.name} / Topic / Subtopic`, slug: 'subtopic' });
    expect((await make('Deeper', sub.documentId)).status).toBe(409);
    expect((await make('TOPIC', subject.documentId)).status).toBe(409);
    expect((await make('X', 'a'.repeat(24))).status).toBe(404);
  });

  it('has no two siblings of a name, also when both come at once', async () => {
    const name = uniqueName('Race');
    const replies = await Promise.all([make(name), make(name), make(name)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it('is reordered and moved, never below itself', async () => {
    const subject = (await make(uniqueName('Order'))).body;
    const [a, b, c] = [
      (await make('A', subject.documentId)).body,
      (await make('B', subject.documentId)).body,
      (await make('C', subject.documentId)).body,
    ];
    const rows = (await move(c.documentId, subject.documentId, 0)).body.rows.filter(
      ({ parent }) => parent === subject.documentId,
    );
    expect(rows.map(({ name }) => name)).toEqual(['C', 'A', 'B']);
    const moved = (await move(b.documentId, a.documentId)).body.rows.find(({ documentId }) => documentId === b.documentId);
    expect(moved?.path).toBe(`${subject.name} / A / B`);
    expect((await move(subject.documentId, b.documentId)).status).toBe(409);
    expect((await move(a.documentId, a.documentId)).status).toBe(409);
  });

  it('raises the version of the pool and shows new names at once', async () => {
    const bank = kit.strapi.plugin('questions').service('public') as QuestionsPublic;
    const topic = (await make(uniqueName('Old'))).body;
    const version = await bank.poolVersion();
    const name = uniqueName('New');
    const renamed = await kit.call<Topic>(renameTopic, {
      as: editor,
      params: { documentId: topic.documentId },
      body: { name, code: 'N1' },
    });
    expect(renamed.body).toMatchObject({ name, code: 'N1' });
    expect(await bank.poolVersion()).toBeGreaterThan(version);
    expect((await bank.topics()).find(({ documentId }) => documentId === topic.documentId)).toMatchObject({ name });
  });

  it('loses a topic only when it holds nothing', async () => {
    const subject = (await make(uniqueName('Full'))).body;
    const topic = (await make('Inside', subject.documentId)).body;
    const remove = (documentId: string) => kit.call(deleteTopic, { as: editor, params: { documentId } });
    expect((await remove(subject.documentId)).status).toBe(409);
    await kit.call(createQuestion, {
      as: editor,
      headers: { 'idempotency-key': uniqueName('key') },
      body: { question: sample({ topic: topic.documentId, code: uniqueName('q'), stem: `What is ${uniqueName('it')}?` }) },
    });
    expect((await remove(topic.documentId)).status).toBe(409);
    const { rows } = (await kit.call<{ rows: Topic[] }>(listTopics, { as: editor })).body;
    expect(rows.find(({ documentId }) => documentId === topic.documentId)).toMatchObject({ questions: 1, published: 0 });
    const empty = (await make(uniqueName('Empty'))).body;
    expect((await remove(empty.documentId)).status).toBe(200);
    expect((await remove(empty.documentId)).status).toBe(404);
  });
});
