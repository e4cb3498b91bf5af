import type { DocumentId } from '@lyceum/core/contract';
import { db, sql } from '@lyceum/core/server';
import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  createExamType,
  createQuestion,
  createSkill,
  createTopic,
  deleteExamType,
  deleteSkill,
  type ExamType,
  getQuestion,
  listExamTypes,
  mergeExamType,
  mergeSkill,
  mergeTopic,
  publishQuestions,
  type Question,
  type QuestionsPublic,
  renameTopic,
  type Skill,
  type Topic,
  updateExamType,
} from '../../../contract/index.ts';
import { sample } from '../../../domain/testing/sample.ts';
import { topicFinder } from '../../../domain/topic/find-topic.ts';
import { redirects } from '../../src/records/redirect.ts';
import { topicTree } from '../../src/services/topic-tree.ts';
import { distinctStem, uniqueName } from '../support.ts';

let kit: TestKit;
let editor: Person;

beforeAll(async () => {
  kit = await testKit();
  editor = await kit.staff();
});

/** How the admin hears a refusal. */
const refusal = (code: string, params?: object) => ({ body: { error: { details: { code, ...(params ? { params } : {}) } } } });
const topic = async (name: string, parent: string | null = null) =>
  (await kit.call<Topic>(createTopic, { as: editor, body: { name, parent } })).body;
const examType = async (code: string, blueprint: ExamType['blueprint'] = []) =>
  kit.call<ExamType>(createExamType, { as: editor, body: { code, name: code, blueprint } });
const skill = async (name: string) => (await kit.call<Skill>(createSkill, { as: editor, body: { name } })).body;

async function question(fields: Parameters<typeof sample>[0], publish = true): Promise<Question> {
  const body = { question: sample({ code: uniqueName('Q').slice(0, 40), stem: distinctStem(), ...fields }) };
  const made = (await kit.call<Question>(createQuestion, { as: editor, body })).body;
  if (publish) await kit.call(publishQuestions, { as: editor, body: { documentIds: [made.documentId] } });
  return made;
}
const read = async (documentId: string) => (await kit.call<Question>(getQuestion, { as: editor, params: { documentId } })).body;
const bank = (): QuestionsPublic => kit.strapi.plugin('questions').service('public') as QuestionsPublic;
const merge = (from: string, into: string) =>
  kit.call<{ moved: number }>(mergeTopic, { as: editor, params: { documentId: from }, body: { into } });

describe('merging topics [Q-17]', () => {
  it('moves main and further topics of all questions in one step and publishes what was published', async () => {
    const from = await topic(uniqueName('From'));
    const into = await topic(uniqueName('Into'));
    const main = await question({ topic: from.documentId });
    const further = await question({ topic: into.documentId, furtherTopics: [from.documentId] });
    const draft = await question({ topic: from.documentId }, false);
    expect((await merge(from.documentId, into.documentId)).body).toEqual({ moved: 3 });
    const [one, two, three] = [await read(main.documentId), await read(further.documentId), await read(draft.documentId)];
    expect(one).toMatchObject({ topic: into.documentId, version: 2, modified: false, status: 'published' });
    expect(two).toMatchObject({ topic: into.documentId, furtherTopics: [], version: 2, modified: false });
    expect(three).toMatchObject({ topic: into.documentId, version: 0, status: 'draft' });
    const pool = await bank().latestRevisions([main.documentId]);
    expect(pool.get(main.documentId)?.topicId).toBe(into.documentId);
  });

  it('leaves a redirect, so that names of old files and the rules of exams still lead there', async () => {
    const from = await topic(uniqueName('Old'));
    const between = await topic(uniqueName('Between'));
    const into = await topic(uniqueName('New'));
    const made = await question({ topic: from.documentId });
    await merge(from.documentId, between.documentId);
    await merge(between.documentId, into.documentId);
    const find = topicFinder(await topicTree(db()), await redirects(db(), 'topic'));
    expect(find(from.name)).toEqual({ found: into.documentId });
    expect(find(between.path.toUpperCase())).toEqual({ found: into.documentId });
    const drawn = await bank().candidates({ topic: from.documentId, difficultyMin: 1, difficultyMax: 10 });
    expect(drawn.map(({ documentId }) => documentId)).toEqual([made.documentId]);
  });

  it('takes the topics below along, and is refused whole where one has no place', async () => {
    const from = await topic(uniqueName('A'));
    const child = await topic('Shared', from.documentId);
    const into = await topic(uniqueName('B'));
    const twin = await topic('Shared', into.documentId);
    expect(await merge(from.documentId, into.documentId)).toMatchObject(refusal('questions/topic-name-taken'));
    await kit.call(renameTopic, { as: editor, params: { documentId: twin.documentId }, body: { name: 'Other' } });
    expect((await merge(from.documentId, into.documentId)).status).toBe(200);
    const tree = await topicTree(db());
    expect(tree.find(({ documentId }) => documentId === child.documentId)?.parent).toBe(into.documentId);
    expect(tree.some(({ documentId }) => documentId === from.documentId)).toBe(false);
    expect(await merge(into.documentId, child.documentId)).toMatchObject(refusal('questions/topic-inside-itself'));
    expect(await merge(into.documentId, into.documentId)).toMatchObject(refusal('questions/merge-into-itself'));
  });

  it('renaming lets the old name lead to the topic until another one takes it', async () => {
    const made = await topic(uniqueName('Before'));
    await kit.call(renameTopic, { as: editor, params: { documentId: made.documentId }, body: { name: uniqueName('After') } });
    const find = async () => topicFinder(await topicTree(db()), await redirects(db(), 'topic'))(made.name);
    expect(await find()).toEqual({ found: made.documentId });
    const other = await topic(made.name);
    expect(await find()).toEqual({ found: other.documentId });
  });
});

