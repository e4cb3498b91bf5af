import { db, sql } from '@lyceum/core/server';
import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  createExamType,
  downloadFailedRows,
  downloadImportLosses,
  downloadTemplate,
  type ImportRow,
  listImportRows,
  previewMapping,
  uploadImport,
} from '../../../contract/index.ts';
import { importFile, runBatch, uniqueName, upload, zipOf } from '../support.ts';

let kit: TestKit;
let editor: Person;

beforeAll(async () => {
  kit = await testKit();
  editor = await kit.staff();
});

const rowsOf = async (id: string, query: Record<string, string | boolean> = {}): Promise<ImportRow[]> =>
  (await kit.call<{ rows: ImportRow[] }>(listImportRows, { as: editor, params: { id }, query })).body.rows;
const jsonOf = (questions: readonly unknown[]) => ({
  name: 'questions.json',
  bytes: Buffer.from(JSON.stringify({ format: 'lyceum-questions', version: 1, questions })),
});
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
/** Half a second of silence as WAV. */
function silence(): Buffer {
  const data = Buffer.alloc(4_000, 128);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + data.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8_000, 24);
  head.writeUInt32LE(8_000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}
const draftOf = (code: string) =>
  db().one<Record<string, unknown>>(sql`
    SELECT d.*, t.name AS topic_name FROM questions_questions d LEFT JOIN questions_questions_topic_lnk l ON l.question_id = d.id
    LEFT JOIN questions_topics t ON t.id = l.topic_id WHERE d.code = ${code} AND d.published_at IS NULL`);

describe('a file of whole questions [Q-24]', () => {
  it('needs no mapping: kinds, missing values and a preview are shown, and chosen values fill the gaps', async () => {
    const topic = uniqueName('Seas');
    const gift = `$CATEGORY: ${topic}\n\n::One::Which sea is salt-free? ${topic} {=None ~All ~Some}\n\n::Two::Ice floats ${topic}.{T}\n\nA text without answers ${topic}.\n`;
    const { batch, description } = await upload(kit, editor, { name: 'seas.gift', bytes: Buffer.from(gift) });
    expect(description).toMatchObject({ format: 'gift', rowCount: 3, headers: [], missing: [] });
    expect(description.items?.missing).toMatchObject({ difficulty: 2, language: 2 });
    expect(description.items?.kinds.some(({ isKnown }) => !isKnown)).toBe(true);
    const defaults = { difficulty: 8, language: 'tr', licence: 'CC BY 4.0' } as const;
    const preview = await kit.call<{ rows: { type: string; keyMeans: string; topic: string }[] }>(previewMapping, {
      as: editor,
      params: { id: batch.id },
      body: { defaults },
    });
    expect(preview.body.rows[0]).toMatchObject({ type: 'single-choice', keyMeans: expect.stringContaining('None') });
    const dry = await runBatch(kit, editor, batch.id, { dryRun: true, defaults });
    const done = await runBatch(kit, editor, batch.id, { defaults });
    expect(dry.counts).toEqual(done.counts);
    expect(done).toMatchObject({ state: 'finished', counts: { read: 3, created: 2, skipped: 1, failed: 0 } });
    const rows = await rowsOf(batch.id);
    expect(rows.find(({ result }) => result === 'skipped')?.messages).toMatchObject([{ code: 'kindUnknown' }]);
    const made = await draftOf(rows.find(({ result }) => result === 'created')?.code ?? '');
    expect(made).toMatchObject({ difficulty: 8, language: 'tr', licence: 'CC BY 4.0', topic_name: topic });
  });

  it('written twice changes nothing the second time [Q-32, I9]', async () => {
    const file = jsonOf([
      { type: 'true-false', stem: `Salt floats ${uniqueName('x')}.`, key: { correct: ['false'] }, topic: 'Items' },
    ]);
    expect((await importFile(kit, editor, file)).counts).toMatchObject({ created: 1 });
    expect((await importFile(kit, editor, file)).counts).toMatchObject({ created: 0, skipped: 1, failed: 0 });
  });

  it('names topics, exam types and skills in words; what is not known here is left out and reported', async () => {
    const code = uniqueName('EX').slice(0, 30);
    await kit.call(createExamType, { as: editor, body: { code, name: 'Harbour exam' } });
    const question = {
      code: uniqueName('n'),
      type: 'true-false',
      stem: 'Tides come twice a day.',
      key: { correct: ['true'] },
      topic: 'Items / Tides / Height / Too deep',
      examTypes: [code, 'no-such-exam'],
      skill: 'no such skill',
    };
    const batch = await importFile(kit, editor, jsonOf([question]));
    expect(batch.counts).toMatchObject({ created: 1, leftOut: 1 });
    const [row] = await rowsOf(batch.id, { fidelity: 'leftOut' });
    expect(row?.losses.map((loss) => loss.code).sort()).toEqual(['examTypeUnknown', 'skillUnknown', 'topicCut']);
    const made = await draftOf(question.code);
    expect(made).toMatchObject({ topic_name: 'Height', skill: null });
    expect(made['exam_types']).toHaveLength(1);
    const file = await kit.call(downloadImportLosses, { as: editor, params: { id: batch.id }, query: { language: 'tr' } });
    expect(file.text).toContain('“no-such-exam” adlı bir sınav türü yok');
    expect(file.text).toContain('dışarıda kaldı');
  });

  it('shows images and audio from the ZIP beside it, each kept once; what is missing fails the question [Q-20, Q-22, Q-27]', async () => {
    const base = { type: 'true-false', key: { correct: ['true'] }, topic: 'Items' };
    const codes = [uniqueName('m'), uniqueName('m'), uniqueName('m')];
    const file = {
      ...jsonOf([
        { ...base, code: codes[0], stem: `![a dot](media:figures/dot.png) ${codes[0]}` },
        { ...base, code: codes[1], stem: `![a sound](media:hush.wav "plays=2") ${codes[1]}` },
        { ...base, code: codes[2], stem: `![nothing](media:gone.png) ${codes[2]}` },
      ]),
      media: await zipOf({ 'figures/dot.png': png, 'hush.wav': silence() }),
    };
    const batch = await importFile(kit, editor, file);
    expect(batch.counts).toMatchObject({ created: 2, failed: 1 });
    expect((await draftOf(codes[0] ?? ''))['stem']).toMatch(/^!\[a dot\]\(\/uploads\/[^)]+\.png\)/);
    expect((await draftOf(codes[1] ?? ''))['stem']).toMatch(/^!\[a sound\]\(\/media\/[0-9a-f-]{36} "plays=2"\)/);
    const [failed] = await rowsOf(batch.id, { result: 'failed' });
    expect(failed?.messages).toMatchObject([{ code: 'mediaMissing', field: 'stem', params: { name: 'gone.png' } }]);
    const again = await importFile(kit, editor, file);
    expect(again.counts).toMatchObject({ created: 0, skipped: 2, failed: 1 });
  });

  it('gives refused questions back as JSON with the reason, to mend and upload again [Q-31]', async () => {
    const [good, bad] = [uniqueName('f'), uniqueName('f')];
    const base = {
      type: 'single-choice',
      options: [
        { id: 'a', text: 'one' },
        { id: 'b', text: 'two' },
      ],
      topic: 'Items',
    };
    const batch = await importFile(
      kit,
      editor,
      jsonOf([
        { ...base, code: good, stem: `Good ${good}?`, key: { correct: ['a'] } },
        { ...base, code: bad, stem: `Bad ${bad}?`, key: { correct: ['a', 'b'] } },
      ]),
    );
    expect(batch.counts).toMatchObject({ created: 1, failed: 1 });
    const file = await kit.call(downloadFailedRows, { as: editor, params: { id: batch.id }, query: { language: 'ar' } });
    expect(file.headers.get('content-disposition')).toContain('questions-failed.json');
    const [refused] = JSON.parse(file.text).questions;
    expect(refused).toMatchObject({ code: bad, reason: expect.stringContaining('إجابة صحيحة واحدة') });
    const mended = await importFile(kit, editor, jsonOf([{ ...refused, key: { correct: ['b'] } }]));
    expect(mended.counts).toMatchObject({ read: 1, created: 1, failed: 0 });
  });

  it('comes with a template and a worked example as JSON [Q-24]', async () => {
    const example = await kit.call(downloadTemplate, { as: editor, query: { format: 'json', example: true } });
    const batch = await importFile(kit, editor, { name: 'example.json', bytes: Buffer.from(example.text) }, { dryRun: true });
    expect(batch.counts).toMatchObject({ read: 10, created: 10, failed: 0 });
    expect((await kit.call(downloadTemplate, { as: editor, query: { format: 'json' } })).text).toContain('lyceum-questions');
  });

  it('without questions is refused as a whole', async () => {
    const reply = await kit.call<{ id: string }>(uploadImport, { as: editor, files: { file: jsonOf([]) } });
    expect(reply.status).toBe(200);
    await expect(upload(kit, editor, jsonOf([]))).rejects.toThrow('questions/import-empty');
  });
});

