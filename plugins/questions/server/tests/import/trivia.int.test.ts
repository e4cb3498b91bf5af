import { readFileSync } from 'node:fs';
import path from 'node:path';
import { changeSettings, db, sql } from '@lyceum/core/server';
import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImportBatch, type ImportRow, listImportRows, type RuleMessage } from '../../../contract/index.ts';
import { dropBatch, hasShared, runBatch, SHARED, upload } from '../support.ts';

const FOLDER = path.join(SHARED, 'trivia');
const FILES = ['animals', 'brain-teasers', 'history', 'science-technology', 'video-games', 'world'];
const COLUMNS = ['topic', 'question', 'a', 'b', 'c', 'd', 'answer'];

type Entry = { stem: string; key: string; options: string[] };

/** The entries of a file; bytes stand as signs of Latin-1, so that nothing of them changes. */
function entriesOf(name: string): Entry[] {
  const blocks = readFileSync(path.join(FOLDER, name), 'latin1').split(/\r?\n(?=#Q)/);
  return blocks.flatMap((block) => {
    const lines = block.split(/\r?\n/);
    const caret = lines.findIndex((line) => line.startsWith('^'));
    if (!block.startsWith('#Q') || caret < 0) return [];
    return {
      stem: lines.slice(0, caret).join('\n').slice(2).trim(),
      key: (lines[caret] ?? '').slice(1).trim(),
      options: lines
        .slice(caret + 1)
        .filter((line) => /^[A-D] ?/.test(line))
        .map((line) => line.slice(1).trim()),
    };
  });
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
/** The same bytes as a table. */
const tableOf = (name: string, entries: readonly Entry[]): Buffer =>
  Buffer.from(
    [
      COLUMNS,
      ...entries.map(({ stem, options, key }) => [`Trivia ${name}`, stem, ...[0, 1, 2, 3].map((at) => options[at] ?? ''), key]),
    ]
      .map((cells) => cells.map(quoted).join(','))
      .join('\n'),
    'latin1',
  );

/** What an exact duplicate is, told apart from the product's own code: stem, set of options and key without case of the stem. */
const identity = (row: { stem: string; options: { id: string; text: string }[] | null; key: { correct: string[] } }): string => {
  const plain = (text: string) =>
    text
      .normalize('NFKC')
      .replace(/[*_`$~#>\\]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
  const options = row.options ?? [];
  const right = options.filter(({ id }) => row.key.correct.includes(id)).map(({ text }) => plain(text));
  return JSON.stringify([plain(row.stem).toLowerCase(), options.map(({ text }) => plain(text)).sort(), right]);
};

describe.skipIf(!hasShared)('the six trivia files (skipped without ../shared/data)', () => {
  let kit: TestKit;
  let editor: Person;
  const batches: { name: string; entries: Entry[]; batch: ImportBatch; encoding: string | undefined; failed: ImportRow[] }[] = [];
  const limits = (importRows: number) =>
    changeSettings({ plugin: 'questions', values: { importRows }, actor: { kind: 'staff', id: editor.id, email: editor.email } });

  beforeAll(async () => {
    kit = await testKit();
    editor = await kit.staff();
    await limits(20_000);
    for (const name of FILES) {
      const entries = entriesOf(name);
      const { batch, description } = await upload(kit, editor, { name: `${name}.csv`, bytes: tableOf(name, entries) });
      const fields = {
        topic: { from: 'column', column: 'topic' },
        stem: { from: 'column', column: 'question' },
        key: { from: 'column', column: 'answer' },
        type: { from: 'fixed', value: 'single-choice' },
        difficulty: { from: 'fixed', value: '5' },
        language: { from: 'fixed', value: 'en' },
        licence: { from: 'fixed', value: 'CC BY-SA 4.0' },
      } as const;
      const mapping = { ...description.proposal, fields, options: ['a', 'b', 'c', 'd'], keyForm: 'text' as const };
      const done = await runBatch(kit, editor, batch.id, { mapping });
      const failed: ImportRow[] = [];
      for (let cursor: string | undefined; ; ) {
        const query = { result: 'failed', pageSize: 200, ...(cursor ? { cursor } : {}) };
        const { body } = await kit.call<{ rows: ImportRow[]; next: string | null }>(listImportRows, {
          as: editor,
          params: { id: batch.id },
          query,
        });
        failed.push(...body.rows);
        if (body.next === null) break;
        cursor = body.next;
      }
      batches.push({ name, entries, batch: done, encoding: description.source.encoding, failed });
    }
  }, 600_000);
  afterAll(async () => {
    await limits(20_000);
    for (const { batch } of batches) await dropBatch(batch.id);
  });

  const isDuplicate = ({ code }: RuleMessage) => code === 'sameQuestion' || code === 'exactDuplicate';

  it('are read whole, and their bytes are repaired [Q-25]', async () => {
    expect(batches.map(({ entries }) => entries.length)).toEqual([1366, 207, 1645, 2486, 599, 4875]);
    expect(batches.map(({ batch }) => batch.counts.read)).toEqual(batches.map(({ entries }) => entries.length));
    for (const name of ['animals', 'brain-teasers']) expect(batches.find((one) => one.name === name)?.encoding).toBe('utf-8');
    for (const name of ['history', 'science-technology', 'video-games', 'world'])
      expect(batches.find((one) => one.name === name)?.encoding).toMatch(/^(utf-8-mixed|windows-1252)$/);
    const broken = await db().many<{ stem: string }>(sql`
      SELECT stem FROM questions_questions WHERE source_batch = ANY (${batches.map(({ batch }) => batch.id)}) AND published_at IS NULL
        AND (stem || options::text) ~ ${'[\u0080-\u009f\uFFFD]|â€|Ã[\u0080-\u00bf]'}`);
    expect(broken).toEqual([]);
  });

  it('are all there but the exact duplicates, which the report names [Q-39]', async () => {
    const rows = await db().many<{ stem: string; options: { id: string; text: string }[]; key: { correct: string[] } }>(sql`
      SELECT stem, options, key FROM questions_questions
      WHERE source_batch = ANY (${batches.map(({ batch }) => batch.id)}) AND published_at IS NULL`);
    const created = batches.reduce((sum, { batch }) => sum + batch.counts.created, 0);
    expect(rows).toHaveLength(created);
    // No two that are there are the same, so every duplicate was found.
    expect(new Set(rows.map(identity)).size).toBe(rows.length);
    const failed = batches.flatMap((one) => one.failed);
    const duplicates = failed.filter(({ messages }) => messages.some(isDuplicate));
    expect(duplicates.length).toBeGreaterThan(10);
    expect(created + failed.length).toBe(11_178);
    // What else is refused breaks a rule of its own: two options alike, or an empty one.
    const others = failed.filter(({ messages }) => !messages.some(isDuplicate));
    const codes = new Set(
      others.flatMap(({ messages }) => messages.filter(({ level }) => level === 'error').map(({ code }) => code)),
    );
    expect([...codes].filter((code) => !['optionsEqual', 'optionGap', 'optionEmpty', 'optionCount'].includes(code))).toEqual([]);
    expect(others.length).toBeLessThanOrEqual(9);
    for (const { messages } of duplicates)
      expect(Object.keys(messages.find(isDuplicate)?.params ?? {})[0]).toMatch(/^(row|code)$/);
  });
});
