import { db, sql } from '@lyceum/core/server';
import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  archiveQuestions,
  type BulkFailure,
  type BulkPreview,
  type BulkRun,
  cancelBulk,
  createTopic,
  downloadBulkFailures,
  getBulkRun,
  getQuestion,
  listBulkFailures,
  listBulkRuns,
  listRevisions,
  previewBulk,
  publishQuestions,
  type Question,
  type QuestionsPublic,
  READ,
  startBulk,
  type Topic,
  undoBulk,
  updateQuestion,
  WRITE,
} from '../../../contract/index.ts';
import { sample } from '../../../domain/testing/sample.ts';
import { importFile, uniqueName } from '../support.ts';
import { list, type Made, make, WITHOUT_ALL } from './bank.ts';

let kit: TestKit;
let editor: Person;
let topic: Topic;
let bank: QuestionsPublic;

beforeAll(async () => {
  kit = await testKit();
  editor = await kit.staff();
  topic = (await kit.call<Topic>(createTopic, { as: editor, body: { name: uniqueName('Bulk') } })).body;
  bank = kit.strapi.plugin('questions').service('public') as QuestionsPublic;
});

const some = (count: number, fields: object = {}): Promise<Made[]> =>
  Promise.all(Array.from({ length: count }, () => make(kit, editor, topic.documentId, { ...fields })));
const ids = (made: readonly Made[]) => made.map(({ documentId }) => documentId);
const start = (documentIds: readonly string[], action: object, as = editor) =>
  kit.call<BulkRun>(startBulk, { as, body: { selection: { documentIds }, action } });
const undo = (id: string, as = editor) => kit.call<BulkRun>(undoBulk, { as, params: { id } });
const get = async (documentId: string) => (await kit.call<Question>(getQuestion, { as: editor, params: { documentId } })).body;
const failures = async (id: string) =>
  (await kit.call<{ rows: BulkFailure[] }>(listBulkFailures, { as: editor, params: { id } })).body.rows;
const publish = (documentIds: readonly string[]) => kit.call(publishQuestions, { as: editor, body: { documentIds } });
const inPool = async (documentId: string) => (await bank.latestRevisions([documentId as never])).has(documentId as never);

