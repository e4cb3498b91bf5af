import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { createInstitute, type Institute, setInstituteOfStaff } from '@lyceum/platform/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  archiveQuestions,
  changeSet,
  copySet,
  countSet,
  createSet,
  createShareLink,
  createTopic,
  deleteSet,
  getSet,
  listSets,
  mergeDuplicate,
  mergeTopic,
  publishQuestions,
  type QuestionSet,
  type SetMember,
  type Topic,
  undoMerge,
} from '../../../contract/index.ts';
import { make, WITHOUT_ALL } from '../bank/bank.ts';
import { pairOf, twoAlike } from '../duplicates/pairs.ts';
import { uniqueName } from '../support.ts';

let kit: TestKit;
let editor: Person;
let teacher: Person;
let colleague: Person;
let stranger: Person;
let topic: Topic;

const newTopic = async (parent?: string) =>
  (await kit.call<Topic>(createTopic, { as: editor, body: { name: uniqueName('Set'), ...(parent ? { parent } : {}) } })).body;

beforeAll(async () => {
  kit = await testKit();
  [editor, teacher, colleague, stranger] = await Promise.all([
    kit.staff(),
    kit.staff(WITHOUT_ALL),
    kit.staff(WITHOUT_ALL),
    kit.staff(WITHOUT_ALL),
  ]);
  topic = await newTopic();
  const institute = (await kit.call<Institute>(createInstitute, { as: editor, body: { name: uniqueName('Institute') } })).body;
  for (const { id } of [teacher, colleague])
    await kit.call(setInstituteOfStaff, { as: editor, params: { staffId: id }, body: { instituteId: institute.id } });
});

const publish = (...documentIds: string[]) =>
  kit.call(publishQuestions, { as: editor, body: { documentIds, acceptWarnings: true } });
const rule = (fields: object) => ({ kind: 'rule', rule: { topic: topic.documentId, count: 3, ...fields } });
const fixed = (...documentIds: string[]) => ({ kind: 'fixed', documentIds });
const create = async (content: object, as = editor): Promise<QuestionSet> => {
  const reply = await kit.call<QuestionSet>(createSet, { as, body: { name: uniqueName('Set'), content } });
  if (reply.status !== 200) throw new Error(`set: ${reply.status} ${reply.text}`);
  return reply.body;
};
type Whole = QuestionSet & { members: SetMember[] };
const read = (id: string, as = editor) => kit.call<Whole>(getSet, { as, params: { id } });
const codes = async (id: string) => (await read(id)).body.members.map(({ code }) => code);

describe('a fixed set [Q-08]', () => {
  it('keeps its order, and says how many of its questions are published now', async () => {
    const [a, b, c] = [
      await make(kit, editor, topic.documentId),
      await make(kit, editor, topic.documentId),
      await make(kit, editor, topic.documentId),
    ];
    await publish(a.documentId, b.documentId);
    const set = await create(fixed(c.documentId, a.documentId, b.documentId));
    expect(set).toMatchObject({ asked: 3, published: 2 });
    expect(await codes(set.id)).toEqual([c.code, a.code, b.code]);
    const turned = { name: 'Turned', content: fixed(b.documentId, c.documentId), ifUpdatedAt: set.updatedAt };
    const change = await kit.call<QuestionSet>(changeSet, { as: editor, params: { id: set.id }, body: turned });
    expect(change.body).toMatchObject({ name: 'Turned', asked: 2, published: 1 });
    expect(await codes(set.id)).toEqual([b.code, c.code]);
    const late = await kit.call(changeSet, { as: editor, params: { id: set.id }, body: turned });
    expect(late.text).toContain('questions/changed-meanwhile');
    await kit.call(archiveQuestions, { as: editor, body: { documentIds: [b.documentId] } });
    expect((await read(set.id)).body.published).toBe(0);
  });

  it('refuses questions one does not see, and one named twice', async () => {
    const foreign = await make(kit, editor, topic.documentId);
    const body = { name: 'Set', content: fixed(foreign.documentId) };
    const refused = await kit.call(createSet, { as: teacher, body });
    expect(refused.status).toBe(404);
    expect(refused.text).toContain('documentIds.0');
    const twice = { name: 'Set', content: fixed(foreign.documentId, foreign.documentId) };
    expect((await kit.call(createSet, { as: editor, body: twice })).status).toBe(400);
  });

  it('follows when one of its questions is merged into another, and back again [Q-40]', async () => {
    const { a, b } = await twoAlike(kit, editor, topic.documentId, { publish: true });
    const pair = await pairOf(kit, editor, a.documentId, b.documentId);
    const other = await make(kit, editor, topic.documentId);
    const set = await create(fixed(other.documentId, b.documentId));
    const both = await create(fixed(b.documentId, a.documentId));
    const merged = await kit.call(mergeDuplicate, { as: editor, params: { id: pair.id }, body: { keep: a.documentId } });
    expect(merged.status).toBe(200);
    expect(await codes(set.id)).toEqual([other.code, a.code]);
    expect(await codes(both.id)).toEqual([a.code]);
    expect((await kit.call(undoMerge, { as: editor, params: { id: pair.id } })).status).toBe(200);
    expect(await codes(set.id)).toEqual([other.code, b.code]);
    expect(await codes(both.id)).toEqual([b.code, a.code]);
  });

  it('can be shared for review as a whole [Q-46]', async () => {
    const [a, b] = [await make(kit, editor, topic.documentId), await make(kit, editor, topic.documentId)];
    const set = await create(fixed(a.documentId, b.documentId));
    const documentIds = (await read(set.id)).body.members.map(({ documentId }) => documentId);
    const link = await kit.call<{ link: { questionCount: number } }>(createShareLink, { as: editor, body: { documentIds } });
    expect(link.body.link.questionCount).toBe(2);
  });
});

