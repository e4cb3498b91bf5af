import { db, sql } from '@lyceum/core/server';
import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  archiveQuestions,
  getImport,
  type ImportBatch,
  type ImportRow,
  listImportRows,
  mergeDuplicate,
  planUndo,
  type QuestionsPublic,
  type UndoPlan,
  undoImport,
} from '../../../contract/index.ts';
import { csvOf, HEADERS, importFile, uniqueName } from '../support.ts';

let kit: TestKit;
let editor: Person;

beforeAll(async () => {
  kit = await testKit();
  editor = await kit.staff();
});

const row = (code: string, topic: string, question = `Which light does buoy ${code} show?`) => [
  code,
  topic,
  question,
  'red',
  'green',
  'white',
  'none',
  'A',
];
const fileOf = (rows: string[][]) => ({ name: 'buoys.csv', bytes: csvOf([HEADERS, ...rows]) });
const state = async (codes: readonly string[]) =>
  db().many<Record<string, unknown>>(sql`
    SELECT d.code, d.stem, d.state, d.content_hash, d.same_hash, d.difficulty, t.name AS topic, p.content_hash AS published, o.revision_id IS NOT NULL AS in_pool
    FROM questions_questions d LEFT JOIN questions_questions_topic_lnk l ON l.question_id = d.id LEFT JOIN questions_topics t ON t.id = l.topic_id
    LEFT JOIN questions_questions p ON p.document_id = d.document_id AND p.published_at IS NOT NULL
    LEFT JOIN activity.questions_pool o ON o.document_id = d.document_id
    WHERE d.published_at IS NULL AND d.code = ANY (${[...codes]}) ORDER BY d.code`);
const undo = async (id: string) => {
  const plan = (await kit.call<UndoPlan>(planUndo, { as: editor, params: { id } })).body;
  const reply = await kit.call<ImportBatch>(undoImport, { as: editor, params: { id } });
  expect(reply.status, reply.text).toBe(200);
  await kit.work();
  return { plan, batch: (await kit.call<ImportBatch>(getImport, { as: editor, params: { id } })).body };
};
const topicsCalled = (name: string) => db().many(sql`SELECT 1 FROM questions_topics WHERE name = ${name}`);

