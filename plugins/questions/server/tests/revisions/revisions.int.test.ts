import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  compareRevisions,
  createTopic,
  deleteTopic,
  type FieldComparison,
  getQuestion,
  type KeyImpact,
  keyImpact,
  listRevisions,
  publishQuestions,
  type Question,
  type QuestionsPublic,
  type RevisionRow,
  restoreRevision,
  type Topic,
  updateQuestion,
} from '../../../contract/index.ts';
import { sample } from '../../../domain/testing/sample.ts';
import { type Made, make, WITHOUT_ALL } from '../bank/bank.ts';
import { uniqueName } from '../support.ts';

let kit: TestKit;
let editor: Person;
let topic: Topic;
const used = new Set<string>();
let attempts = 0;

beforeAll(async () => {
  kit = await testKit();
  editor = await kit.staff();
  topic = (await kit.call<Topic>(createTopic, { as: editor, body: { name: uniqueName('Versions') } })).body;
  const bank = kit.strapi.plugin('questions').service('public') as QuestionsPublic;
  bank.registerUse('test-revisions', async (ids) =>
    ids.filter((id) => used.has(id)).map((documentId) => ({ documentId, title: 'Final exam' })),
  );
  bank.registerAttemptImpact('test-revisions', async ({ documentId }) => (used.has(documentId) ? attempts : 0));
});

const publish = (documentIds: string[], note?: string) =>
  kit.call<{ done: number }>(publishQuestions, { as: editor, body: { documentIds, acceptWarnings: true, note } });
const edit = (made: Made, fields: Record<string, unknown>) =>
  kit.call<Question>(updateQuestion, {
    as: editor,
    params: { documentId: made.documentId },
    body: {
      question: { ...sample({ topic: topic.documentId, code: made.code, stem: made.stem }), ...fields },
      acceptWarnings: true,
    },
  });
const compare = (documentId: string, left: number | string, right: number | string, as = editor) =>
  kit.call<{ left: { ref: unknown; note: string | null }; fields: FieldComparison[] }>(compareRevisions, {
    as,
    params: { documentId },
    query: { left, right },
  });
const changed = (fields: readonly FieldComparison[]) => fields.filter(({ isSame }) => !isSame).map(({ field }) => field);
const restore = (documentId: string, number: number, body: object = {}, as = editor) =>
  kit.call<Question>(restoreRevision, { as, params: { documentId, number }, body });
const impact = async (documentIds: string[], as = editor) =>
  (await kit.call<{ changes: KeyImpact[] }>(keyImpact, { as, body: { documentIds } })).body.changes;

/** Two versions and a draft that is a third one. */
async function three(): Promise<Made> {
  const made = await make(kit, editor, topic.documentId);
  await publish([made.documentId], 'First');
  await edit(made, { stem: `${made.stem} Second`, tags: ['x'] });
  await publish([made.documentId], 'Second');
  await edit(made, { stem: `${made.stem} Third`, points: 2 });
  return made;
}