describe('exam types [Q-16, Q-17]', () => {
  it('hold the weight of each topic, which add up to 100', async () => {
    const [a, b] = [await topic(uniqueName('Half')), await topic(uniqueName('Other half'))];
    const line = (documentId: DocumentId, weight: number) => ({ topic: documentId, weight });
    const wrong = await examType(uniqueName('W').slice(0, 40), [line(a.documentId, 60), line(b.documentId, 30)]);
    expect(wrong.status).toBe(400);
    expect(JSON.stringify(wrong.body)).toContain('add up to 90');
    const unknown = await examType(uniqueName('U').slice(0, 40), [line('x'.repeat(24) as DocumentId, 100)]);
    expect(unknown).toMatchObject(refusal('questions/topic-not-found'));
    const right = await examType(uniqueName('R').slice(0, 40), [line(a.documentId, 33.3), line(b.documentId, 66.7)]);
    expect(right.body.blueprint).toHaveLength(2);
  });

  it('have codes of their own, whatever the case', async () => {
    const code = uniqueName('TYT').slice(0, 40);
    expect((await examType(code)).status).toBe(200);
    expect(await examType(code.toLowerCase())).toMatchObject(refusal('questions/exam-type-taken'));
  });

  it('in use are not deleted but merged, with every question and a redirect', async () => {
    const from = (await examType(uniqueName('F').slice(0, 40))).body;
    const into = (await examType(uniqueName('I').slice(0, 40))).body;
    const main = (await topic(uniqueName('T'))).documentId;
    const both = await question({ topic: main, examTypes: [from.documentId, into.documentId] });
    const one = await question({ topic: main, examTypes: [from.documentId] });
    const refused = await kit.call(deleteExamType, { as: editor, params: { documentId: from.documentId } });
    expect(refused).toMatchObject(refusal('questions/exam-type-in-use', { count: 2 }));
    const params = { documentId: from.documentId };
    const merged = await kit.call(mergeExamType, { as: editor, params, body: { into: into.documentId } });
    expect(merged.body).toEqual({ moved: 2 });
    expect((await read(both.documentId)).examTypes).toEqual([into.documentId]);
    expect(await read(one.documentId)).toMatchObject({ examTypes: [into.documentId], version: 2 });
    expect((await redirects(db(), 'exam-type')).get(from.code.toLowerCase())).toBe(into.documentId);
    const { rows } = (await kit.call<{ rows: ExamType[] }>(listExamTypes, { as: editor })).body;
    expect(rows.find(({ documentId }) => documentId === into.documentId)?.questions).toBe(2);
  });

  it('are renamed with the old code still known', async () => {
    const made = (await examType(uniqueName('OLD').slice(0, 40))).body;
    const params = { documentId: made.documentId };
    await kit.call(updateExamType, { as: editor, params, body: { code: uniqueName('NEW').slice(0, 40) } });
    expect((await redirects(db(), 'exam-type')).get(made.code.toLowerCase())).toBe(made.documentId);
  });
});

describe('skills [Q-17]', () => {
  it('in use are not deleted but merged', async () => {
    const [from, into] = [await skill(uniqueName('Reading')), await skill(uniqueName('Listening'))];
    const main = (await topic(uniqueName('T'))).documentId;
    const made = await question({ topic: main, skill: from.documentId });
    const refused = await kit.call(deleteSkill, { as: editor, params: { documentId: from.documentId } });
    expect(refused).toMatchObject(refusal('questions/skill-in-use', { count: 1 }));
    await kit.call(mergeSkill, { as: editor, params: { documentId: from.documentId }, body: { into: into.documentId } });
    expect(await read(made.documentId)).toMatchObject({ skill: into.documentId, version: 2, modified: false });
    expect((await redirects(db(), 'skill')).get(from.name.toLowerCase())).toBe(into.documentId);
    expect(await db().many(sql`SELECT 1 FROM questions_skills WHERE document_id = ${from.documentId}`)).toEqual([]);
  });
});
