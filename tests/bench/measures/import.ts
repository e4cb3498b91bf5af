import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import exceljs from 'exceljs';
import { nearCorpus } from '../../../plugins/questions/domain/testing/near-corpus.ts';
import { CHILD_FLAGS } from '../../../plugins/questions/server/src/import/in-child.ts';
import { type Line, median } from '../compare.ts';
import type { Stage } from '../stage.ts';

const ROWS = Number(process.env['BENCH_IMPORT_ROWS'] ?? 100_000);
const ROUNDS = 3;
const ENTRY = path.resolve(import.meta.dirname, '../../../plugins/questions/server/src/import/child/main.ts');
const HEADERS = ['code', 'topic', 'question', 'a', 'b', 'c', 'd', 'answer'];

/** Stems as they are in real banks, some of them nearly alike; others in every round. */
const stems = new Map<string, readonly string[]>();
function stemsOf(round: string): readonly string[] {
  const known =
    stems.get(round) ??
    nearCorpus(
      ROWS,
      [...round].reduce((sum, sign) => sum * 31 + sign.charCodeAt(0), 7),
    );
  stems.clear();
  stems.set(round, known);
  return known;
}

const row = (at: number, round: string): string[] => [
  `B${round}-${at}`,
  `Bench ${round} / Group ${at % 35}`,
  stemsOf(round)[at] ?? '',
  `Value ${at}`,
  `Value ${at + 1}`,
  `Value ${at + 2}`,
  `None of these, number ${at}`,
  'ABCD'[at % 4] ?? 'A',
];

async function workbook(file: string, round: string): Promise<void> {
  const book = new exceljs.stream.xlsx.WorkbookWriter({ filename: file, useSharedStrings: true });
  const sheet = book.addWorksheet('Questions');
  sheet.addRow(HEADERS).commit();
  for (let at = 0; at < ROWS; at += 1) sheet.addRow(row(at, round)).commit();
  sheet.commit();
  await book.commit();
}

async function jsonFile(file: string, round: string): Promise<void> {
  function* lines() {
    yield '{"format":"lyceum-questions","version":1,"questions":[';
    for (let at = 0; at < ROWS; at += 1) {
      const [code, topic, stem, a = '', b = '', c = '', d = '', answer = ''] = row(at, round);
      const options = [a, b, c, d].map((text, place) => ({ id: 'abcd'[place], text }));
      const question = {
        code,
        type: 'single-choice',
        stem,
        options,
        key: { correct: [answer.toLowerCase()] },
        topic,
        difficulty: 5,
        language: 'en',
      };
      yield `${at > 0 ? ',' : ''}\n${JSON.stringify(question)}`;
    }
    yield '\n]}\n';
  }
  await writeFile(file, lines());
}

const column = (name: string) => ({ from: 'column', column: name });
const fixed = (value: string) => ({ from: 'fixed', value });
const MAPPING = {
  fields: {
    code: column('code'),
    topic: column('topic'),
    stem: column('question'),
    key: column('answer'),
    type: fixed('single-choice'),
    difficulty: fixed('5'),
    language: fixed('en'),
  },
  options: ['a', 'b', 'c', 'd'],
  keyForm: 'letter',
  createTopics: true,
  topicParent: null,
};

const DEFAULTS = {
  topic: null,
  createTopics: true,
  topicParent: null,
  difficulty: 5,
  language: 'en',
  examTypes: [],
  source: null,
  licence: null,
};

type Format = 'xlsx' | 'json';
const memoryMb = (pid: number | undefined, field: string): number => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
};

/**
 * The whole of ours: a fresh process reads the file, checks, looks for near-duplicates in bank and file, and writes drafts,
 * published rows, links, revisions, pool and report.
 */
