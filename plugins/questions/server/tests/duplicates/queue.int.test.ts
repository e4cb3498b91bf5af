import { db, sql } from '@lyceum/core/server';
import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  archiveQuestions,
  createTopic,
  type DuplicatePair,
  type DuplicateScan,
  decideDuplicate,
  deleteQuestion,
  duplicatesOf,
  type FieldComparison,
  getDuplicate,
  getScan,
  listDuplicates,
  type QuestionsPublic,
  type Topic,
  undoDecision,
} from '../../../contract/index.ts';
import { make, WITHOUT_ALL } from '../bank/bank.ts';
import { emptyBank, uniqueName } from '../support.ts';
import { pairOf, scan, twoAlike, words } from './pairs.ts';

let kit: TestKit;
let editor: Person;
let topic: Topic;
let bank: QuestionsPublic;

beforeAll(async () => {
  kit = await testKit();
  editor = await kit.staff();
  await emptyBank();
  topic = (await kit.call<Topic>(createTopic, { as: editor, body: { name: uniqueName('Queue') } })).body;
  bank = kit.strapi.plugin('questions').service('public') as QuestionsPublic;
});

const queue = async (query: Record<string, string> = {}, as = editor) =>
  (
    await kit.call<{ rows: DuplicatePair[]; next: string | null; total: number }>(listDuplicates, {
      as,
      query: { topic: topic.documentId, ...query },
    })
  ).body;
const decide = (pair: DuplicatePair, decision: string, as = editor) =>
  kit.call<DuplicatePair>(decideDuplicate, { as, params: { id: pair.id }, body: { decision } });
const undo = (pair: DuplicatePair) => kit.call<DuplicatePair>(undoDecision, { as: editor, params: { id: pair.id } });
const codes = (pairs: readonly DuplicatePair[]) => pairs.map(({ a, b }) => [a.code, b.code].sort());

describe('the scan of the whole bank [Q-41]', () => {
  it('fills the queue with the pairs that are alike, the most similar first, and says how it went', async () => {
    const near = await twoAlike(kit, editor, topic.documentId);
    const stem = words();
    const [x, y] = [
      await make(kit, editor, topic.documentId, { stem }),
      await make(kit, editor, topic.documentId, { stem: `${stem} and a few words more of another kind` }),
    ];
    await scan(kit, editor);
    const shown = await queue();
    expect(codes(shown.rows)).toContainEqual([near.a.code, near.b.code].sort());
    expect(codes(shown.rows)).not.toContainEqual([x.code, y.code].sort());
    expect(codes((await queue({ from: '60' })).rows)).toContainEqual([x.code, y.code].sort());
    const percents = (await queue({ from: '60' })).rows.map(({ percent }) => percent);
    expect(percents).toEqual([...percents].sort((a, b) => b - a));
    const { body } = await kit.call<DuplicateScan>(getScan, { as: editor });
    expect(body).toMatchObject({ state: 'done', progress: 1, isLimited: false });
    expect(body.compared).toBeGreaterThanOrEqual(4);
  });

  it('forgets pairs that are alike no more, archived or deleted, and remembers what was decided [Q-40]', async () => {
    const [changed, archived, deleted, kept] = [
      await twoAlike(kit, editor, topic.documentId),
      await twoAlike(kit, editor, topic.documentId),
      await twoAlike(kit, editor, topic.documentId),
      await twoAlike(kit, editor, topic.documentId),
    ];
    await scan(kit, editor);
    const pair = await pairOf(kit, editor, kept.a.documentId, kept.b.documentId);
    await decide(pair, 'keep');
    await db().run(sql`UPDATE questions_questions SET stem = ${words()} WHERE document_id = ${changed.a.documentId}`);
    await kit.call(archiveQuestions, { as: editor, body: { documentIds: [archived.a.documentId] } });
    await kit.call(deleteQuestion, { as: editor, params: { documentId: deleted.a.documentId } });
    await scan(kit, editor);
    const open = codes((await queue({ from: '60' })).rows).flat();
    for (const { b } of [changed, archived, deleted, kept]) expect(open).not.toContain(b.code);
    expect((await queue({ decision: 'keep' })).rows).toMatchObject([{ id: pair.id, decision: 'keep', decidedBy: 'Test Staff' }]);
  });

  it('makes hashes and signatures that are missing', async () => {
    const made = await make(kit, editor, topic.documentId, { stem: words() });
    const id = made.documentId;
    const before = await db().one(
      sql`SELECT same_hash FROM questions_questions WHERE document_id = ${id} AND published_at IS NULL`,
    );
    await db().run(sql`UPDATE questions_questions SET same_hash = NULL WHERE document_id = ${id}`);
    await db().run(sql`DELETE FROM activity.questions_signatures WHERE document_id = ${id}`);
    await scan(kit, editor);
    expect(
      await db().one(sql`SELECT same_hash FROM questions_questions WHERE document_id = ${id} AND published_at IS NULL`),
    ).toEqual(before);
    expect(await db().one(sql`SELECT count(*) AS count FROM activity.questions_signatures WHERE document_id = ${id}`)).toEqual({
      count: 1,
    });
  });
});

