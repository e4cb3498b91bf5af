import { db, relayAll, sql } from '@lyceum/core/server';
import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  createTopic,
  type DuplicatePair,
  decideDuplicate,
  duplicatesOf,
  getQuestion,
  type MergePlan,
  mergeDuplicate,
  type PairSide,
  planMerge,
  type Question,
  type QuestionsPublic,
  type Topic,
  undoDecision,
  undoMerge,
  updateQuestion,
} from '../../../contract/index.ts';
import { sample } from '../../../domain/testing/sample.ts';
import { redirectedCodes } from '../../src/records/code-redirect.ts';
import { WITHOUT_ALL } from '../bank/bank.ts';
import { uniqueName } from '../support.ts';
import { pairOf, twoAlike } from './pairs.ts';

let kit: TestKit;
let editor: Person;
let topic: Topic;
let second: Topic;
let bank: QuestionsPublic;
const used = new Set<string>();

beforeAll(async () => {
  kit = await testKit();
  editor = await kit.staff();
  const newTopic = async () => (await kit.call<Topic>(createTopic, { as: editor, body: { name: uniqueName('Merge') } })).body;
  [topic, second] = [await newTopic(), await newTopic()];
  bank = kit.strapi.plugin('questions').service('public') as QuestionsPublic;
  bank.registerUse('test-merge', async (ids) =>
    ids.filter((id) => used.has(id)).map((documentId) => ({ documentId, title: 'Final exam' })),
  );
});

type Fields = Parameters<typeof twoAlike>[3];
async function ready(fields: Fields = { publish: true }) {
  const { a, b } = await twoAlike(kit, editor, topic.documentId, fields);
  return { a, b, pair: await pairOf(kit, editor, a.documentId, b.documentId) };
}
const merge = (pair: DuplicatePair, keep: string, as = editor) =>
  kit.call<DuplicatePair>(mergeDuplicate, { as, params: { id: pair.id }, body: { keep } });
const back = (pair: DuplicatePair, as = editor) => kit.call<DuplicatePair>(undoMerge, { as, params: { id: pair.id } });
const read = async (documentId: string) => (await kit.call<Question>(getQuestion, { as: editor, params: { documentId } })).body;
const inPool = async (documentId: Question['documentId']) => (await bank.latestRevisions([documentId])).has(documentId);