describe('bulk actions [Q-06]', () => {
  it('write their field, are noted question by question, and are taken back but for what changed since [Q-12]', async () => {
    const made = await some(3, { tags: ['old'] });
    const [a, b, c] = made as [Made, Made, Made];
    await publish([a.documentId]);
    const run = (await start(ids(made), { kind: 'addTags', tags: ['new', 'old'] })).body;
    expect(run).toMatchObject({ state: 'finished', total: 3, done: 3, failed: 0, mayUndo: true });
    for (const { documentId } of made) expect((await get(documentId)).tags).toEqual(['old', 'new']);
    expect(await get(a.documentId)).toMatchObject({ status: 'published', modified: true });
    const noted = await db().many<{ before: object; after: object; actor: string }>(sql`
      SELECT before, after, actor FROM activity.core_audit_log WHERE object = ${`question:${b.documentId}`} AND action = 'questions.bulk.addTags'`);
    expect(noted).toEqual([{ before: { tags: ['old'] }, after: { tags: ['old', 'new'] }, actor: `staff:${editor.id}` }]);
    const { topicPath: _, ...changed } = await get(c.documentId);
    const question = { ...sample({ topic: topic.documentId }), code: changed.code, stem: changed.stem, tags: ['mine'] };
    await kit.call(updateQuestion, { as: editor, params: { documentId: c.documentId }, body: { question } });
    const back = (await undo(run.id)).body;
    expect(back).toMatchObject({ done: 2, failed: 1, undoOf: run.id, mayUndo: false });
    expect(await failures(back.id)).toMatchObject([{ code: c.code, reason: 'changedSince' }]);
    expect(await get(a.documentId)).toMatchObject({ tags: ['old'], modified: false });
    expect((await get(c.documentId)).tags).toEqual(['mine']);
    expect((await undo(run.id)).status).toBe(409);
  });

  it('file, rate, mark, license, share and hand over', async () => {
    const made = await some(2);
    const other = (await kit.call<Topic>(createTopic, { as: editor, body: { name: uniqueName('Other') } })).body;
    const owner = await kit.staff(WITHOUT_ALL);
    const runs: BulkRun[] = [];
    for (const action of [
      { kind: 'setTopic', topic: other.documentId },
      { kind: 'setDifficulty', difficulty: 9 },
      { kind: 'setLicence', licence: 'CC0' },
      { kind: 'share', isShared: true },
      { kind: 'setOwner', ownerId: owner.id },
    ])
      runs.push((await start(ids(made), action)).body);
    expect(runs.map(({ done }) => done)).toEqual([2, 2, 2, 2, 2]);
    const [first] = made as [Made];
    expect(await get(first.documentId)).toMatchObject({ topic: other.documentId, difficulty: 9, licence: 'CC0' });
    expect((await list(kit, owner, { owner: 'me' })).total).toBe(2);
    for (const { id } of runs.reverse()) expect((await undo(id)).body).toMatchObject({ done: 2, failed: 0 });
    expect(await get(first.documentId)).toMatchObject({ topic: topic.documentId, difficulty: 3, licence: null });
    expect((await list(kit, owner, { owner: 'me' })).total).toBe(0);
  });

  it('publish what passes the rules, and taking it back gives the pool what it held', async () => {
    const [fresh, old, bad] = (await some(3)) as [Made, Made, Made];
    await publish([old.documentId]);
    const before = (await bank.latestRevisions([old.documentId])).get(old.documentId);
    const question = { ...sample({ topic: topic.documentId }), code: old.code, stem: 'Changed since' };
    await kit.call(updateQuestion, { as: editor, params: { documentId: old.documentId }, body: { question } });
    await db().run(sql`UPDATE questions_questions SET stem = '' WHERE document_id = ${bad.documentId}`);
    const run = (await start(ids([fresh, old, bad]), { kind: 'publish', note: 'all at once' })).body;
    expect(run).toMatchObject({ done: 2, failed: 1 });
    expect(await failures(run.id)).toMatchObject([{ code: bad.code, reason: 'rules', messages: [{ field: 'stem' }] }]);
    expect(await inPool(fresh.documentId)).toBe(true);
    expect((await undo(run.id)).body).toMatchObject({ done: 2, failed: 0 });
    expect(await inPool(fresh.documentId)).toBe(false);
    expect(await get(fresh.documentId)).toMatchObject({ status: 'draft' });
    const now = (await bank.latestRevisions([old.documentId])).get(old.documentId);
    const [was, is] = await bank.revisions([before?.revisionId ?? 0, now?.revisionId ?? 0]);
    expect(is?.content).toEqual(was?.content);
    expect(is?.number).toBe(3);
    expect(await get(old.documentId)).toMatchObject({ status: 'published', modified: true, stem: 'Changed since', version: 3 });
    const revisions = await kit.call<{ rows: object[] }>(listRevisions, { as: editor, params: { documentId: old.documentId } });
    expect(revisions.body.rows).toHaveLength(3);
    const published = await db().many<{ stem: string }>(sql`
      SELECT stem FROM questions_questions WHERE document_id = ${old.documentId} AND published_at IS NOT NULL`);
    expect(published).toEqual([{ stem: old.stem }]);
  });

  it('ask why before a used question gets another key, and publish the others [Q-42]', async () => {
    const [used, free] = (await some(2)) as [Made, Made];
    await publish(ids([used, free]));
    bank.registerUse('bulk-test-keys', async (documentIds) =>
      documentIds.filter((id) => id === used.documentId).map((documentId) => ({ documentId, title: 'Final exam' })),
    );
    for (const { documentId, code, stem } of [used, free]) {
      const question = { ...sample({ topic: topic.documentId }), code, stem, key: { correct: ['b'] } };
      await kit.call(updateQuestion, { as: editor, params: { documentId }, body: { question } });
    }
    const run = (await start(ids([used, free]), { kind: 'publish' })).body;
    expect(run).toMatchObject({ done: 1, failed: 1 });
    expect(await failures(run.id)).toMatchObject([{ code: used.code, reason: 'needsReason' }]);
    expect((await start(ids([used]), { kind: 'publish', note: 'The key was wrong' })).body).toMatchObject({ done: 1 });
  });

  it('archive, send to review and return to draft, and back', async () => {
    const made = await some(2);
    await publish(ids(made));
    const [first] = made as [Made];
    const archived = (await start(ids(made), { kind: 'archive' })).body;
    expect(await get(first.documentId)).toMatchObject({ status: 'archived' });
    expect(await inPool(first.documentId)).toBe(false);
    await undo(archived.id);
    expect(await get(first.documentId)).toMatchObject({ status: 'published', modified: false, version: 1 });
    expect(await inPool(first.documentId)).toBe(true);
    const drafts = (await start(ids(made), { kind: 'backToDraft' })).body;
    expect(await get(first.documentId)).toMatchObject({ status: 'draft' });
    expect(await inPool(first.documentId)).toBe(false);
    expect((await start(ids(made), { kind: 'sendToReview' })).body).toMatchObject({ done: 2 });
    expect((await undo(drafts.id)).body).toMatchObject({ done: 0, failed: 2 });
    expect(await get(first.documentId)).toMatchObject({ status: 'inReview' });
  });

  it('delete nothing an exam uses, name the exams, and put back what they deleted [Q-07]', async () => {
    const made = await some(3);
    const [gone, used, taken] = made as [Made, Made, Made];
    await publish([gone.documentId]);
    bank.registerUse('bulk-test', async (documentIds) =>
      documentIds.filter((id) => id === used.documentId).map((documentId) => ({ documentId, title: 'Final exam' })),
    );
    const preview = await kit.call<BulkPreview>(previewBulk, {
      as: editor,
      body: { selection: { documentIds: ids(made) }, action: { kind: 'delete' } },
    });
    expect(preview.body).toMatchObject({
      total: 3,
      examined: 3,
      possible: 2,
      blocked: [{ reason: 'inUse', count: 1 }],
      failures: [{ code: used.code, params: { exams: 'Final exam' } }],
    });
    const before = await get(gone.documentId);
    const run = (await start(ids(made), { kind: 'delete' })).body;
    expect(run).toMatchObject({ done: 2, failed: 1 });
    expect((await kit.call(getQuestion, { as: editor, params: { documentId: gone.documentId } })).status).toBe(404);
    expect((await get(used.documentId)).status).toBe('draft');
    await make(kit, editor, topic.documentId, { code: taken.code });
    expect((await undo(run.id)).body).toMatchObject({ done: 1, failed: 1 });
    const { updatedAt: _, publishedAt: __, ...back } = await get(gone.documentId);
    const { updatedAt: ___, publishedAt: ____, ...was } = before;
    expect(back).toEqual(was);
    expect(await inPool(gone.documentId)).toBe(true);
  });

  it('say before what they would do, and do nothing', async () => {
    const made = await some(2, { tags: ['here'] });
    const body = { selection: { documentIds: ids(made) }, action: { kind: 'removeTags', tags: ['here'] } };
    const { body: preview } = await kit.call<BulkPreview>(previewBulk, { as: editor, body });
    expect(preview).toMatchObject({ total: 2, possible: 2, unchanged: 0, blocked: [] });
    expect(preview.sample[0]).toMatchObject({ before: ['here'], after: [] });
    expect((await get(made[0]?.documentId ?? '')).tags).toEqual(['here']);
  });

  it('need the right to what they do, and things that exist', async () => {
    const writer = await kit.staff([READ, WRITE]);
    const own = await make(kit, writer, topic.documentId);
    for (const action of [{ kind: 'publish' }, { kind: 'archive' }, { kind: 'setOwner', ownerId: editor.id }])
      expect((await start([own.documentId], action, writer)).text).toContain('questions/bulk-not-allowed');
    expect((await start([own.documentId], { kind: 'sendToReview' }, writer)).body).toMatchObject({ done: 1 });
    const unknown = await start([own.documentId], { kind: 'setTopic', topic: 'nothere00000000000000000' });
    expect(unknown.status).toBe(422);
    expect(unknown.text).toContain('body.action.topic');
    expect((await start([own.documentId], { kind: 'explode' })).status).toBe(400);
    expect((await start([], { kind: 'archive' })).status).toBe(400);
  });

  it('are looked at by who started them and by those who work on every question', async () => {
    const writer = await kit.staff([READ, WRITE]);
    const own = await make(kit, writer, topic.documentId);
    const { id } = (await start([own.documentId], { kind: 'setDifficulty', difficulty: 8 }, writer)).body;
    const stranger = await kit.staff([READ, WRITE]);
    for (const endpoint of [getBulkRun, listBulkFailures, downloadBulkFailures])
      expect((await kit.call(endpoint, { as: stranger, params: { id } })).status).toBe(404);
    expect((await undo(id, stranger)).status).toBe(404);
    const seen = async (as: Person) =>
      (await kit.call<{ rows: BulkRun[] }>(listBulkRuns, { as, query: { sort: '-createdAt' } })).body.rows.some(
        (run) => run.id === id,
      );
    expect(await seen(writer)).toBe(true);
    expect(await seen(editor)).toBe(true);
    expect(await seen(stranger)).toBe(false);
  });
});

