import { db, inTransaction, sql, type Tx } from '@lyceum/core/server';
import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getImport, type ImportBatch, startImport, undoImport } from '../../../contract/index.ts';
import { nearCorpus } from '../../../domain/testing/near-corpus.ts';
import { csvOf, dropBatch, HEADERS, importFile, uniqueName, upload } from '../support.ts';

const ROWS = 20_000;
/** Where the import dies, one after the other: before a commit, after one, in the middle of a chunk, early and late. */
const KILLS = [
  'import-before-commit:1',
  'import-after-chunk:1',
  'import-in-chunk:2',
  'import-before-commit:5',
  'import-after-chunk:6',
  'import-in-chunk:4',
  'import-after-chunk:3',
  'import-before-commit:6',
  'import-in-chunk:7',
  'import-after-chunk:5',
];

let kit: TestKit;
let editor: Person;
let topic: string;

beforeAll(async () => {
  kit = await testKit();
  editor = await kit.staff();
  topic = uniqueName('Crash');
});
afterAll(() => {
  delete process.env['LYCEUM_FAULT'];
});

/** Every bad row and every duplicate stays what it is, whenever the worker dies. */
function file() {
  const stems = nearCorpus(ROWS, 8);
  const rows = Array.from({ length: ROWS }, (_, at) => {
    const number = at % 997 === 500 ? at - 1 : at;
    const question = at % 613 === 0 ? '' : `${stems[number]} ${topic}`;
    return [
      `${topic}-${at}`,
      `${topic} ${at % 35}`,
      question,
      `${number}`,
      `${number + 1}`,
      `${number + 2}`,
      `none of ${number}`,
      'ABCD'[at % 997 === 500 ? number % 4 : at % 4] ?? 'A',
    ];
  });
  return { name: 'basins.csv', bytes: csvOf([HEADERS, ...rows]) };
}

/** Everything that counts of the end: rows of the bank, what is published, the pool, the report. */
const snapshot = (id: string) => inTransaction((tx) => snapshotIn(tx, id));

async function snapshotIn(tx: Tx, id: string) {
  // On a busy machine the bank of all tests is joined for longer than a request may take.
  await tx.run(sql`SET LOCAL statement_timeout = 0`);
  const questions = await tx.many(sql`
    SELECT d.code, d.content_hash, d.same_hash, d.state, t.name AS topic, p.content_hash AS published, r.number, r.content_hash AS revision, o.difficulty AS pool
    FROM questions_questions d JOIN questions_questions_topic_lnk l ON l.question_id = d.id JOIN questions_topics t ON t.id = l.topic_id
    LEFT JOIN questions_questions p ON p.document_id = d.document_id AND p.published_at IS NOT NULL
    LEFT JOIN activity.questions_pool o ON o.document_id = d.document_id LEFT JOIN activity.questions_revisions r ON r.id = o.revision_id
    WHERE d.source_batch = ${id} AND d.published_at IS NULL ORDER BY d.code`);
  const report = await tx.many(sql`
    SELECT number, code, result, messages FROM activity.questions_import_rows WHERE batch_id = ${id} ORDER BY number`);
  return { questions, report };
}

describe('an import of 20,000 whose worker dies at ten points [C8]', () => {
  it('ends with the rows, hashes, counts and report of a clean run, and no question twice', async () => {
    // The topics stand before both runs: their ids are part of what is hashed.
    const topics = Array.from({ length: 35 }, (_, at) => [
      `${topic}-t${at}`,
      `${topic} ${at}`,
      `Topic ${topic} ${at}?`,
      'a',
      'b',
      'c',
      'd',
      'A',
    ]);
    await importFile(kit, editor, { name: 'topics.csv', bytes: csvOf([HEADERS, ...topics]) });
    const clean = await importFile(kit, editor, file(), { options: { publish: true } });
    expect(clean).toMatchObject({ state: 'finished', counts: { read: ROWS } });
    expect(clean.counts.failed).toBeGreaterThan(40);
    const expected = await snapshot(clean.id);
    expect(expected.questions).toHaveLength(clean.counts.created);
    await kit.call(undoImport, { as: editor, params: { id: clean.id } });
    await kit.work();

    const { batch, description } = await upload(kit, editor, file());
    await kit.call(startImport, {
      as: editor,
      params: { id: batch.id },
      body: { dryRun: false, mapping: description.proposal, options: { publish: true } },
    });
    const now = async () => (await kit.call<ImportBatch>(getImport, { as: editor, params: { id: batch.id } })).body;
    const goOn = () =>
      db().run(
        sql`UPDATE activity.core_jobs SET run_after = now(), attempts = 0, state = 'waiting' WHERE payload->>'batchId' = ${batch.id} AND name = 'questions.runImport'`,
      );
    let read = 0;
    for (const kill of KILLS) {
      process.env['LYCEUM_FAULT'] = kill;
      await kit.work();
      const { state, counts } = await now();
      expect(state, kill).toBe('running');
      // What was committed is never lost and never done again.
      expect(counts.read, kill).toBeGreaterThanOrEqual(read);
      expect(counts.read % 500, kill).toBe(0);
      read = counts.read;
      await goOn();
    }
    expect(read).toBeGreaterThan(5_000);
    delete process.env['LYCEUM_FAULT'];
    await kit.work();
    const { error } = await db().one<{ error: string | null }>(
      sql`SELECT error FROM activity.core_jobs WHERE payload->>'batchId' = ${batch.id} AND name = 'questions.runImport'`,
    );
    expect(await now(), error ?? '').toMatchObject({ state: 'finished' });
    const done = await now();
    expect(done.counts).toEqual(clean.counts);
    expect(await snapshot(batch.id)).toEqual(expected);
    await dropBatch(batch.id);
  }, 600_000);
});
