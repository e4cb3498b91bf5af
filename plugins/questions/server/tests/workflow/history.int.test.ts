import { auditEach, inTransaction } from '@lyceum/core/server';
import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  archiveQuestions,
  type BulkRun,
  copyQuestion,
  createTopic,
  decideReview,
  type HistoryEntry,
  listHistory,
  mergeDuplicate,
  mergeTopic,
  publishQuestions,
  restoreRevision,
  startBulk,
  type Topic,
  takeReviewStep,
  undoBulk,
  undoImport,
  undoMerge,
  updateQuestion,
} from '../../../contract/index.ts';
import { sample } from '../../../domain/testing/sample.ts';
import { list, type Made, make, WITHOUT_ALL } from '../bank/bank.ts';
import { pairOf } from '../duplicates/pairs.ts';
import { csvOf, HEADERS, importFile, uniqueName } from '../support.ts';

let kit: TestKit;
let editor: Person;
let topic: Topic;

beforeAll(async () => {
  kit = await testKit();
  editor = await kit.staff();
  topic = await newTopic();
});

const newTopic = async () => (await kit.call<Topic>(createTopic, { as: editor, body: { name: uniqueName('History') } })).body;
type Page = { rows: HistoryEntry[]; next: number | null };
const page = async (documentId: string, before?: number): Promise<Page> => {
  const reply = await kit.call<Page>(listHistory, { as: editor, params: { documentId }, query: { before } });
  if (reply.status !== 200) throw new Error(`history: ${reply.status} ${reply.text}`);
  return reply.body;
};
const history = async (documentId: string) => (await page(documentId)).rows;
const verbs = async (documentId: string) => (await history(documentId)).map(({ verb }) => verb);
const edit = ({ documentId, code, stem }: Made, fields: object) =>
  kit.call(updateQuestion, {
    as: editor,
    params: { documentId },
    body: { question: { ...sample({ topic: topic.documentId, code, stem }), ...fields }, acceptWarnings: true },
  });
const publish = (documentId: string, note?: string) =>
  kit.call(publishQuestions, { as: editor, body: { documentIds: [documentId], acceptWarnings: true, note } });

