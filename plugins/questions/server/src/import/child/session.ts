import { faultPoint, sql } from '@lyceum/core/server';
import type { RowResult } from '../../../../contract/index.ts';
import { type DecidedRow, decideRow } from '../../../../domain/import/decide.ts';
import { mediaFinder } from '../../../../domain/import/figures.ts';
import { prepareRow, type RowContext } from '../../../../domain/import/prepare-row.ts';
import type { RawRow } from '../../../../domain/import/row.ts';
import { slugOf } from '../../../../domain/topic/slug.ts';
import { type NewTopic, type TopicPlan, topicPlan } from '../../../../domain/topic/topic-plan.ts';
import { placed, sameName } from '../../../../domain/topic/tree.ts';
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

export type StagedChunk = { readonly rows: readonly DecidedRow[]; readonly newTopics: string[] };

/** Prepare, plan topics, decide. Nothing of the rows is written yet; new topics are, unless it is a dry run. */
export async function decideChunk(session: Session, rows: readonly RawRow[]): Promise<StagedChunk> {
  const { db, task, written } = session;
  const prepared = rows.map((row) => prepareRow(row, session.context));
  const planned = session.plan.take();
  if (!task.dryRun) await writeTopics(db, planned);
  const existing = await existingDrafts(db, prepared);
  return {
    rows: prepared.map((row) => decideRow(row, existing, task.options.mode, written, newDocumentId)),
    newTopics: planned.map(({ path }) => path),
  };
}

/** Stages what was decided, moves it into the bank (not in a dry run) and reports it. */
export async function settleChunk(session: Session, { rows }: StagedChunk): Promise<void> {
  const { db, task } = session;
  await fillStage(db, rows);
  // The planner takes an unknown table for a large one and then reads all questions for each chunk.
  if (!session.analysed) await db.run(sql`ANALYZE questions_stage`);
  if (!task.dryRun) {
    const idsOf = (wanted: RowResult) =>
      rows.flatMap(({ result, documentId }) => (result === wanted && documentId !== null ? [documentId] : []));
    const waiting = rows.flatMap(({ publishesExisting, existing }) =>
      publishesExisting && existing ? [existing.documentId] : [],
    );
    await move(db, { ...task, ...task.options, created: idsOf('created'), updated: idsOf('updated'), waiting });
  }
  await reportRows(db, task);
  // The same for a bank that was empty until now: 500 codes would be half of all it can imagine.
  if (!session.analysed && !task.dryRun)
    await db.run(sql`ANALYZE questions_questions (code, document_id), questions_questions_topic_lnk`);
  session.analysed = true;
  faultPoint('import-before-commit');
}
