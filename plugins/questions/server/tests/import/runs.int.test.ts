import { changeSettings, db, sql } from '@lyceum/core/server';
import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  cancelImport,
  downloadFailedRows,
  downloadTemplate,
  getImport,
  type ImportBatch,
  listImportRows,
  listImports,
  startImport,
  uploadImport,
  uploadImportMedia,
} from '../../../contract/index.ts';
import { csvOf, HEADERS, importFile, runBatch, uniqueName, upload, zipOf } from '../support.ts';

let kit: TestKit;
let editor: Person;

beforeAll(async () => {
  kit = await testKit();
  editor = await kit.staff();
});

const rowOf = (code: string, changes: Partial<Record<string, string>> = {}) =>
  HEADERS.map(
    (header) =>
      changes[header] ??
      { code, topic: 'Import tests', question: `Question ${code}?`, a: 'one', b: 'two', c: 'three', d: 'four', answer: 'B' }[
        header
      ] ??
      '',
  );
const fileOf = (...rows: string[][]) => ({ name: 'questions.csv', bytes: csvOf([HEADERS, ...rows]) });
const codes = (count: number) => {
  const prefix = uniqueName('r');
  return Array.from({ length: count }, (_, at) => `${prefix}-${at}`);
};
const drafts = async (batchId: string) =>
  (
    await db().one<{ count: number }>(
      sql`SELECT count(*) AS count FROM questions_questions WHERE source_batch = ${batchId} AND published_at IS NULL`,
    )
  ).count;
const staff = async () => ({ kind: 'staff' as const, id: editor.id, email: editor.email });

describe('modes [Q-30]', () => {
  it('create only refuses a code that is taken by something else, update only one that is not there', async () => {
    const [first = '', second = ''] = codes(2);
    await importFile(kit, editor, fileOf(rowOf(first)));
    const changed = fileOf(rowOf(first, { question: 'Changed?' }), rowOf(second));
    const create = await importFile(kit, editor, changed, { dryRun: true });
    expect(create.counts).toMatchObject({ created: 1, failed: 1 });
    const update = await importFile(kit, editor, changed, { dryRun: true, options: { mode: 'update' } });
    expect(update.counts).toMatchObject({ updated: 1, failed: 1 });
    const both = await importFile(kit, editor, changed, { options: { mode: 'createOrUpdate', publish: true } });
    expect(both.counts).toMatchObject({ created: 1, updated: 1, failed: 0 });
    const report = await kit.call<{ rows: { result: string; code: string }[] }>(listImportRows, {
      as: editor,
      params: { id: both.id },
    });
    expect(report.body.rows.map(({ code, result }) => [code, result])).toEqual([
      [first, 'updated'],
      [second, 'created'],
    ]);
  });

  it('stop at the first error writes nothing at all and names the row', async () => {
    const [first = '', second = '', third = ''] = codes(3);
    const batch = await importFile(
      kit,
      editor,
      fileOf(rowOf(first, { topic: uniqueName('Never') }), rowOf(second, { answer: 'Z' }), rowOf(third, { answer: '' })),
      { options: { onError: 'stop', publish: true } },
    );
    expect(batch).toMatchObject({ state: 'finished', counts: { read: 2, created: 0, failed: 1 }, newTopics: [] });
    expect(await drafts(batch.id)).toBe(0);
    const report = await kit.call<{ rows: { number: number; code: string }[] }>(listImportRows, {
      as: editor,
      params: { id: batch.id },
    });
    expect(report.body.rows).toMatchObject([{ number: 3, code: second }]);
    const topics = await db().many(sql`SELECT 1 FROM questions_topics WHERE name LIKE 'Never%'`);
    expect(topics).toEqual([]);
  });

  it('stop at the first error writes everything when there is none', async () => {
    const batch = await importFile(kit, editor, fileOf(...codes(7).map((code) => rowOf(code))), { options: { onError: 'stop' } });
    expect(batch).toMatchObject({ state: 'finished', counts: { read: 7, created: 7, failed: 0 } });
    expect(await drafts(batch.id)).toBe(7);
  });

  it('warnings fail a row only when they are not accepted', async () => {
    const [code = ''] = codes(1);
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const file = {
      name: 'q.csv',
      bytes: csvOf([
        [...HEADERS, 'figure'],
        [...rowOf(code), 'dot'],
      ]),
      media: await zipOf({ 'dot.png': png }),
    };
    expect((await importFile(kit, editor, file, { dryRun: true, options: { acceptWarnings: false } })).counts).toMatchObject({
      failed: 1,
    });
    expect((await importFile(kit, editor, file, { dryRun: true })).counts).toMatchObject({ created: 1, warned: 1 });
    const without = { name: 'q.csv', bytes: file.bytes };
    expect((await importFile(kit, editor, without, { dryRun: true })).counts).toMatchObject({ failed: 1 });
  });
});