describe('the history of a question [Q-12]', () => {
  it('says who made, changed, published, archived and restored it, when, and which fields changed', async () => {
    const made = await make(kit, editor, topic.documentId);
    const params = { documentId: made.documentId };
    await publish(made.documentId, 'First');
    await edit(made, { points: 5, tags: ['sea'] });
    await kit.call(restoreRevision, { as: editor, params: { ...params, number: 1 }, body: {} });
    await kit.call(archiveQuestions, { as: editor, body: { documentIds: [made.documentId] } });
    const rows = await history(made.documentId);
    expect(rows.map(({ verb }) => verb)).toEqual(['archive', 'restore', 'update', 'publish', 'create']);
    expect(new Set(rows.map(({ by }) => by))).toEqual(new Set(['Test Staff']));
    for (const { at } of rows) expect(Math.abs(Date.now() - new Date(at).getTime())).toBeLessThan(300_000);
    const [, restored, updated, published] = rows;
    expect(published?.note).toBe('First');
    expect(updated?.changes).toEqual([
      { field: 'points', before: '1', after: '5' },
      { field: 'tags', before: '[]', after: '["sea"]' },
    ]);
    expect(restored).toMatchObject({ note: '1', changes: [{ field: 'points', before: '5', after: '1' }, { field: 'tags' }] });
  });

  it('holds the steps of the review with their notes', async () => {
    const made = await make(kit, editor, topic.documentId);
    const params = { documentId: made.documentId };
    const take = (step: string) => kit.call(takeReviewStep, { as: editor, params, body: { step } });
    await take('send');
    await kit.call(decideReview, { as: editor, params, body: { step: 'return', note: 'Name the unit' } });
    await take('send');
    await kit.call(decideReview, { as: editor, params, body: { step: 'approve' } });
    const rows = await history(made.documentId);
    expect(rows.map(({ verb }) => verb)).toEqual([
      'review.approve',
      'publish',
      'review.send',
      'review.return',
      'review.send',
      'create',
    ]);
    expect(rows[3]?.note).toBe('Name the unit');
  });

  it('holds what was done to many at once, and what was taken back', async () => {
    const made = await make(kit, editor, topic.documentId);
    const body = { selection: { documentIds: [made.documentId] }, action: { kind: 'addTags', tags: ['sea'] } };
    const run = (await kit.call<BulkRun>(startBulk, { as: editor, body })).body;
    await kit.call(undoBulk, { as: editor, params: { id: run.id } });
    const rows = await history(made.documentId);
    expect(rows.map(({ verb }) => verb)).toEqual(['undo', 'bulk', 'create']);
    expect(rows[1]?.changes).toEqual([{ field: 'tags', before: '[]', after: '["sea"]' }]);
  });

  it('names the import that made or changed it, also after that was taken back', async () => {
    const code = uniqueName('h');
    const row = (question: string) => [code, topic.name, question, 'red', 'green', 'white', 'none', 'A'];
    const file = (name: string, question: string) => ({ name, bytes: csvOf([HEADERS, row(question)]) });
    await importFile(kit, editor, file('lights.csv', `What does ${code} show?`));
    const documentId = (await list(kit, editor, { search: code })).rows[0]?.documentId ?? '';
    const second = await importFile(kit, editor, file('lights-2.csv', `Which light does ${code} show?`), {
      options: { mode: 'createOrUpdate' },
    });
    const told = async () => (await history(documentId)).map(({ verb, by, batch }) => [verb, by, batch?.fileName]);
    expect(await told()).toEqual([
      ['import', 'Test Staff', 'lights-2.csv'],
      ['import', 'Test Staff', 'lights.csv'],
    ]);
    await kit.call(undoImport, { as: editor, params: { id: second.id } });
    await kit.work();
    expect(await told()).toEqual([
      ['undoImport', 'Test Staff', 'lights-2.csv'],
      ['import', 'Test Staff', 'lights-2.csv'],
      ['import', 'Test Staff', 'lights.csv'],
    ]);
  });

  it('holds copies, and merges on both sides', async () => {
    const [kept, merged] = [
      await make(kit, editor, topic.documentId, { tags: ['a'] }),
      await make(kit, editor, topic.documentId, { tags: ['b'] }),
    ];
    const pair = await pairOf(kit, editor, kept.documentId, merged.documentId);
    await kit.call(mergeDuplicate, { as: editor, params: { id: pair.id }, body: { keep: kept.documentId } });
    expect((await history(kept.documentId))[0]).toMatchObject({
      verb: 'merge',
      changes: [
        { field: 'tags', after: '["a","b"]' },
        { field: 'mergedCode', after: merged.code },
      ],
    });
    expect((await history(merged.documentId))[0]).toMatchObject({ verb: 'mergedAway', note: kept.code });
    await kit.call(undoMerge, { as: editor, params: { id: pair.id } });
    for (const { documentId } of [kept, merged]) expect((await verbs(documentId))[0]).toBe('undoMerge');
    const copy = await kit.call<{ documentId: string }>(copyQuestion, { as: editor, params: { documentId: kept.documentId } });
    expect(await verbs(copy.body.documentId)).toEqual(['copy']);
  });

  it('says when a merge of topics filed it anew', async () => {
    const [from, into] = [await newTopic(), await newTopic()];
    const made = await make(kit, editor, from.documentId);
    const body = { into: into.documentId };
    const reply = await kit.call(mergeTopic, { as: editor, params: { documentId: from.documentId }, body });
    expect(reply.status, reply.text).toBe(200);
    expect((await history(made.documentId))[0]).toMatchObject({ verb: 'reclassify', note: `${from.name} → ${into.name}` });
  });

  it('comes in pages that leave nothing out and show nothing twice', async () => {
    const code = uniqueName('h');
    const row = [code, topic.name, `What does ${code} show?`, 'red', 'green', 'white', 'none', 'A'];
    const documentIdOf = async () => (await list(kit, editor, { search: code })).rows[0]?.documentId ?? '';
    const note = (count: number, objects: string[]) =>
      inTransaction(async (tx) => {
        for (let at = 0; at < count; at += 1)
          await auditEach(tx, { actor: 'system', action: 'questions.update', objects, after: { note: String(at) } });
      });
    await importFile(kit, editor, { name: 'first.csv', bytes: csvOf([HEADERS, row]) });
    const documentId = await documentIdOf();
    await note(60, [`question:${documentId}`]);
    const again = [...row.slice(0, 2), `Which light does ${code} show?`, ...row.slice(3)];
    await importFile(
      kit,
      editor,
      { name: 'second.csv', bytes: csvOf([HEADERS, again]) },
      { options: { mode: 'createOrUpdate' } },
    );
    await note(55, [`question:${documentId}`]);
    const all: HistoryEntry[] = [];
    let next: number | null | undefined;
    let pages = 0;
    do {
      const found = await page(documentId, next ?? undefined);
      all.push(...found.rows);
      next = found.next;
      pages += 1;
    } while (next !== null && pages < 10);
    expect(pages).toBe(3);
    expect(all.filter(({ verb }) => verb === 'update')).toHaveLength(115);
    expect(all.flatMap(({ batch }) => batch?.fileName ?? [])).toEqual(['second.csv', 'first.csv']);
    expect(all[0]?.by).toBe('system');
  });

  it('is shown to nobody who may not see the question', async () => {
    const made = await make(kit, editor, topic.documentId);
    const teacher = await kit.staff(WITHOUT_ALL);
    const ask = (documentId: string) => kit.call(listHistory, { as: teacher, params: { documentId } });
    const [foreign, none] = [await ask(made.documentId), await ask('nothere00000000000000000')];
    expect([foreign.status, none.status]).toEqual([404, 404]);
    expect(foreign.text.includes('questions/question-not-found')).toBe(true);
  });
});