describe('a merge of two questions [Q-40]', () => {
  it('keeps one with the tags and topics of both and archives the other, whose code leads to the kept one', async () => {
    const { a, b, pair } = await ready({
      publish: true,
      a: { tags: ['one'] },
      b: { tags: ['one', 'two'], topic: second.documentId },
    });
    const plan = await kit.call<MergePlan>(planMerge, { as: editor, params: { id: pair.id }, query: { keep: a.documentId } });
    expect(plan.body).toMatchObject({
      kept: { code: a.code },
      merged: { code: b.code },
      tags: ['two'],
      furtherTopics: [second.path],
      uses: [],
      canBeUndone: true,
    });
    expect((await merge(pair, a.documentId)).body).toMatchObject({ decision: 'merged', decidedBy: 'Test Staff' });
    const kept = await read(a.documentId);
    expect(kept).toMatchObject({
      tags: ['one', 'two'],
      furtherTopics: [second.documentId],
      status: 'published',
      modified: false,
      version: 2,
    });
    expect((await read(b.documentId)).status).toBe('archived');
    expect([await inPool(a.documentId), await inPool(b.documentId)]).toEqual([true, false]);
    expect(await redirectedCodes(db(), [b.code])).toEqual(new Map([[b.code, a.documentId]]));
    const of = await kit.call<{ mergedInto: PairSide | null }>(duplicatesOf, {
      as: editor,
      params: { documentId: b.documentId },
    });
    expect(of.body.mergedInto).toMatchObject({ code: a.code });
  });

  it('hands variants and translations over', async () => {
    const { a, b, pair } = await ready();
    const third = await twoAlike(kit, editor, topic.documentId);
    const enemy = await pairOf(kit, editor, b.documentId, third.a.documentId);
    await kit.call(decideDuplicate, { as: editor, params: { id: enemy.id }, body: { decision: 'variants' } });
    await db().run(
      sql`UPDATE questions_questions SET translation_of = ${b.documentId}, language = 'tr' WHERE document_id = ${third.b.documentId}`,
    );
    await merge(pair, a.documentId);
    expect(await bank.enemies([a.documentId, third.a.documentId])).toHaveLength(1);
    const translated = () =>
      db().one<{ of: string }>(
        sql`SELECT DISTINCT translation_of AS of FROM questions_questions WHERE document_id = ${third.b.documentId}`,
      );
    expect(await translated()).toEqual({ of: a.documentId });
    expect((await back(pair)).status).toBe(200);
    expect(await bank.enemies([a.documentId, third.a.documentId])).toEqual([]);
    expect(await translated()).toEqual({ of: b.documentId });
  });

  it('leaves a suspected pair waiting again when it is taken back [Q-40]', async () => {
    const { a, b, pair } = await ready();
    const third = await twoAlike(kit, editor, topic.documentId);
    const enemy = await pairOf(kit, editor, b.documentId, third.a.documentId);
    await kit.call(decideDuplicate, { as: editor, params: { id: enemy.id }, body: { decision: 'variants' } });
    const waiting = await pairOf(kit, editor, a.documentId, third.a.documentId);
    await merge(pair, a.documentId);
    expect(await bank.enemies([a.documentId, third.a.documentId])).toHaveLength(1);
    expect((await back(pair)).status).toBe(200);
    const now = () =>
      db().many<{ decision: string | null }>(sql`SELECT decision FROM activity.questions_duplicates WHERE id = ${waiting.id}`);
    expect(await now()).toEqual([{ decision: null }]);
  });

  it('names the kept one to nobody who may not see it [Q-09]', async () => {
    const { a, b, pair } = await ready();
    await merge(pair, a.documentId);
    const teacher = await kit.staff(WITHOUT_ALL);
    await db().run(sql`UPDATE questions_questions SET owner_id = ${teacher.id} WHERE document_id = ${b.documentId}`);
    const told = async () =>
      (await kit.call<{ mergedInto: PairSide | null }>(duplicatesOf, { as: teacher, params: { documentId: b.documentId } })).body
        .mergedInto;
    expect(await told()).toBeNull();
    await db().run(sql`UPDATE questions_questions SET is_shared = true WHERE document_id = ${a.documentId}`);
    expect(await told()).toMatchObject({ code: a.code });
  });

  it('is told to whoever uses the other one, once it is committed', async () => {
    await relayAll();
    const { a, b, pair } = await ready();
    await merge(pair, a.documentId);
    const events = await db().many(sql`
      SELECT payload FROM activity.core_events WHERE type = 'questions.questionMerged' AND payload->>'merged' = ${b.documentId}`);
    expect(events).toEqual([{ payload: { kept: a.documentId, merged: b.documentId } }]);
  });

  it('happens once when two editors merge at the same time, each keeping another one', async () => {
    const { a, b, pair } = await ready();
    const other = await kit.staff();
    const replies = await Promise.all([merge(pair, a.documentId), merge(pair, b.documentId, other)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    const pooled = [await inPool(a.documentId), await inPool(b.documentId)];
    expect(pooled.filter(Boolean)).toHaveLength(1);
  });

  it('is one transaction: when a part of it fails, nothing of it has happened', async () => {
    const { a, b, pair } = await ready({ publish: true, b: { tags: ['lost'] } });
    await db().run(
      sql.raw(`
      CREATE FUNCTION pg_temp_fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken on purpose'; END $$;
      CREATE TRIGGER fail BEFORE INSERT ON activity.questions_code_redirects FOR EACH ROW EXECUTE FUNCTION pg_temp_fail()`),
    );
    try {
      expect((await merge(pair, a.documentId)).status).toBe(500);
    } finally {
      await db().run(sql.raw('DROP TRIGGER fail ON activity.questions_code_redirects; DROP FUNCTION pg_temp_fail()'));
    }
    expect([(await read(a.documentId)).tags, (await read(b.documentId)).status]).toEqual([[], 'published']);
    expect((await merge(pair, a.documentId)).status).toBe(200);
  });

  it('is refused for a third question, an archived one, a decided pair, and without the right to publish', async () => {
    const { a, b, pair } = await ready();
    expect((await merge(pair, 'z'.repeat(24))).status).toBe(404);
    const writer = await kit.staff(WITHOUT_ALL.filter((right) => !right.endsWith('publish')));
    expect((await merge(pair, a.documentId, writer)).status).toBe(403);
    await kit.call(decideDuplicate, { as: editor, params: { id: pair.id }, body: { decision: 'keep' } });
    expect((await merge(pair, a.documentId)).text).toContain('questions/duplicate-decided');
    await kit.call(undoDecision, { as: editor, params: { id: pair.id } });
    await db().run(sql`UPDATE questions_questions SET state = 'archived' WHERE document_id = ${b.documentId}`);
    expect((await merge(pair, a.documentId)).text).toContain('questions/merge-archived');
  });
});

describe('the undo of a merge [Q-40]', () => {
  it('gives both questions back as they were', async () => {
    const { a, b, pair } = await ready({ publish: true, a: { tags: ['one'] }, b: { tags: ['two'] } });
    await merge(pair, a.documentId);
    expect((await kit.call(undoDecision, { as: editor, params: { id: pair.id } })).status).toBe(409);
    expect((await back(pair)).body).toMatchObject({ decision: null });
    expect([(await read(a.documentId)).tags, (await read(b.documentId)).tags]).toEqual([['one'], ['two']]);
    expect(await read(b.documentId)).toMatchObject({ status: 'published', modified: false, version: 1 });
    expect([await inPool(a.documentId), await inPool(b.documentId)]).toEqual([true, true]);
    expect(await redirectedCodes(db(), [b.code])).toEqual(new Map());
    expect((await back(pair)).status).toBe(409);
  });

  it('is refused when the other one was used, and the plan said so before', async () => {
    const { a, b, pair } = await ready();
    used.add(b.documentId);
    const plan = await kit.call<MergePlan>(planMerge, { as: editor, params: { id: pair.id }, query: { keep: a.documentId } });
    expect(plan.body).toMatchObject({ uses: ['Final exam'], canBeUndone: false });
    await merge(pair, a.documentId);
    used.clear();
    const refused = await back(pair);
    expect([refused.status, refused.text.includes('questions/merge-not-undone'), refused.text.includes('used')]).toEqual([
      409,
      true,
      true,
    ]);
  });

  it('is refused when the kept one was changed since', async () => {
    const { a, pair } = await ready();
    await merge(pair, a.documentId);
    const edited = await kit.call(updateQuestion, {
      as: editor,
      params: { documentId: a.documentId },
      body: { question: sample({ topic: topic.documentId, code: a.code, stem: uniqueName('Rewritten') }), acceptWarnings: true },
    });
    expect(edited.status).toBe(200);
    const refused = await back(pair);
    expect([refused.status, refused.text.includes('changed')]).toEqual([409, true]);
  });
});