describe('the report [Q-31]', () => {
  it('gives the failed rows as a file that can be mended and uploaded again', async () => {
    const [good = '', bad = ''] = codes(2);
    const batch = await importFile(kit, editor, fileOf(rowOf(good), rowOf(bad, { answer: 'E', question: '=1+1' })));
    expect(batch.counts).toMatchObject({ created: 1, failed: 1 });
    const file = await kit.call(downloadFailedRows, { as: editor, params: { id: batch.id }, query: { language: 'tr' } });
    expect(file.text).toContain('Neden');
    expect(file.text).toContain('Anahtar “E” seçeneklerden biri değil');
    expect(file.text).toContain("'=1+1");
    const mended = await importFile(kit, editor, { name: 'mended.csv', bytes: Buffer.from(file.text.replace(',E,', ',A,')) });
    expect(mended.counts).toMatchObject({ read: 1, created: 1, failed: 0 });
    const sheet = await fetch(`${kit.url}/questions/imports/${batch.id}/failed?format=xlsx`, { headers: editor.headers });
    const again = await upload(kit, editor, { name: 'failed.xlsx', bytes: Buffer.from(await sheet.arrayBuffer()) });
    expect(again.description).toMatchObject({ format: 'xlsx', rowCount: 1, headers: [...HEADERS, 'Reason'] });
    expect(again.description.sample[0]?.cells[2]).toBe('=1+1');
  });

  it('comes with templates and examples that import as they are [Q-24]', async () => {
    for (const format of ['csv', 'xlsx'] as const) {
      const reply = await fetch(`${kit.url}/questions/import-template?format=${format}&example=true`, {
        headers: editor.headers,
      });
      expect(reply.status).toBe(200);
      const batch = await importFile(
        kit,
        editor,
        { name: `example.${format}`, bytes: Buffer.from(await reply.arrayBuffer()) },
        { dryRun: true },
      );
      expect(batch.counts).toMatchObject({ read: 10, created: 10, failed: 0 });
    }
    const empty = await kit.call(downloadTemplate, { as: editor, query: { format: 'csv' } });
    expect(empty.text.trim().split('\r\n')).toHaveLength(1);
  });

  it('tells by mail at the end, once and only for the real run [Q-28]', async () => {
    const batch = await importFile(
      kit,
      editor,
      { ...fileOf(rowOf(codes(1)[0] ?? '')), name: 'My questions.csv' },
      { dryRun: true },
    );
    const mails = () =>
      db().many<{ recipient: string; subject: string; body_text: string }>(
        sql`SELECT recipient, subject, body_text FROM activity.core_mails WHERE dedupe_key LIKE ${`questions.import:${batch.id}%`}`,
      );
    expect(await mails()).toEqual([]);
    await runBatch(kit, editor, batch.id, { mapping: batch.mapping ?? ({} as never) });
    expect(await mails()).toMatchObject([
      {
        recipient: editor.email,
        subject: 'Your import is finished: My questions.csv',
        body_text: expect.stringContaining(`/cms/admin/plugins/questions/imports/${batch.id}`),
      },
    ]);
    const list = await kit.call<{ rows: ImportBatch[] }>(listImports, { as: editor, query: { pageSize: 5 } });
    expect(list.body.rows[0]).toMatchObject({ id: batch.id, startedBy: 'Test Staff', fileName: 'My questions.csv' });
  });
});

