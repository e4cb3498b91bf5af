import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  createExamType,
  createSkill,
  createTopic,
  type ExamType,
  getQuestion,
  type HistoryEntry,
  listHistory,
  listTagging,
  publishQuestions,
  type Question,
  type Skill,
  type TaggingItem,
  type Topic,
  tagQuestion,
} from '../../../contract/index.ts';
import { make, WITHOUT_ALL } from '../bank/bank.ts';
import { uniqueName } from '../support.ts';

let kit: TestKit;
let editor: Person;
let teacher: Person;
let topic: Topic;
let examType: ExamType;
let skill: Skill;

beforeAll(async () => {
  kit = await testKit();
  [editor, teacher] = await Promise.all([kit.staff(), kit.staff(WITHOUT_ALL)]);
  topic = (await kit.call<Topic>(createTopic, { as: editor, body: { name: uniqueName('Tagging') } })).body;
  const code = uniqueName('E');
  examType = (await kit.call<ExamType>(createExamType, { as: editor, body: { code, name: code, blueprint: [] } })).body;
  skill = (await kit.call<Skill>(createSkill, { as: editor, body: { name: uniqueName('Skill') } })).body;
});

type Queue = { rows: TaggingItem[]; next: number | null; total: number | null };
const queue = async (as: Person, query: Record<string, string | number> = {}): Promise<Queue> => {
  const reply = await kit.call<Queue>(listTagging, { as, query: { topic: topic.documentId, ...query } });
  if (reply.status !== 200) throw new Error(`queue: ${reply.status} ${reply.text}`);
  return reply.body;
};
const tag = (documentId: string, body: object, as = editor) =>
  kit.call<TaggingItem>(tagQuestion, { as, params: { documentId }, body });
const read = async (documentId: string) => (await kit.call<Question>(getQuestion, { as: editor, params: { documentId } })).body;

describe('the tagging screen [Q-18]', () => {
  it('gives the questions that lack a tag, ready to read, page by page, and leaves out those that have it', async () => {
    const made = [];
    for (let at = 0; at < 3; at += 1) made.push(await make(kit, editor, topic.documentId));
    const has = await make(kit, editor, topic.documentId, { examTypes: [examType.documentId] });
    const first = await queue(editor, { pageSize: 2 });
    expect(first.total).toBe(3);
    expect(first.rows[0]).toMatchObject({
      code: made[0]?.code,
      tags: { topic: topic.documentId, examTypes: [], difficulty: 3 },
      item: { type: 'single-choice', stemHtml: expect.stringContaining('<p>') },
    });
    const second = await queue(editor, { pageSize: 2, after: first.next ?? 0 });
    expect(second).toMatchObject({ next: null, total: null });
    const found = [...first.rows, ...second.rows].map(({ documentId }) => documentId);
    expect(found).toEqual(made.map(({ documentId }) => documentId));
    expect((await queue(editor, { lacks: 'examTypes,skill' })).rows.map(({ documentId }) => documentId)).toContain(
      has.documentId,
    );
    expect((await kit.call(listTagging, { as: editor, query: { lacks: 'colour' } })).status).toBe(400);
  });

  it('gives nobody a question they may not change', async () => {
    await make(kit, editor, topic.documentId);
    expect((await queue(teacher)).rows).toEqual([]);
    const own = await make(kit, teacher, topic.documentId);
    expect((await queue(teacher)).rows.map(({ documentId }) => documentId)).toEqual([own.documentId]);
  });

  it('saves the tags that are sent and nothing else, as a draft, and says so in the history [Q-12, Q-14, Q-15, Q-16]', async () => {
    const made = await make(kit, editor, topic.documentId, { tags: ['kept'] });
    await kit.call(publishQuestions, { as: editor, body: { documentIds: [made.documentId], acceptWarnings: true } });
    const before = await read(made.documentId);
    const saved = await tag(made.documentId, {
      examTypes: [examType.documentId],
      skill: skill.documentId,
      difficulty: 10,
      ifUpdatedAt: before.updatedAt,
    });
    expect(saved.status).toBe(200);
    expect(saved.body.tags).toMatchObject({
      examTypes: [examType.documentId],
      skill: skill.documentId,
      difficulty: 10,
      tags: ['kept'],
    });
    const { stem, options, key, status, modified } = await read(made.documentId);
    expect({ stem, options, key, status }).toEqual({
      stem: before.stem,
      options: before.options,
      key: before.key,
      status: 'published',
    });
    expect(modified).toBe(true);
    const history = await kit.call<{ rows: HistoryEntry[] }>(listHistory, {
      as: editor,
      params: { documentId: made.documentId },
    });
    expect(history.body.rows[0]).toMatchObject({ verb: 'tag', by: 'Test Staff' });
    expect(history.body.rows[0]?.changes.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['examTypes', 'skill', 'difficulty']),
    );
  });

  it('refuses what does not exist with the field named, and an edit by somebody else since', async () => {
    const made = await make(kit, editor, topic.documentId);
    const unknown = await tag(made.documentId, { examTypes: ['nothere00000000000000000'] });
    expect(unknown.status).toBe(422);
    expect(unknown.text).toContain('examTypes');
    expect((await tag(made.documentId, { difficulty: 11 })).status).toBe(400);
    expect((await tag(made.documentId, { difficulty: 5 })).status).toBe(200);
    const late = await tag(made.documentId, { difficulty: 6, ifUpdatedAt: made.updatedAt });
    expect(late.status).toBe(409);
    expect(late.text).toContain('questions/changed-meanwhile');
    expect((await read(made.documentId)).difficulty).toBe(5);
  });
});