describe('exact duplicates [Q-39]', () => {
  const question = (code: string, text: string) => ({
    code,
    type: 'single-choice',
    stem: text,
    options: [
      { id: 'a', text: 'red' },
      { id: 'b', text: 'green' },
    ],
    key: { correct: ['a'] },
    topic: 'Items',
  });

  it('are an error in create mode, naming the other code or the other row, and a warning otherwise', async () => {
    const text = `Which colour warns ${uniqueName('of')} danger?`;
    const [first, second, third] = [uniqueName('d'), uniqueName('d'), uniqueName('d')];
    await importFile(kit, editor, jsonOf([question(first, text)]));
    const file = jsonOf([question(second, `**${text}**`), question(third, text.toUpperCase())]);
    const create = await importFile(kit, editor, file, { dryRun: true });
    expect(create.counts).toMatchObject({ created: 0, failed: 2 });
    expect((await rowsOf(create.id)).map(({ messages }) => messages.map(({ code, params }) => [code, params]))).toEqual([
      [['exactDuplicate', { code: first }]],
      [['sameQuestion', { row: 1 }]],
    ]);
    const both = await importFile(kit, editor, file, { dryRun: true, options: { mode: 'createOrUpdate' } });
    expect(both.counts).toMatchObject({ created: 2, warned: 2, failed: 0 });
  });

  it('that only look alike are warned of with the percentage [Q-39]', async () => {
    const word = uniqueName('signal');
    const long = `Which colour does the lamp of the ${word} show to a ship that comes into the harbour by night in thick fog?`;
    const [first, second] = [uniqueName('s'), uniqueName('s')];
    await importFile(kit, editor, jsonOf([question(first, long)]));
    const batch = await importFile(kit, editor, jsonOf([question(second, long.replace('night', 'nights'))]));
    expect(batch.counts).toMatchObject({ created: 1, warned: 1 });
    const [row] = await rowsOf(batch.id);
    expect(row?.messages).toMatchObject([{ code: 'similarQuestion', level: 'warning', params: { code: first } }]);
    expect(Number(row?.messages[0]?.params['percent'])).toBeGreaterThanOrEqual(85);
  });
});