async function ours(
  { database, environment }: Stage,
  file: string,
  format: Format,
): Promise<{ sec: number; aboveIdleMb: number }> {
  const id = randomUUID();
  await database.query(
    `INSERT INTO activity.questions_import_batches (id, file_id, file_name, format, size_bytes, state, run, dry_run) VALUES ($1, $1, 'bench', $2, 1, 'running', 1, false)`,
    [id, format],
  );
  const child = fork(ENTRY, [], {
    env: { ...environment, NODE_COMPILE_CACHE: path.join(tmpdir(), 'lyceum-bench-compiled') },
    execArgv: CHILD_FLAGS,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await new Promise((resolve) => setTimeout(resolve, 500));
  const idleMb = memoryMb(child.pid, 'VmRSS');
  let peakMb = 0;
  child.on('message', () => {
    peakMb = Math.max(peakMb, memoryMb(child.pid, 'VmHWM'));
  });
  const started = performance.now();
  child.send({
    task: 'run',
    batchId: id,
    run: 1,
    dryRun: false,
    path: file,
    format,
    source: format === 'xlsx' ? { sheet: 'Questions' } : { encoding: 'utf-8' },
    content: format === 'xlsx' ? { kind: 'rows', mapping: MAPPING } : { kind: 'items', defaults: DEFAULTS },
    options: { mode: 'create', onError: 'skip', publish: true, acceptWarnings: true },
    limits: { rows: 200_000, fileBytes: 5e8 },
    chunkRows: 500,
    retries: 0,
    media: [],
    author: null,
    reach: { kind: 'all', staffId: 0 },
    owner: { ownerId: null, institute: null },
    similarFrom: 0.85,
    database: { connectionString: environment['DATABASE_URL'] },
  });
  await new Promise((resolve) => child.once('exit', resolve));
  const sec = (performance.now() - started) / 1000;
  const { rows } = await database.query('SELECT created_count FROM activity.questions_import_batches WHERE id = $1', [id]);
  if (rows[0]?.created_count !== ROWS) throw new Error(`Only ${rows[0]?.created_count} of ${ROWS} rows were imported`);
  return { sec, aboveIdleMb: Math.round(peakMb - idleMb) };
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

/** The limit: COPY from a file the server reads, then the same rows into the same tables, one statement each, one transaction. */
async function bare({ database }: Stage, round: string): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lyceum-bench-copy-'));
  chmodSync(folder, 0o755);
  const file = path.join(folder, 'rows.csv');
  const lines = Array.from({ length: ROWS }, (_, at) => {
    const [code = '', topic = '', stem = '', a, b, c, d, answer] = row(at, round);
    const options = JSON.stringify([a, b, c, d].map((text, place) => ({ id: 'abcd'[place], text })));
    const id = `${round}x${at}`.padEnd(24, 'z');
    return [id, code, topic, stem, options, JSON.stringify({ correct: [answer?.toLowerCase()] })].map(quoted).join(',');
  });
  await writeFile(file, lines.join('\n'), { mode: 0o644 });
  const client = await database.connect();
  const started = performance.now();
  try {
    await client.query('BEGIN');
    await client.query(
      'CREATE TEMP TABLE s (document_id text, code text, topic text, stem text, options jsonb, key jsonb) ON COMMIT DROP',
    );
    await client.query(`COPY s FROM '${file}' WITH (FORMAT csv)`);
    await client.query('ANALYZE s');
    const now = `(now() AT TIME ZONE 'UTC')`;
    await client.query(
      `INSERT INTO questions_topics (document_id, name, slug, "order", created_at, updated_at, published_at)
       SELECT substr(md5(topic), 1, 24), topic, md5(topic), 0, ${now}, ${now}, ${now} FROM (SELECT DISTINCT topic FROM s) t`,
    );
    for (const published of ['NULL', now]) {
      await client.query(
        `WITH made AS (
           INSERT INTO questions_questions (document_id, code, type, stem, options, key, hints, tags, points, difficulty, language, state, content_hash, source_batch, created_at, updated_at, published_at)
           SELECT document_id, code, 'single-choice', stem, options, key, '[]', '[]', 1, 5, 'en', 'published', encode(sha256(stem::bytea), 'hex'), '${round}', ${now}, ${now}, ${published} FROM s RETURNING id, document_id)
         INSERT INTO questions_questions_topic_lnk (question_id, topic_id)
         SELECT m.id, t.id FROM made m JOIN s USING (document_id) JOIN questions_topics t ON t.document_id = substr(md5(s.topic), 1, 24)`,
      );
    }
    await client.query(
      `WITH made AS (
         INSERT INTO activity.questions_revisions (document_id, number, content, key, content_hash)
         SELECT document_id, 1, jsonb_build_object('type', 'single-choice', 'code', code, 'stem', stem, 'options', options, 'unit', NULL, 'explanation', NULL, 'solution', NULL,
             'hints', '[]'::jsonb, 'points', 1, 'difficulty', 5, 'topic', topic, 'tags', '[]'::jsonb, 'language', 'en', 'estimatedSec', NULL, 'source', NULL,
             'licence', NULL), key, encode(sha256(stem::bytea), 'hex')
         FROM s RETURNING id, document_id)
       INSERT INTO activity.questions_pool (document_id, revision_id, topic_document_id, difficulty, type, language)
       SELECT document_id, id, '-', 5, 'single-choice', 'en' FROM made`,
    );
    await client.query('COMMIT');
    return (performance.now() - started) / 1000;
  } finally {
    client.release();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a round wrote goes, so that the next one compares with as large a bank. Revisions stay: they cannot go. */
async function swept({ database }: Stage): Promise<void> {
  await database.query(
    `DELETE FROM activity.questions_pool WHERE document_id IN (SELECT document_id FROM questions_questions WHERE code LIKE 'B%-%')`,
  );
  await database.query(`DELETE FROM questions_questions WHERE code LIKE 'B%-%'`);
  await database.query('VACUUM ANALYZE questions_questions');
}

type Pair = { ours: number; bare: number; aboveIdleMb: number };

async function round(stage: Stage, folder: string, at: number, format: Format): Promise<Pair> {
  const file = path.join(folder, `${at}.${format}`);
  await (format === 'xlsx' ? workbook : jsonFile)(file, `${format}${at}`);
  const mine = await ours(stage, file, format);
  await swept(stage);
  const theirs = await bare(stage, `bare${format}${at}`);
  await swept(stage);
  return { ours: mine.sec, bare: theirs, aboveIdleMb: mine.aboveIdleMb };
}

function lineOf(format: Format, pairs: readonly Pair[]): Line {
  const ratio = median(pairs.map((pair) => pair.bare / pair.ours));
  const oursSec = median(pairs.map((pair) => pair.ours));
  const memory = Math.max(...pairs.map((pair) => pair.aboveIdleMb));
  return {
    path: `import ${ROWS.toLocaleString('en')} questions from ${format.toUpperCase()}, checked, near-duplicates found`,
    ours: `${oursSec.toFixed(1)} s (${Math.round(ROWS / oursSec).toLocaleString('en')}/s)`,
    bare: `${median(pairs.map((pair) => pair.bare)).toFixed(1)} s`,
    ratio,
    goal: '≥ 0.5, child ≤ 300 MB above idle',
    met: ratio >= 0.5 && memory <= 300,
    note: `child at most ${memory} MB above idle`,
  };
}

/** Imports of XLSX and JSON against a bare COPY with a set-based move into the same tables. */
export async function importing(stage: Stage): Promise<Line[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lyceum-bench-import-'));
  try {
    const lines: Line[] = [];
    for (const format of ['xlsx', 'json'] as const) {
      const pairs: Pair[] = [];
      for (let at = 0; at < ROUNDS; at += 1) pairs.push(await round(stage, folder, at, format));
      lines.push(lineOf(format, pairs));
    }
    return lines;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