describe('a set by rule [Q-08]', () => {
  it('finds published questions by topic with what is below, words, and difficulty, and tells when they are too few', async () => {
    const subject = await newTopic();
    const below = await newTopic(subject.documentId);
    const word = uniqueName('word');
    const at = (fields: Record<string, unknown>) => make(kit, editor, below.documentId, fields);
    const made = [
      await at({ difficulty: 2, tags: [word] }),
      await at({ difficulty: 5, tags: [word] }),
      await at({ difficulty: 9 }),
    ];
    const draft = await at({ difficulty: 5, tags: [word] });
    await publish(...made.map(({ documentId }) => documentId));
    const find = async (fields: object) =>
      (await kit.call<Whole>(countSet, { as: editor, body: { content: rule({ topic: subject.documentId, ...fields }) } })).body;
    expect(await find({})).toMatchObject({ asked: 3, published: 3 });
    const found = await find({ tags: [word], difficultyMax: 4 });
    expect(found).toMatchObject({ asked: 3, published: 1 });
    expect(found.members.map(({ code }) => code)).toEqual([made[0]?.code]);
    const set = await create(rule({ topic: subject.documentId, tags: [word] }));
    expect(set).toMatchObject({ asked: 3, published: 2 });
    await publish(draft.documentId);
    expect((await read(set.id)).body.published).toBe(3);
  });

  it('goes on finding them when its topic is merged into another [Q-17]', async () => {
    const [from, into] = [await newTopic(), await newTopic()];
    const made = await make(kit, editor, from.documentId);
    await publish(made.documentId);
    const set = await create(rule({ topic: from.documentId, count: 1 }));
    const params = { documentId: from.documentId };
    expect((await kit.call(mergeTopic, { as: editor, params, body: { into: into.documentId } })).status).toBe(200);
    expect((await read(set.id)).body).toMatchObject({ published: 1, content: { rule: { topic: into.documentId } } });
  });

  it('refuses a range that is turned round and names that do not exist, with the field', async () => {
    const turned = await kit.call(createSet, {
      as: editor,
      body: { name: 'Set', content: rule({ difficultyMin: 7, difficultyMax: 3 }) },
    });
    expect(turned.status).toBe(400);
    expect(turned.text).toContain('difficultyMax');
    const unknown = await kit.call(createSet, {
      as: editor,
      body: { name: 'Set', content: rule({ topic: 'nothere00000000000000000' }) },
    });
    expect(unknown.status).toBe(404);
    expect(unknown.text).toContain('rule.topic');
  });
});

describe('who works with a set [Q-08, Q-09]', () => {
  it('belongs to whoever made it and the institute; to others it is not there', async () => {
    const own = await make(kit, teacher, topic.documentId);
    const set = await create(fixed(own.documentId), teacher);
    const names = async (as: Person) =>
      (await kit.call<{ rows: QuestionSet[] }>(listSets, { as, query: { search: set.name } })).body.rows.map(({ id }) => id);
    for (const as of [teacher, colleague, editor]) expect(await names(as)).toEqual([set.id]);
    expect(await names(stranger)).toEqual([]);
    expect((await read(set.id, stranger)).status).toBe(404);
    const body = { name: 'Mine', content: fixed() };
    expect((await kit.call(changeSet, { as: stranger, params: { id: set.id }, body })).status).toBe(404);
    expect((await kit.call(deleteSet, { as: stranger, params: { id: set.id } })).status).toBe(404);
    expect((await kit.call(copySet, { as: stranger, params: { id: set.id }, body: { name: 'Mine' } })).status).toBe(404);
  });

  it('is copied under another name and deleted without its questions', async () => {
    const made = await make(kit, editor, topic.documentId);
    const set = await create(fixed(made.documentId));
    const copy = await kit.call<QuestionSet>(copySet, { as: editor, params: { id: set.id }, body: { name: 'Second' } });
    expect(copy.body).toMatchObject({ name: 'Second', content: set.content });
    expect((await kit.call(deleteSet, { as: editor, params: { id: set.id } })).status).toBe(200);
    expect((await read(set.id)).status).toBe(404);
    expect(await codes(copy.body.id)).toEqual([made.code]);
  });
});