describe('taking a batch back [Q-33]', () => {
  it('restores what it changed and published exactly, and removes what it made, topics included', async () => {
    const topic = uniqueName('Buoys');
    const codes = Array.from({ length: 4 }, () => uniqueName('u')).sort();
    const [draft = '', published = '', waiting = '', fresh = ''] = codes;
    await importFile(kit, editor, fileOf([row(draft, topic), row(waiting, topic)]));
    await importFile(kit, editor, fileOf([row(published, topic)]), { options: { publish: true } });
    const before = await state(codes);
    const newTopic = uniqueName('Lights');
    const changed = fileOf([
      row(draft, newTopic, `Changed ${draft}?`),
      row(published, newTopic, `Changed ${published}?`),
      row(waiting, topic),
      row(fresh, newTopic),
    ]);
    const batch = await importFile(kit, editor, changed, { options: { mode: 'createOrUpdate', publish: true } });
    expect(batch.counts).toMatchObject({ created: 1, updated: 2, skipped: 1 });
    expect(await state(codes)).not.toEqual(before);
    const { plan, batch: done } = await undo(batch.id);
    expect(plan).toEqual({ removes: 1, restores: 3, used: 0, edited: 0, topics: 1 });
    expect(done.undo).toMatchObject({ state: 'finished', removed: 1, restored: 3, kept: 0, startedBy: 'Test Staff' });
    expect(await state(codes)).toEqual(before);
    expect(await topicsCalled(newTopic)).toEqual([]);
    expect(await topicsCalled(topic)).toHaveLength(1);
    const audits = await db().many<{ action: string }>(
      sql`SELECT action FROM activity.core_audit_log WHERE object = ${`import:${batch.id}`} AND action LIKE '%ndo%' ORDER BY id`,
    );
    expect(audits.map(({ action }) => action)).toEqual(['questions.undoImport', 'questions.finishUndo']);
  });

  it('keeps what was edited and what was used since, and lists it', async () => {
    const topic = uniqueName('Kept');
    const codes = Array.from({ length: 3 }, () => uniqueName('k'));
    const [edited = '', used = ''] = codes;
    const batch = await importFile(kit, editor, fileOf(codes.map((code) => row(code, topic))), { options: { publish: true } });
    const rows = (await kit.call<{ rows: ImportRow[] }>(listImportRows, { as: editor, params: { id: batch.id } })).body.rows;
    const idOf = (code: string) => rows.find((one) => one.code === code)?.documentId ?? ('' as never);
    await db().run(sql`UPDATE questions_questions SET content_hash = 'by hand' WHERE code = ${edited} AND published_at IS NULL`);
    const bank = kit.strapi.plugin('questions').service('public') as QuestionsPublic;
    const [revision] = [...(await bank.latestRevisions([idOf(used)])).values()];
    bank.registerItemResponses('undo test', async function* () {
      if (revision)
        yield {
          revisionId: revision.revisionId,
          attemptId: 'a',
          ratio: 1,
          restRatio: null,
          selected: null,
          answered: true,
          secondsSpent: 3,
        };
    });
    const { plan, batch: done } = await undo(batch.id);
    bank.registerItemResponses('undo test', async function* () {});
    expect(plan).toMatchObject({ removes: 1, used: 1, edited: 1 });
    expect(done.undo).toMatchObject({ state: 'finished', removed: 1, kept: 2 });
    expect((await state(codes)).map(({ code }) => code).sort()).toEqual([edited, used].sort());
    const kept = await kit.call<{ rows: ImportRow[] }>(listImportRows, {
      as: editor,
      params: { id: batch.id },
      query: { undo: 'kept-used' },
    });
    expect(kept.body.rows.map(({ code }) => code)).toEqual([used]);
    expect(await topicsCalled(topic)).toHaveLength(1);
  });

  it('leaves what was archived since, and what others were merged into [Q-33, Q-40]', async () => {
    const topic = uniqueName('Settled');
    const [changed = '', kept = '', merged = ''] = Array.from({ length: 3 }, () => uniqueName('s'));
    await importFile(kit, editor, fileOf([row(changed, topic), row(merged, topic)]), { options: { publish: true } });
    const file = fileOf([row(changed, topic, `Changed ${changed}?`), row(kept, topic)]);
    const batch = await importFile(kit, editor, file, { options: { mode: 'createOrUpdate', publish: true } });
    const ids = await db().many<{ code: string; id: string }>(sql`
      SELECT code, document_id AS id FROM questions_questions WHERE published_at IS NULL AND code = ANY (${[changed, kept, merged]})`);
    const idOf = (code: string) => ids.find((one) => one.code === code)?.id ?? '';
    await kit.call(archiveQuestions, { as: editor, body: { documentIds: [idOf(changed)] } });
    const pair = [idOf(kept), idOf(merged)].sort();
    const { id } = await db().one<{ id: number }>(sql`
      INSERT INTO activity.questions_duplicates (question_a, question_b, similarity) VALUES (${pair[0]}, ${pair[1]}, 0.9)
      ON CONFLICT (question_a, question_b) DO UPDATE SET similarity = 0.9 RETURNING id`);
    expect((await kit.call(mergeDuplicate, { as: editor, params: { id }, body: { keep: idOf(kept) } })).status).toBe(200);
    const before = await state([changed, kept, merged]);
    const { plan } = await undo(batch.id);
    expect(plan).toMatchObject({ removes: 0, restores: 0, edited: 2 });
    expect(await state([changed, kept, merged])).toEqual(before);
    expect(before.map(({ in_pool }) => in_pool).filter(Boolean)).toHaveLength(1);
  });

  it('cannot be done twice or while the batch runs; afterwards the same file comes in again', async () => {
    const code = uniqueName('t');
    const file = fileOf([row(code, uniqueName('Twice'))]);
    const batch = await importFile(kit, editor, file);
    await undo(batch.id);
    expect((await kit.call(undoImport, { as: editor, params: { id: batch.id } })).status).toBe(409);
    expect((await kit.call(planUndo, { as: editor, params: { id: batch.id } })).text).toContain('import-undone');
    expect((await importFile(kit, editor, file)).counts).toMatchObject({ created: 1 });
  });

  it('of a dry run there is nothing to take back, and a stranger’s batch is not there at all [Q-09]', async () => {
    const batch = await importFile(kit, editor, fileOf([row(uniqueName('d'), 'Dry')]), { dryRun: true });
    expect((await kit.call(planUndo, { as: editor, params: { id: batch.id } })).status).toBe(409);
    const teacher = await kit.staff(['plugin::questions.read', 'plugin::questions.write', 'plugin::questions.import']);
    expect((await kit.call(getImport, { as: teacher, params: { id: batch.id } })).status).toBe(404);
    expect((await kit.call(undoImport, { as: teacher, params: { id: batch.id } })).status).toBe(404);
  });
});

describe('a teacher’s import [Q-04, Q-09]', () => {
  it('neither publishes without the right nor changes questions of others, and belongs to its teacher', async () => {
    const teacher = await kit.staff(['plugin::questions.read', 'plugin::questions.write', 'plugin::questions.import']);
    const [foreign, own] = [uniqueName('p'), uniqueName('p')];
    await importFile(kit, editor, fileOf([row(foreign, 'Others')]));
    const file = fileOf([row(foreign, 'Others', `Taken over ${foreign}?`), row(own, 'Others')]);
    await expect(importFile(kit, teacher, file, { options: { publish: true } })).rejects.toThrow('import-may-not-publish');
    const batch = await importFile(kit, teacher, file, { options: { mode: 'createOrUpdate' } });
    expect(batch.counts).toMatchObject({ created: 1, updated: 0, failed: 1 });
    const made = await db().one<{ owner_id: number }>(
      sql`SELECT owner_id FROM questions_questions WHERE code = ${own} AND published_at IS NULL`,
    );
    expect(made.owner_id).toBe(teacher.id);
  });
});

describe('a worker that dies while it takes a batch back', () => {
  it('leaves whole parts; the next try does the rest [Q-33]', async () => {
    const codes = Array.from({ length: 1_200 }, (_, at) => `w${at}-${uniqueName('x')}`);
    const batch = await importFile(kit, editor, fileOf(codes.map((code) => row(code, 'Workers'))), {
      options: { publish: true },
    });
    expect(batch.counts.created).toBe(1_200);
    // Half of it is done as a first try would have left it.
    await db().run(sql`UPDATE activity.questions_import_rows SET undo = 'gone' WHERE batch_id = ${batch.id} AND number <= 101`);
    const { batch: done } = await undo(batch.id);
    expect(done.undo).toMatchObject({ state: 'finished', total: 1_100, removed: 1_100 });
    expect(await state(codes)).toHaveLength(100);
  });
});