describe('a run that breaks off [C8, Q-32]', () => {
  beforeAll(async () => {
    await changeSettings({ plugin: 'questions', values: { importChunkRows: 50 }, actor: await staff() });
  });
  afterAll(async () => {
    delete process.env['LYCEUM_FAULT'];
    await changeSettings({ plugin: 'questions', values: { importChunkRows: 500 }, actor: await staff() });
  });

  it.each(['import-after-chunk:2', 'import-before-commit:3'])(
    'killed at %s goes on behind its last chunk, with every row once',
    async (fault) => {
      const { batch, description } = await upload(kit, editor, fileOf(...codes(230).map((code) => rowOf(code))));
      process.env['LYCEUM_FAULT'] = fault;
      const broken = await runBatch(kit, editor, batch.id, { mapping: description.proposal, options: { publish: true } });
      expect(broken).toMatchObject({ state: 'running', counts: { read: 100, created: 100 } });
      expect(await drafts(batch.id)).toBe(100);
      delete process.env['LYCEUM_FAULT'];
      await db().run(
        sql`UPDATE activity.core_jobs SET run_after = now() WHERE state = 'waiting' AND payload->>'batchId' = ${batch.id}`,
      );
      await kit.work();
      const { body } = await kit.call<ImportBatch>(getImport, { as: editor, params: { id: batch.id } });
      expect(body).toMatchObject({ state: 'finished', counts: { read: 230, created: 230, failed: 0, skipped: 0 } });
      expect(await drafts(batch.id)).toBe(230);
      const { revisions, pool } = await db().one<{ revisions: number; pool: number }>(sql`
      SELECT (SELECT count(*) FROM activity.questions_revisions r WHERE r.document_id IN (SELECT document_id FROM questions_questions WHERE source_batch = ${batch.id})) AS revisions,
        (SELECT count(*) FROM activity.questions_pool p WHERE p.document_id IN (SELECT document_id FROM questions_questions WHERE source_batch = ${batch.id})) AS pool`);
      expect([revisions, pool]).toEqual([230, 230]);
    },
  );

  it('run again after its end writes no row a second time, even when the question was changed since', async () => {
    const { batch, description } = await upload(kit, editor, fileOf(...codes(3).map((code) => rowOf(code))));
    await runBatch(kit, editor, batch.id, { mapping: description.proposal });
    await db().run(sql`UPDATE questions_questions SET content_hash = 'edited' WHERE source_batch = ${batch.id}`);
    const again = await runBatch(kit, editor, batch.id, { mapping: description.proposal });
    expect(again.counts).toMatchObject({ read: 3, created: 0, skipped: 3, failed: 0 });
  });

  it('that is cancelled while it waits never runs; what runs or waits is not started twice', async () => {
    const { batch, description } = await upload(kit, editor, fileOf(rowOf(codes(1)[0] ?? '')));
    const begin = () =>
      kit.call(startImport, { as: editor, params: { id: batch.id }, body: { dryRun: false, mapping: description.proposal } });
    expect((await begin()).status).toBe(200);
    expect((await begin()).status).toBe(409);
    const cancelled = await kit.call<ImportBatch>(cancelImport, { as: editor, params: { id: batch.id } });
    expect(cancelled.body.state).toBe('cancelled');
    await kit.work();
    expect(await drafts(batch.id)).toBe(0);
    expect((await kit.call(cancelImport, { as: editor, params: { id: batch.id } })).status).toBe(409);
  });

  it('that is cancelled while it runs ends, and keeps what was written', async () => {
    const { batch, description } = await upload(kit, editor, fileOf(...codes(6_000).map((code) => rowOf(code))));
    const begun = kit.call(startImport, {
      as: editor,
      params: { id: batch.id },
      body: { dryRun: false, mapping: description.proposal },
    });
    await begun;
    const work = kit.work();
    for (let read = 0; read === 0; )
      read = (await kit.call<ImportBatch>(getImport, { as: editor, params: { id: batch.id } })).body.counts.read;
    await kit.call(cancelImport, { as: editor, params: { id: batch.id } });
    await work;
    const { body } = await kit.call<ImportBatch>(getImport, { as: editor, params: { id: batch.id } });
    expect(body.state).toBe('cancelled');
    expect(await drafts(batch.id)).toBe(body.counts.created);
    expect(body.counts.created).toBeLessThan(6_000);
  });
});

describe('refusals', () => {
  it.each([
    ['picture.xlsx', Buffer.from('89504e470d0a1a0a', 'hex'), 415, 'import-format'],
    ['old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 415, 'import-format'],
    ['book.xlsm', Buffer.from('PK\u0003\u0004'), 415, 'import-format'],
    ['cut.xlsx', Buffer.from('PK\u0003\u0004xxxx'), 422, 'import-unreadable'],
    ['page.html', Buffer.from('<html>'), 415, 'import-format'],
  ])('%s is refused at the door [Q-24]', async (name, bytes, status, code) => {
    const reply = await kit.call(uploadImport, { as: editor, files: { file: { name, bytes } } });
    expect(reply.status).toBe(status);
    expect(reply.text).toContain(`questions/${code}`);
  });

  it('a file over the limit, no file, and a ZIP that is none', async () => {
    await changeSettings({ plugin: 'questions', values: { importFileMb: 1 }, actor: await staff() });
    const large = await kit.call(uploadImport, {
      as: editor,
      files: { file: { name: 'x.csv', bytes: Buffer.alloc(1_100_000, 'a') } },
    });
    await changeSettings({ plugin: 'questions', values: { importFileMb: 50 }, actor: await staff() });
    expect(large.status).toBe(413);
    expect((await kit.call(uploadImport, { as: editor, files: {} })).status).toBe(400);
    const { batch } = await upload(kit, editor, fileOf(rowOf('x')));
    const media = await kit.call(uploadImportMedia, {
      as: editor,
      params: { id: batch.id },
      files: { file: { name: 'x.zip', bytes: Buffer.from('no') } },
    });
    expect(media.text).toContain('questions/import-media-invalid');
  });

  it('a mapping with gaps or of another file blocks the start [Q-26]', async () => {
    const { batch, description } = await upload(kit, editor, fileOf(rowOf('x')));
    const { stem: _, ...fields } = description.proposal.fields;
    const send = (mapping: unknown) =>
      kit.call(startImport, { as: editor, params: { id: batch.id }, body: { dryRun: true, mapping } });
    expect((await send({ ...description.proposal, fields })).text).toContain('body.mapping.fields.stem');
    expect((await send({ ...description.proposal, options: ['gone', 'a'] })).text).toContain('gone');
    expect((await send({ ...description.proposal, owner: 1 })).status).toBe(400);
  });

  it('another right does not open the import, and nobody at all gets 401', async () => {
    const reader = await kit.staff(['plugin::questions.read']);
    expect((await kit.call(listImports, { as: reader })).status).toBe(403);
    expect((await kit.call(listImports)).status).toBe(401);
  });
});
