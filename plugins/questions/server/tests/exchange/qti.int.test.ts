import { readFileSync } from 'node:fs';
import { db, sql } from '@lyceum/core/server';
import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ImportRow, listImportRows } from '../../../contract/index.ts';
import { zipFixture } from '../../src/import/readers/qti-testing.ts';
import { importFile } from '../support.ts';

let kit: TestKit;
let editor: Person;

beforeAll(async () => {
  kit = await testKit();
  editor = await kit.staff();
});

const fixture = async (name: string) => ({ name: `${name}.zip`, bytes: readFileSync(await zipFixture(name)) });
const rowsOf = async (id: string): Promise<ImportRow[]> =>
  (await kit.call<{ rows: ImportRow[] }>(listImportRows, { as: editor, params: { id }, query: { pageSize: '100' } })).body.rows;
const defaults = { difficulty: 5, language: 'en' } as const;

describe('a package of another system [Q-24]', () => {
  it('of Canvas becomes drafts with topic, points and stored pictures; what the bank has no type for is listed', async () => {
    const batch = await importFile(kit, editor, await fixture('qti-canvas'), { defaults });
    expect(batch).toMatchObject({ state: 'finished', counts: { read: 11, created: 9, skipped: 2, failed: 0 } });
    const made = await db().one<{ stem: string; points: number; topic: string }>(sql`
      SELECT d.stem, d.points, t.name AS topic FROM questions_questions d
      JOIN questions_questions_topic_lnk l ON l.question_id = d.id JOIN questions_topics t ON t.id = l.topic_id
      WHERE d.code = 'g3f1c2d4e5b6a7980c1d2e3f4a5b6c7d' AND d.published_at IS NULL`);
    expect(made?.stem).toMatch(/!\[Map of Türkiye\]\(\/uploads\/[^)]+\.png\)$/);
    expect(made).toMatchObject({ topic: 'World knowledge' });
    expect(Number(made?.points)).toBe(2);
    const again = await importFile(kit, editor, await fixture('qti-canvas'), { defaults });
    expect(again.counts).toMatchObject({ created: 0, skipped: 11, failed: 0 });
  });

  it('of TAO fails in the one file that is broken and takes the rest [I4, I10]', async () => {
    const batch = await importFile(kit, editor, await fixture('qti-tao'), { defaults });
    const rows = await rowsOf(batch.id);
    const failed = rows.filter(({ result }) => result === 'failed');
    expect(failed.map(({ messages }) => messages.map(({ code }) => code))).toEqual([['qtiNotXml']]);
    expect(batch.counts).toMatchObject({ read: 17, created: 13, skipped: 3, failed: 1 });
  });
});
