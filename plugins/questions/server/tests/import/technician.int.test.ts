import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  getQuestion,
  type ImportBatch,
  listImportRows,
  listQuestions,
  type Question,
  type QuestionsPublic,
} from '../../../contract/index.ts';
import { hasShared, runBatch, SHARED, upload, zipOf } from '../support.ts';

/** Twelve figures without an alternative text of their own, and four questions that are nearly like an earlier one. */
const WARNED = 16;
const FOLDER = path.join(SHARED, 'amateur-radio-technician');
const read = (name: string) => readFileSync(path.join(FOLDER, name));

describe.skipIf(!hasShared)('the official Technician pool (skipped without ../shared/data)', () => {
  let kit: TestKit;
  let editor: Person;
  let batch: ImportBatch;
  let file: Awaited<ReturnType<typeof upload>>;

  beforeAll(async () => {
    kit = await testKit();
    editor = await kit.staff();
    const media = await zipOf({ 't-1.png': read('t-1.png'), 't-2.png': read('t-2.png'), 't-3.png': read('t-3.png') });
    file = await upload(kit, editor, { name: 'technician-2026-2030.csv', bytes: read('technician-2026-2030.csv'), media });
  });

  it('is understood without touching it: both keys, the group in the code, the figures [Q-25, Q-26]', () => {
    const { description } = file;
    expect(description.rowCount).toBe(409);
    expect(description.source).toEqual({ encoding: 'utf-8', delimiter: ',' });
    expect(description.missing).toEqual([]);
    expect(description.proposal).toMatchObject({
      keyForm: 'letter',
      options: ['a', 'b', 'c', 'd'],
      fields: {
        key: { column: 'correct_letter' },
        topic: { from: 'prefix', column: 'id', length: 3 },
        figure: { column: 'figure' },
      },
    });
    expect(description.keys).toContainEqual({ column: 'correct', form: 'fromZero', fit: 1, certain: true });
  });

  it('says in a dry run what the real one does, and writes nothing [Q-29]', async () => {
    const dry = await runBatch(kit, editor, file.batch.id, {
      dryRun: true,
      mapping: file.description.proposal,
      options: { publish: true },
    });
    expect(dry).toMatchObject({
      state: 'finished',
      dryRun: true,
      counts: { read: 409, created: 409, failed: 0, warned: WARNED },
    });
    expect(dry.newTopics).toHaveLength(35);
    const list = await kit.call<{ total: number }>(listQuestions, { as: editor, query: { batch: file.batch.id } });
    expect(list.body.total).toBe(0);
  });

  it('creates 409 questions in 35 topics with none failed, and publishes them [Q-24, Q-28]', async () => {
    batch = await runBatch(kit, editor, file.batch.id, { mapping: file.description.proposal, options: { publish: true } });
    expect(batch).toMatchObject({
      state: 'finished',
      counts: { read: 409, created: 409, updated: 0, skipped: 0, failed: 0, warned: WARNED },
    });
    expect(batch.newTopics).toHaveLength(35);
    const bank = kit.strapi.plugin('questions').service('public') as QuestionsPublic;
    const groups = (await bank.topics()).filter(({ name }) => batch.newTopics.includes(name));
    const pools = await bank.drawPool(
      groups.map(({ documentId }) => ({ topic: documentId, difficultyMin: 1, difficultyMax: 10 })),
    );
    expect(pools).toHaveLength(35);
    expect(pools.every((pool) => pool.length > 0)).toBe(true);
    expect(pools.flat()).toHaveLength(409);
  });

  it('keeps options that differ only in case, and shows the figure with an alternative text', async () => {
    const find = async (code: string) => {
      const list = await kit.call<{ rows: { documentId: string; code: string }[] }>(listQuestions, {
        as: editor,
        query: { search: code },
      });
      const documentId = list.body.rows.find((row) => row.code === code)?.documentId ?? '';
      return (await kit.call<Question>(getQuestion, { as: editor, params: { documentId } })).body;
    };
    const figure = await find('T6C02');
    expect(figure.stem).toMatch(/^What is component 1 in figure T-1\?\n\n!\[Figure t-1\]\(\/uploads\/[^)]+\.png\)$/);
    expect(figure).toMatchObject({ key: { correct: ['a'] }, status: 'published', version: 1, modified: false });
  });

  it('reads through the Document Service like any other document', async () => {
    const draft = await kit.strapi
      .documents('plugin::questions.question')
      .findFirst({ filters: { code: 'T1A01' }, populate: ['topic'] } as never);
    const published = await kit.strapi
      .documents('plugin::questions.question')
      .findFirst({ filters: { code: 'T1A01' }, status: 'published', populate: ['topic'] } as never);
    expect(draft).toMatchObject({ code: 'T1A01', topic: { name: 'T1A' } });
    expect(published).toMatchObject({ code: 'T1A01', topic: { name: 'T1A' } });
  });

  it('changes nothing when the same file comes a second time [Q-32, I9]', async () => {
    const media = await zipOf({ 'T-1.PNG': read('t-1.png'), 't-2.png': read('t-2.png'), 't-3.png': read('t-3.png') });
    const second = await upload(kit, editor, { name: 'technician-again.csv', bytes: read('technician-2026-2030.csv'), media });
    const again = await runBatch(kit, editor, second.batch.id, {
      mapping: second.description.proposal,
      options: { publish: true },
    });
    expect(again.counts).toMatchObject({ read: 409, created: 0, updated: 0, skipped: 409, failed: 0 });
    expect(again.newTopics).toEqual([]);
  });

  it('lists each row with its result and filters by it [Q-31]', async () => {
    const page = await kit.call<{ rows: unknown[]; total: number; next: string | null }>(listImportRows, {
      as: editor,
      params: { id: file.batch.id },
      query: { warned: true, pageSize: 10 },
    });
    expect(page.body.total).toBe(WARNED);
    expect(page.body.rows).toHaveLength(10);
    expect(page.body.next).not.toBeNull();
  });
});
