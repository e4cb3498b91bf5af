import { NearMatcher } from '../../../plugins/questions/domain/duplicates/near-matcher.ts';
import { nearCorpus } from '../../../plugins/questions/domain/testing/near-corpus.ts';
import { type Line, median } from '../compare.ts';
import type { Stage } from '../stage.ts';

const QUESTIONS = Number(process.env['BENCH_DUPLICATES'] ?? 100_000);
const THRESHOLD = 0.6;
const ROUNDS = 3;

type Run = { readonly sec: number; readonly cpuSec: number; readonly pairs: Set<number>; readonly mb: number };

/** Two places as one number. */
const pairOf = (a: number, b: number): number => Math.min(a, b) * QUESTIONS + Math.max(a, b);

/** Every text through the matcher, one after the other, as a scan of the bank does. */
function ours(texts: readonly string[]): Run {
  const before = process.memoryUsage().arrayBuffers;
  const started = performance.now();
  const cpu = process.cpuUsage();
  const matcher = new NearMatcher(THRESHOLD);
  const pairs = new Set<number>();
  texts.forEach((text, at) => {
    for (const { id } of matcher.add(String(at), text).matches) pairs.add(pairOf(Number(id), at));
  });
  const sec = (performance.now() - started) / 1000;
  const cpuSec = process.cpuUsage(cpu).user / 1e6;
  return { sec, cpuSec, pairs, mb: (process.memoryUsage().arrayBuffers - before) / 2 ** 20 };
}

/** Every so-manieth question is looked up by pg_trgm; all of them would take the better part of an hour. */
const SAMPLE = 600;

/** The limit: what a join by pg_trgm finds for a sample of the questions among all of them, over its index. */
async function join({ database }: Stage, texts: readonly string[]): Promise<Run> {
  const client = await database.connect();
  try {
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    await client.query('CREATE UNLOGGED TABLE bench_near (id integer PRIMARY KEY, stem text NOT NULL)');
    await client.query('INSERT INTO bench_near SELECT n - 1, t FROM unnest($1::text[]) WITH ORDINALITY u (t, n)', [texts]);
    await client.query('CREATE INDEX ON bench_near USING gin (stem gin_trgm_ops)');
    await client.query('VACUUM ANALYZE bench_near');
    await client.query(`SET pg_trgm.similarity_threshold = ${THRESHOLD}; SET enable_seqscan = off`);
    const started = performance.now();
    const { rows } = await client.query<{ a: number; b: number }>(
      `SELECT x.id AS a, y.id AS b FROM bench_near x JOIN bench_near y ON x.stem % y.stem AND x.id <> y.id WHERE x.id % ${Math.max(1, Math.floor(texts.length / SAMPLE))} = 0`,
    );
    const sec = (performance.now() - started) / 1000;
    return { sec, cpuSec: sec, pairs: new Set(rows.map(({ a, b }) => pairOf(a, b))), mb: 0 };
  } finally {
    await client.query('DROP TABLE IF EXISTS bench_near');
    client.release();
  }
}

/** Near-duplicates among many against a join by pg_trgm: time, and which of its pairs are found. */
export async function nearDuplicates(stage: Stage): Promise<Line[]> {
  const texts = nearCorpus(QUESTIONS, 41);
  const half = texts.slice(0, QUESTIONS / 2);
  const whole: Run[] = [];
  const halves: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    halves.push(ours(half).cpuSec);
    whole.push(ours(texts));
  }
  const full = await join(stage, texts);
  const [first] = whole;
  const found = [...full.pairs].filter((pair) => first?.pairs.has(pair)).length / Math.max(1, full.pairs.size);
  const joinSec = (full.sec * QUESTIONS) / Math.min(SAMPLE, QUESTIONS);
  const sec = median(whole.map((run) => run.sec));
  const growth = median(whole.map((run, at) => run.cpuSec / (halves[at] ?? 1)));
  const count = QUESTIONS.toLocaleString('en');
  return [
    {
      path: `near-duplicates among ${count}: pairs`,
      ours: `${(found * 100).toFixed(1)} % of them`,
      bare: `${full.pairs.size.toLocaleString('en')} pairs of ${SAMPLE} questions at ${THRESHOLD}`,
      ratio: found,
      goal: '≥ 0.98',
      met: found >= 0.98,
      note: `at most ${Math.round(Math.max(...whole.map((run) => run.mb)))} MB`,
    },
    {
      path: `near-duplicates among ${count}: time`,
      ours: `${sec.toFixed(1)} s`,
      bare: `${joinSec.toFixed(0)} s, from ${SAMPLE}`,
      ratio: joinSec / sec,
      goal: 'twice as many ≤ 2.6 × the work',
      met: growth <= 2.6,
      note: `half as many take ${growth.toFixed(2)} times less work`,
    },
  ];
}