describe('a bulk action over more questions than one request takes [Q-06]', () => {
  const rows = (name: string, count: number) =>
    Buffer.from(
      `code,topic,question,a,b,answer\n${Array.from({ length: count }, (_, at) => `${name}-${at},${topic.name},${name} number ${at},1,2,A`).join('\n')}`,
    );

  it('runs as a job over all that a filter finds, lists what it left out as a file, and goes back as a job', async () => {
    const name = uniqueName('many').replaceAll('-', '');
    const batch = await importFile(kit, editor, { name: 'many.csv', bytes: rows(name, 450) });
    expect(batch.counts.created).toBe(450);
    const [excepted] = (await list(kit, editor, { search: `${name}-0` })).rows;
    bank.registerUse('bulk-test-many', async (documentIds) => {
      const used = await db().many<{ id: Question['documentId'] }>(
        sql`SELECT document_id AS id FROM questions_questions WHERE document_id = ANY (${[...documentIds]}) AND code = ${`${name}-7`}`,
      );
      return used.map(({ id }) => ({ documentId: id, title: '=1+1 exam' }));
    });
    const started = await kit.call<BulkRun>(startBulk, {
      as: editor,
      body: {
        selection: { filter: { batch: batch.id }, except: [excepted?.documentId] },
        action: { kind: 'delete' },
      },
    });
    expect(started.body).toMatchObject({ state: 'queued', total: 449, done: 0 });
    await kit.work();
    const run = async (id: string) => (await kit.call<BulkRun>(getBulkRun, { as: editor, params: { id } })).body;
    expect(await run(started.body.id)).toMatchObject({ state: 'finished', done: 448, failed: 1, unchanged: 0 });
    expect((await list(kit, editor, { batch: batch.id })).total).toBe(2);
    const file = await kit.call(downloadBulkFailures, { as: editor, params: { id: started.body.id }, query: { language: 'tr' } });
    expect(file.text).toContain(`${name}-7`);
    expect(file.text).toContain('Şuralarda kullanılıyor: =1+1 exam');
    const back = (await undo(started.body.id)).body;
    expect(back).toMatchObject({ state: 'queued', total: 448 });
    await kit.work();
    expect(await run(back.id)).toMatchObject({ state: 'finished', done: 448, failed: 0 });
    expect((await list(kit, editor, { batch: batch.id })).total).toBe(450);
  });

  it('stops behind what is done when it is cancelled', async () => {
    const name = uniqueName('stop').replaceAll('-', '');
    const batch = await importFile(kit, editor, { name: 'stop.csv', bytes: rows(name, 210) });
    const selection = { filter: { batch: batch.id } };
    const { id } = (
      await kit.call<BulkRun>(startBulk, { as: editor, body: { selection, action: { kind: 'setDifficulty', difficulty: 10 } } })
    ).body;
    expect((await kit.call<BulkRun>(cancelBulk, { as: editor, params: { id } })).body.state).toBe('cancelled');
    await kit.work();
    expect((await list(kit, editor, { batch: batch.id, difficultyMin: 10 })).total).toBe(0);
    expect((await kit.call(cancelBulk, { as: editor, params: { id } })).status).toBe(409);
  });

  it('archives all a filter finds but what is archived already', async () => {
    const made = await some(2);
    await kit.call(archiveQuestions, { as: editor, body: { documentIds: [made[0]?.documentId] } });
    expect((await start(ids(made), { kind: 'archive' })).body).toMatchObject({ done: 1, unchanged: 1 });
  });
});
