import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { deleteMapping, listMappings, previewMapping, saveMapping } from '../../../contract/index.ts';
import { POOLS, runBatch, uniqueName, upload } from '../support.ts';

const has = existsSync(path.join(POOLS, 'harbour-2026.csv'));
const read = (name: string) => readFileSync(path.join(POOLS, name));

describe.skipIf(!has)('the small pool of the same form', () => {
  let kit: TestKit;
  let editor: Person;
  let file: Awaited<ReturnType<typeof upload>>;

  beforeAll(async () => {
    kit = await testKit();
    editor = await kit.staff();
    file = await upload(kit, editor, {
      name: 'harbour-2026.csv',
      bytes: read('harbour-2026.csv'),
      media: read('harbour-2026-figures.zip'),
    });
  });

  it('shows the form of the key on three rows with different keys [Q-26]', async () => {
    const { body } = await kit.call<{
      rows: { keyCell: string; keyMeans: string; options: { text: string; isCorrect: boolean }[] }[];
      missing: string[];
    }>(previewMapping, { as: editor, params: { id: file.batch.id }, body: { mapping: file.description.proposal } });
    expect(body.missing).toEqual([]);
    expect(new Set(body.rows.map(({ keyCell }) => keyCell)).size).toBe(3);
    for (const { keyMeans, options } of body.rows) expect(options.find(({ isCorrect }) => isCorrect)?.text).toBe(keyMeans);
  });

  it('goes in with its figures: 40 created, 8 topics, 4 warnings', async () => {
    const batch = await runBatch(kit, editor, file.batch.id, { mapping: file.description.proposal, options: { publish: true } });
    expect(batch).toMatchObject({ state: 'finished', counts: { read: 40, created: 40, failed: 0, warned: 4 } });
    expect(batch.newTopics).toHaveLength(8);
  });

  it('keeps its mapping under a name for the next file [Q-26]', async () => {
    const name = uniqueName('Harbour');
    const save = () => kit.call<{ id: string }>(saveMapping, { as: editor, body: { name, mapping: file.description.proposal } });
    const [first, second] = [await save(), await save()];
    expect(second.body.id).toBe(first.body.id);
    const { body } = await kit.call<{ rows: { name: string; mapping: unknown }[] }>(listMappings, { as: editor });
    expect(body.rows.find((row) => row.name === name)?.mapping).toEqual(file.description.proposal);
    const remove = () => kit.call(deleteMapping, { as: editor, params: { id: first.body.id } });
    expect([(await remove()).status, (await remove()).status]).toEqual([200, 404]);
  });
});
