import { db, sql } from '@lyceum/core/server';
import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  cancelExport,
  downloadExport,
  downloadExportLosses,
  type ExportFormat,
  type ExportRow,
  getExport,
  listExportRows,
  listExports,
  QUESTION_TYPES,
  type QuestionExport,
  startExport,
} from '../../../contract/index.ts';
import { JSON_EXAMPLE } from '../../../domain/exchange/json/example.ts';
import { csvOf, HEADERS, importFile, uniqueName, zipOf } from '../support.ts';

let kit: TestKit;
let editor: Person;
let word: string;
let ids: string[];

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

beforeAll(async () => {
  kit = await testKit();
  editor = await kit.staff();
  word = uniqueName('Exported');
  const questions = JSON_EXAMPLE.map((question, at) => ({
    ...question,
    code: `${word}-${at}`,
    topic: `${word} / All types`,
    // Signs that a spreadsheet would compute, and an image that comes along.
    explanation: at === 0 ? `=1+1\n\n![a dot](media:dot.png)` : (question.explanation ?? null),
  }));
  const file = {
    name: 'all.json',
    bytes: Buffer.from(JSON.stringify({ format: 'lyceum-questions', version: 1, questions })),
    media: await zipOf({ 'dot.png': png }),
  };
  const batch = await importFile(kit, editor, file, { options: { publish: true } });
  expect(batch.counts).toMatchObject({ created: QUESTION_TYPES.length, failed: 0 });
  ids = (
    await db().many<{ id: string }>(
      sql`SELECT document_id AS id FROM questions_questions WHERE source_batch = ${batch.id} AND published_at IS NULL`,
    )
  ).map(({ id }) => id);
});

const start = (format: ExportFormat, body: Record<string, unknown> = {}, as = editor) =>
  kit.call<QuestionExport>(startExport, { as, body: { choice: { documentIds: ids }, format, ...body } });

async function bytesOf({ id }: QuestionExport): Promise<Buffer> {
  const reply = await fetch(`${kit.url}/questions/exports/${id}/file`, { headers: editor.headers });
  expect(reply.status).toBe(200);
  return Buffer.from(await reply.arrayBuffer());
}
const rowsOf = async (id: string, query = {}) =>
  (await kit.call<{ rows: ExportRow[]; total: number }>(listExportRows, { as: editor, params: { id }, query })).body;

describe('an export that comes back [Q-47]', () => {
  it.each(['xlsx', 'csv', 'json'] as const)('as %s changes nothing, for all ten types, and loses nothing', async (format) => {
    const { body: made } = await start(format);
    expect(made).toMatchObject({ state: 'finished', total: 10, counts: { done: 10, kept: 10, approximated: 0, leftOut: 0 } });
    const batch = await importFile(
      kit,
      editor,
      { name: made.fileName ?? '', bytes: await bytesOf(made) },
      { options: { mode: 'createOrUpdate', publish: true } },
    );
    expect(batch.counts).toMatchObject({ read: 10, created: 0, updated: 0, skipped: 10, failed: 0 });
  });

  it('escapes cells that a spreadsheet would compute, and the import takes exactly that away [I3, Q-35]', async () => {
    const { body: made } = await start('csv');
    expect((await bytesOf(made)).toString('utf8')).toContain(`"'=1+1`);
  });
});

describe('an export for Moodle', () => {
  it('holds its images and comes back with every question it could carry', async () => {
    const { body: made } = await start('moodle-xml');
    expect(made).toMatchObject({ state: 'finished', total: 10 });
    const bytes = await bytesOf(made);
    expect(bytes.toString('utf8')).toMatch(/<file name="[^"]+\.png" path="\/" encoding="base64">/);
    const written = (await rowsOf(made.id)).rows.filter(({ isWritten }) => isWritten).length;
    const batch = await importFile(
      kit,
      editor,
      { name: 'moodle.xml', bytes },
      { dryRun: true, options: { mode: 'createOrUpdate' } },
    );
    expect(batch.counts).toMatchObject({ read: written, created: 0, failed: 0 });
  });
});

describe('an export as QTI 3.0', () => {
  it('is a package with its images that comes back unchanged, for all ten types', async () => {
    const { body: made } = await start('qti');
    expect(made).toMatchObject({ state: 'finished', total: 10, fileName: expect.stringMatching(/\.zip$/) });
    const bytes = await bytesOf(made);
    expect(bytes.toString('latin1')).toMatch(/media\/[^/]+\.png/);
    const batch = await importFile(
      kit,
      editor,
      { name: 'qti.zip', bytes },
      { dryRun: true, options: { mode: 'createOrUpdate' } },
    );
    expect(batch.counts).toMatchObject({ read: 10, created: 0, failed: 0 });
    // What the loss report named as changed is all that differs.
    expect(batch.counts.updated).toBeLessThanOrEqual(made.counts.approximated + made.counts.leftOut);
  });
});