describe('versions of a question [Q-42]', () => {
  it('are compared field by field, two of them or one with the draft', async () => {
    const made = await three();
    const two = (await compare(made.documentId, 1, 2)).body;
    expect([changed(two.fields), two.left]).toMatchObject([['stem', 'tags'], { ref: 1, note: 'First' }]);
    const stem = two.fields.find(({ field }) => field === 'stem');
    expect(stem?.left.filter(({ isOwn }) => isOwn)).toEqual([]);
    expect(stem?.right.filter(({ isOwn }) => isOwn).map(({ text }) => text)).toEqual([' Second']);
    expect(changed((await compare(made.documentId, 2, 'draft')).body.fields)).toEqual(['stem', 'points', 'tags']);
    expect(changed((await compare(made.documentId, 1, 1)).body.fields)).toEqual([]);
  });

  it('that do not exist are refused by name, as are bad references and foreign questions [I12]', async () => {
    const made = await make(kit, editor, topic.documentId);
    const missing = await compare(made.documentId, 1, 'draft');
    expect([missing.status, missing.text.includes('questions/revision-not-found')]).toEqual([404, true]);
    const bad = await compare(made.documentId, 'x', 'draft');
    expect([bad.status, bad.text.includes('query.left')]).toEqual([400, true]);
    const teacher = await kit.staff(WITHOUT_ALL);
    expect((await compare(made.documentId, 1, 'draft', teacher)).text).toContain('questions/question-not-found');
    expect((await restore(made.documentId, 1, {}, teacher)).status).toBe(404);
  });

  it('are restored as the draft, and published again as a new version with its note', async () => {
    const made = await three();
    const { body } = await restore(made.documentId, 1);
    expect(body).toMatchObject({ stem: made.stem, tags: [], points: 1, code: made.code, version: 2, modified: true });
    await publish([made.documentId], 'As at first');
    const { body: list } = await kit.call<{ rows: RevisionRow[] }>(listRevisions, {
      as: editor,
      params: { documentId: made.documentId },
    });
    expect(list.rows.map(({ number, note, author }) => [number, note, author])).toEqual([
      [3, 'As at first', 'Test Staff'],
      [2, 'Second', 'Test Staff'],
      [1, 'First', 'Test Staff'],
    ]);
    expect(changed((await compare(made.documentId, 1, 3)).body.fields)).toEqual([]);
  });

  it('are not restored over the change of somebody else, nor against the rules', async () => {
    const made = await three();
    const old = (await kit.call<Question>(getQuestion, { as: editor, params: { documentId: made.documentId } })).body.updatedAt;
    await edit(made, { stem: `${made.stem} Fourth` });
    expect((await restore(made.documentId, 1, { ifUpdatedAt: old })).status).toBe(409);

    const gone = (await kit.call<Topic>(createTopic, { as: editor, body: { name: uniqueName('Gone') } })).body;
    await edit(made, { topic: gone.documentId });
    await publish([made.documentId]);
    await edit(made, {});
    await publish([made.documentId]);
    await kit.call(deleteTopic, { as: editor, params: { documentId: gone.documentId } });
    const refused = await restore(made.documentId, 3);
    expect([refused.status, refused.text.includes('body.question.topic')]).toEqual([422, true]);
  });
});

describe('a new key of a used question [Q-42]', () => {
  async function withNewKey() {
    const made = await make(kit, editor, topic.documentId);
    await publish([made.documentId]);
    await edit(made, { key: { correct: ['b'] } });
    return made;
  }

  it('is published with a reason only, after the number of attempts it changes was shown', async () => {
    const made = await withNewKey();
    used.add(made.documentId);
    attempts = 7;
    expect(await impact([made.documentId])).toEqual([
      { documentId: made.documentId, code: made.code, attempts: 7, uses: ['Final exam'] },
    ]);
    const refused = await publish([made.documentId]);
    expect(refused.status).toBe(409);
    for (const part of ['questions/reason-needed', made.code, '7']) expect(refused.text).toContain(part);
    expect((await publish([made.documentId], '  ')).status).toBe(409);
    expect((await publish([made.documentId], 'The key was wrong')).body.done).toBe(1);
    expect(await impact([made.documentId])).toEqual([]);
  });

  it('stops a publish of many as well, and nothing of it is published', async () => {
    const [made, other] = [await withNewKey(), await make(kit, editor, topic.documentId)];
    used.add(made.documentId);
    expect((await publish([other.documentId, made.documentId])).status).toBe(409);
    const { body } = await kit.call<Question>(getQuestion, { as: editor, params: { documentId: other.documentId } });
    expect(body.status).toBe('draft');
    expect((await publish([other.documentId, made.documentId], 'Both')).body.done).toBe(2);
  });

  it('needs no reason while nobody uses the question, or when the key stays', async () => {
    const unused = await withNewKey();
    expect((await publish([unused.documentId])).body.done).toBe(1);
    const same = await make(kit, editor, topic.documentId);
    used.add(same.documentId);
    await publish([same.documentId]);
    await edit(same, { points: 5 });
    expect((await publish([same.documentId])).body.done).toBe(1);
  });

  it('is told to nobody who may not see the question', async () => {
    const made = await withNewKey();
    used.add(made.documentId);
    expect(await impact([made.documentId], await kit.staff(WITHOUT_ALL))).toEqual([]);
  });
});