describe('a pair in the queue [Q-40]', () => {
  it('is found by topic, import and code, and shown page by page without a gap', async () => {
    const own = (await kit.call<Topic>(createTopic, { as: editor, body: { name: uniqueName('Pages') } })).body;
    const pairs = [await twoAlike(kit, editor, own.documentId), await twoAlike(kit, editor, own.documentId)];
    for (const { a, b } of pairs) await pairOf(kit, editor, a.documentId, b.documentId);
    const first = await queue({ topic: own.documentId, pageSize: '1' });
    expect([first.rows.length, first.total]).toEqual([1, 2]);
    const second = await queue({ topic: own.documentId, pageSize: '1', cursor: first.next ?? '' });
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(2);
    expect(second.next).toBeNull();
    const code = pairs[0]?.a.code ?? '';
    expect(codes((await queue({ topic: own.documentId, search: code })).rows)[0]).toContain(code);
    const batch = '00000000-0000-4000-8000-0000000000aa';
    expect((await queue({ topic: own.documentId, batch })).rows).toEqual([]);
    await db().run(sql`UPDATE questions_questions SET source_batch = ${batch} WHERE code = ${code}`);
    expect(codes((await queue({ topic: own.documentId, batch })).rows).flat()).toContain(code);
  });

  it('shows both questions field by field with the words that differ', async () => {
    const { a, b } = await twoAlike(kit, editor, topic.documentId, { b: { tags: ['x'] } });
    const pair = await pairOf(kit, editor, a.documentId, b.documentId);
    const { body } = await kit.call<DuplicatePair & { fields: FieldComparison[] }>(getDuplicate, {
      as: editor,
      params: { id: pair.id },
    });
    expect(body.fields.filter(({ isSame }) => !isSame).map(({ field }) => field)).toEqual(['stem', 'tags']);
    expect((await kit.call(getDuplicate, { as: editor, params: { id: 999_999_999 } })).status).toBe(404);
  });

  it('kept as two waits no more, until the decision is taken back', async () => {
    const { a, b } = await twoAlike(kit, editor, topic.documentId);
    const pair = await pairOf(kit, editor, a.documentId, b.documentId);
    expect((await decide(pair, 'keep')).body).toMatchObject({ decision: 'keep', decidedBy: 'Test Staff' });
    expect(codes((await queue()).rows).flat()).not.toContain(a.code);
    expect((await undo(pair)).body).toMatchObject({ decision: null, decidedBy: null });
    expect(codes((await queue()).rows).flat()).toContain(a.code);
    expect((await undo(pair)).status).toBe(409);
  });

  it('marked as variants never shares a paper, and exams hear of it at once', async () => {
    const { a, b } = await twoAlike(kit, editor, topic.documentId);
    const pair = await pairOf(kit, editor, a.documentId, b.documentId);
    const version = await bank.poolVersion();
    await decide(pair, 'variants');
    const ids = [a.documentId, b.documentId].sort();
    expect(await bank.enemies([a.documentId, b.documentId])).toEqual([ids]);
    expect(await bank.poolVersion()).toBeGreaterThan(version);
    await undo(pair);
    expect(await bank.enemies([a.documentId, b.documentId])).toEqual([]);
  });

  it('is decided by one of two editors who press at the same time', async () => {
    const { a, b } = await twoAlike(kit, editor, topic.documentId);
    const pair = await pairOf(kit, editor, a.documentId, b.documentId);
    const other = await kit.staff();
    const replies = await Promise.all([decide(pair, 'keep'), decide(pair, 'variants', other), decide(pair, 'keep', other)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const winner = replies.find(({ status }) => status === 200);
    const { body } = await kit.call<{ pairs: DuplicatePair[] }>(duplicatesOf, {
      as: editor,
      params: { documentId: a.documentId },
    });
    expect(body.pairs).toMatchObject([{ decision: winner?.body.decision }]);
    expect(replies.filter(({ status }) => status === 409).every(({ text }) => text.includes('questions/duplicate-decided'))).toBe(
      true,
    );
  });

  it('is noted in the audit log with who, what and before [Q-12]', async () => {
    const { a, b } = await twoAlike(kit, editor, topic.documentId);
    const pair = await pairOf(kit, editor, a.documentId, b.documentId);
    await decide(pair, 'keep');
    const entries = await db().many<{ action: string; actor: string }>(
      sql`SELECT action, actor FROM activity.core_audit_log WHERE object = ${`duplicate:${pair.id}`} ORDER BY id`,
    );
    expect(entries).toEqual([{ action: 'questions.decideDuplicate', actor: `staff:${editor.id}` }]);
  });

  it('is nobody’s who may not see both questions, and decided by nobody who may change neither [Q-09, A1]', async () => {
    const { a, b } = await twoAlike(kit, editor, topic.documentId);
    const pair = await pairOf(kit, editor, a.documentId, b.documentId);
    const teacher = await kit.staff(WITHOUT_ALL);
    expect((await queue({}, teacher)).rows).toEqual([]);
    expect((await decide(pair, 'keep', teacher)).status).toBe(404);
    await db().run(sql`UPDATE questions_questions SET is_shared = true WHERE document_id IN (${a.documentId}, ${b.documentId})`);
    expect((await decide(pair, 'keep', teacher)).status).toBe(404);
    await db().run(sql`UPDATE questions_questions SET owner_id = ${teacher.id} WHERE document_id = ${a.documentId}`);
    expect((await decide(pair, 'keep', teacher)).status).toBe(200);
  });
});
