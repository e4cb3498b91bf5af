import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, expect, it } from 'vitest';
import { getImport, type ImportBatch, listQuestions, startImport } from '../../../contract/index.ts';
import { csvOf, dropBatch, HEADERS, uniqueName, upload } from '../support.ts';

let kit: TestKit;
let editor: Person;
beforeAll(async () => {
  kit = await testKit();
  editor = await kit.staff();
});

/** What the row itself allows on the reference machine. */
const MINUTES_5 = 5 * 60_000;

it(
  '10,000 plain rows are in within five minutes while the list goes on answering [Q-34]',
  async () => {
    const mark = uniqueName('bulk');
    const topic = uniqueName('Ten thousand');
    const rows = Array.from({ length: 10_000 }, (_, at) => {
      const words = `${(at * 7_919) % 10_007} ${(at * 104_729) % 15_485_863}`;
      return [
        `${mark}-${at}`,
        topic,
        `Which of these goes with ${words}?`,
        `one ${at}`,
        `two ${at}`,
        `three ${at}`,
        `four ${at}`,
        'B',
      ];
    });
    const { batch, description } = await upload(kit, editor, { name: 'ten-thousand.csv', bytes: csvOf([HEADERS, ...rows]) });
    const started = Date.now();
    const options = { acceptWarnings: true };
    await kit.call(startImport, {
      as: editor,
      params: { id: batch.id },
      body: { dryRun: false, mapping: description.proposal, options },
    });
    let isWorking = true;
    const work = kit.work().finally(() => {
      isWorking = false;
    });
    let answered = 0;
    while (isWorking) {
      const reply = await kit.call(listQuestions, { as: editor, query: { search: mark, pageSize: 50 } });
      expect(reply.status).toBe(200);
      answered += 1;
    }
    await work;
    const { body } = await kit.call<ImportBatch>(getImport, { as: editor, params: { id: batch.id } });
    expect(body).toMatchObject({ state: 'finished', counts: { created: 10_000, failed: 0 } });
    expect(answered).toBeGreaterThan(0);
    expect(Date.now() - started).toBeLessThan(MINUTES_5);
    await dropBatch(batch.id);
  },
  MINUTES_5,
);
