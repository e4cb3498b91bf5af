import { sql } from '@lyceum/core/server';
import type { RowResult } from '../../../../contract/index.ts';
import { type DecidedRow, decideRow } from '../../../../domain/import/decide.ts';
import { mediaFinder } from '../../../../domain/import/figures.ts';
import { type PreparedRow, prepareRow, type RowContext } from '../../../../domain/import/prepare-row.ts';
import type { RawRow } from '../../../../domain/import/row.ts';
import { slugOf } from '../../../../domain/topic/slug.ts';
import { type NewTopic, type TopicPlan, topicPlan } from '../../../../domain/topic/topic-plan.ts';
import { placed, sameName } from '../../../../domain/topic/tree.ts';
import { redirects } from '../../records/redirect.ts';
import { allTopics, lockTopics } from '../../records/topic.ts';
import type { RunTask } from '../tasks.ts';
import type { ChildDb } from './database.ts';
import { existingDrafts, writtenRows } from './existing.ts';
import { insertTopics, move, reportRows } from './move.ts';
import { fillStage, newDocumentId } from './stage.ts';

/** What a run keeps from chunk to chunk. */
export type Session = {
  readonly db: ChildDb;
  readonly task: RunTask;
  readonly headers: readonly string[];
  /** Addresses of stored images a text may show. */
  readonly files: ReadonlySet<string>;
  readonly codes: Map<string, number>;
  /** Hashes of rows an earlier run of this batch wrote. */
  readonly written: ReadonlySet<string>;
  plan: TopicPlan;
  context: RowContext;
  analysed: boolean;
};

async function freshPlan(db: ChildDb, { mapping }: RunTask): Promise<TopicPlan> {
  return topicPlan(placed(await allTopics(db)), {
    create: mapping.createTopics,
    parent: mapping.topicParent,
    newId: newDocumentId,
    redirects: await redirects(db, 'topic'),
  });
}

function contextOf(
  { task, headers, files, codes }: Pick<Session, 'task' | 'headers' | 'files' | 'codes'>,
  plan: TopicPlan,
): RowContext {
  const ours = new Set(task.media.flatMap(([, found]) => ('url' in found ? [found.url] : [])));
  return {
    headers,
    mapping: task.mapping,
    acceptWarnings: task.options.acceptWarnings,
    strictWidth: task.format === 'csv',
    codes,
    facts: {
      topic: plan.find,
      media: mediaFinder(new Map(task.media)),
      hasTopic: () => true,
      hasFile: (url) => ours.has(url) || files.has(url),
    },
  };
}

export async function newSession(db: ChildDb, task: RunTask, headers: readonly string[]): Promise<Session> {
  const files = new Set(
    (await db.many<{ url: string }>(sql`SELECT url FROM files WHERE mime LIKE 'image/%' ORDER BY id DESC LIMIT 200000`)).map(
      ({ url }) => url,
    ),
  );
  const plan = await freshPlan(db, task);
  const written = task.run > 1 ? await writtenRows(db, task.batchId, task.run) : new Set<string>();
  const parts = { db, task, headers, files, written, codes: new Map<string, number>() };
  return { ...parts, plan, context: contextOf(parts, plan), analysed: false };
}

/** Forgets what was planned and not written: after a rollback. */
export async function replan(session: Session, codes: ReadonlyMap<string, number>): Promise<void> {
  session.codes.clear();
  for (const [code, number] of codes) session.codes.set(code, number);
  session.plan = await freshPlan(session.db, session.task);
  session.context = contextOf(session, session.plan);
}

/** Somebody else may have made one of the planned topics meanwhile; then the chunk is planned anew. */
async function writeTopics(db: ChildDb, planned: readonly NewTopic[]): Promise<void> {
  if (planned.length === 0) return;
  await lockTopics(db);
  const taken = new Set((await allTopics(db)).map(({ parent, name }) => `${parent ?? ''}\n${sameName(name)}`));
  if (planned.some(({ parent, name }) => taken.has(`${parent ?? ''}\n${sameName(name)}`)))
    throw new Error('Topics changed meanwhile');
  await insertTopics(
    db,
    planned.map((topic) => ({ ...topic, slug: slugOf(topic.name) })),
  );
}

/** Rows of the file with what they became, before the bank was asked. */
export type PreparedChunk = {
  readonly raw: readonly RawRow[];
  readonly rows: readonly PreparedRow[];
  readonly planned: readonly NewTopic[];
};
export type DecidedChunk = { readonly rows: readonly DecidedRow[]; readonly newTopics: readonly string[] };

/** Row → question → rules, and the topics that are missing. Touches no database. */
export function prepareChunk(session: Session, raw: readonly RawRow[]): PreparedChunk {
  const rows = raw.map((row) => prepareRow(row, session.context));
  return { raw, rows, planned: session.plan.take() };
}

/** What becomes of the rows. Nothing of them is written yet; new topics are, unless it is a dry run. */
export async function decideChunk({ db, task, written }: Session, { rows, planned }: PreparedChunk): Promise<DecidedChunk> {
  if (!task.dryRun) await writeTopics(db, planned);
  const existing = await existingDrafts(db, rows);
  return {
    rows: rows.map((row) => decideRow(row, existing, task.options.mode, written, newDocumentId)),
    newTopics: planned.map(({ path }) => path),
  };
}

/**
 * Stages what was decided, moves it into the bank (not in a dry run) and reports it.
 * Without updates every statement is issued before this returns its promise.
 */
export async function settleChunk(session: Session, { rows }: DecidedChunk): Promise<void> {
  const { db, task } = session;
  const isFirst = !session.analysed;
  session.analysed = true;
  const idsOf = (wanted: RowResult) =>
    rows.flatMap(({ result, documentId }) => (result === wanted && documentId !== null ? [documentId] : []));
  const waiting = rows.flatMap(({ publishesExisting, existing }) => (publishesExisting && existing ? [existing.documentId] : []));
  const steps: Promise<unknown>[] = [fillStage(db, rows)];
  // The planner takes an unknown table for a large one and then reads all questions for each chunk.
  if (isFirst) steps.push(db.run(sql`ANALYZE questions_stage`));
  // Reported before the move: a move with updates waits for answers, and the report needs none.
  steps.push(reportRows(db, task));
  if (!task.dryRun)
    steps.push(move(db, { ...task, ...task.options, created: idsOf('created'), updated: idsOf('updated'), waiting }));
  // The same for a bank that was empty until now: 500 codes would be half of all it can imagine.
  if (isFirst && !task.dryRun)
    steps.push(db.run(sql`ANALYZE questions_questions (code, document_id), questions_questions_topic_lnk`));
  await Promise.all(steps);
}