describe('the loss report of an export', () => {
  it('names per question what a format left out or changed, as rows and as a file', async () => {
    const { body: made } = await start('gift');
    expect(made.state).toBe('finished');
    const { rows, total } = await rowsOf(made.id);
    expect(total).toBe(10);
    const lost = rows.filter(({ isWritten }) => !isWritten);
    expect(lost.length).toBeGreaterThan(0);
    expect(lost.every(({ losses }) => losses.some(({ level }) => level === 'leftOut'))).toBe(true);
    expect((await rowsOf(made.id, { fidelity: 'leftOut' })).total).toBe(made.counts.leftOut);
    const file = await kit.call(downloadExportLosses, { as: editor, params: { id: made.id }, query: { language: 'en' } });
    expect(file.text).toContain('left out');
    expect(file.text.trim().split('\r\n').length).toBeGreaterThan(10);
  });

  it('refuses questions whose licence forbids it, except for who may publish', async () => {
    const code = uniqueName('lic');
    const question = {
      code,
      type: 'true-false',
      stem: `Rights ${code}`,
      key: { correct: ['true'] },
      topic: word,
      licence: 'All rights reserved',
    };
    const teacher = await kit.staff([
      'plugin::questions.read',
      'plugin::questions.write',
      'plugin::questions.import',
      'plugin::questions.all',
    ]);
    const batch = await importFile(kit, teacher, { name: 'l.json', bytes: Buffer.from(JSON.stringify([question])) });
    const choice = { filter: { batch: batch.id } };
    const { body: refused } = await start('json', { choice }, teacher);
    expect(refused.counts).toMatchObject({ done: 1, leftOut: 1 });
    const reply = await kit.call<{ rows: ExportRow[] }>(listExportRows, { as: teacher, params: { id: refused.id } });
    expect(reply.body.rows).toMatchObject([{ code, isWritten: false, losses: [{ code: 'licenceForbids' }] }]);
    const { body: allowed } = await start('json', { choice });
    expect(allowed.counts).toMatchObject({ kept: 1, leftOut: 0 });
  });
});

describe('media of an export', () => {
  it('come as a ZIP with the file when asked for, and find their questions again [Q-47]', async () => {
    const { body: made } = await start('json', { withMedia: true });
    expect(made.fileName).toMatch(/^questions-\d{4}-\d\d-\d\d\.zip$/);
    const bytes = (await bytesOf(made)).toString('latin1');
    expect(bytes.startsWith('PK')).toBe(true);
    expect(bytes).toMatch(/questions-\d{4}-\d\d-\d\d\.json/);
    expect(bytes).toMatch(/media\/[^/]+\.png/);
  });

  it('that are not stored any more are named as left out', async () => {
    const [id = ''] = ids;
    await db().run(
      sql`UPDATE questions_questions SET solution = '![gone](/uploads/never-there.png)' WHERE document_id = ${id} AND published_at IS NULL`,
    );
    const { body: made } = await start('json', { withMedia: true, choice: { documentIds: [id] } });
    await db().run(sql`UPDATE questions_questions SET solution = NULL WHERE document_id = ${id} AND published_at IS NULL`);
    expect((await rowsOf(made.id)).rows[0]?.losses).toMatchObject([
      { code: 'mediaNotPacked', params: { name: '/uploads/never-there.png' } },
    ]);
  });
});

describe('a large export [Q-06]', () => {
  it('is a job with progress, can be ended, and gives the same file at its end', async () => {
    const topic = uniqueName('Large');
    const rows = Array.from({ length: 230 }, (_, at) => [
      `${topic}-${at}`,
      topic,
      `Large question ${topic} ${at}?`,
      'a',
      'b',
      'c',
      'd',
      'A',
    ]);
    const batch = await importFile(kit, editor, { name: 'large.csv', bytes: csvOf([HEADERS, ...rows]) });
    const choice = { filter: { batch: batch.id } };
    const { body: queued } = await start('csv', { choice });
    expect(queued).toMatchObject({ state: 'queued', total: 230, fileName: null });
    expect((await kit.call(downloadExport, { as: editor, params: { id: queued.id } })).status).toBe(409);
    await kit.work();
    const { body: done } = await kit.call<QuestionExport>(getExport, { as: editor, params: { id: queued.id } });
    expect(done).toMatchObject({ state: 'finished', counts: { done: 230, kept: 230 } });
    expect((await bytesOf(done)).toString('utf8').trim().split('\r\n')).toHaveLength(231);
    const { body: second } = await start('csv', { choice });
    const cancelled = await kit.call<QuestionExport>(cancelExport, { as: editor, params: { id: second.id } });
    expect(cancelled.body.state).toBe('cancelled');
    await kit.work();
    expect((await kit.call<QuestionExport>(getExport, { as: editor, params: { id: second.id } })).body.state).toBe('cancelled');
  });
});

describe('who may', () => {
  it('sees own exports only, and exports only what may be seen [Q-09]', async () => {
    const { body: made } = await start('csv');
    const teacher = await kit.staff(['plugin::questions.read']);
    expect((await kit.call(getExport, { as: teacher, params: { id: made.id } })).status).toBe(404);
    expect((await kit.call(downloadExport, { as: teacher, params: { id: made.id } })).status).toBe(404);
    expect((await kit.call<{ rows: unknown[] }>(listExports, { as: teacher })).body.rows).toEqual([]);
    expect((await start('csv', {}, teacher)).text).toContain('export-empty');
    expect((await kit.call(listExports)).status).toBe(401);
  });
});
