import { sql } from '@lyceum/core/server';
import type { CustomRule, RowResult } from '../../../../contract/index.ts';
import type { ExchangeItem } from '../../../../domain/exchange/item.ts';
import { type BankFacts, type DecidedRow, decideRow } from '../../../../domain/import/decide.ts';
import { mediaFinder } from '../../../../domain/import/figures.ts';
import { type ItemFacts, prepareItem } from '../../../../domain/import/prepare-item.ts';
import { prepareRow } from '../../../../domain/import/prepare-row.ts';
import { newSeen, type PreparedRow, type Seen, seenBefore } from '../../../../domain/import/prepared.ts';
import type { RawRow } from '../../../../domain/import/row.ts';
import { slugOf } from '../../../../domain/topic/slug.ts';
import { type NewTopic, type TopicPlan, topicPlan } from '../../../../domain/topic/topic-plan.ts';
import { placed, sameName } from '../../../../domain/topic/tree.ts';
import { redirects } from '../../records/redirect.ts';
import { allRules } from '../../records/rule.ts';
import { allTopics, lockTopics } from '../../records/topic.ts';
import type { RunTask } from '../tasks.ts';
import { beforeChange } from './before.ts';
import type { ChildDb } from './database.ts';
import { existingDrafts, mergedCodes, sameDrafts, writtenRows } from './existing.ts';
import { insertTopics, move, reportRows } from './move.ts';
import { knownNames } from './names.ts';
import { lookForSimilar, type Similar, similarRows } from './similar.ts';
import { fillStage, newDocumentId } from './stage.ts';

/** What a reader gives: a row under headers, or a whole question. */
export type Raw = RawRow | ExchangeItem;

/** What a run keeps from chunk to chunk. */
export type Session = {
  readonly db: ChildDb;
  readonly task: RunTask;
  /** Columns of a table; empty for a file of whole questions. */
  readonly headers: readonly string[];
  /** Addresses of stored images a text may show. */
  readonly files: ReadonlySet<string>;
  readonly names: Pick<ItemFacts, 'examType' | 'skill'>;
  /** Rules of the institution's own. */
  readonly rules: readonly CustomRule[];
  /** Hashes of rows an earlier run of this batch wrote. */
  readonly written: ReadonlySet<string>;
  readonly similar: Similar;
  seen: Seen;
  plan: TopicPlan;
  prepare: (raw: Raw) => PreparedRow;
  analysed: boolean;
};

async function freshPlan(db: ChildDb, { content }: RunTask): Promise<TopicPlan> {
  const { createTopics, topicParent } = content.kind === 'rows' ? content.mapping : content.defaults;
  return topicPlan(placed(await allTopics(db)), {
    create: createTopics,
    parent: topicParent,
    newId: newDocumentId,
    redirects: await redirects(db, 'topic'),
  });
}

const isItem = (raw: Raw): raw is ExchangeItem => 'kind' in raw;

/** How a raw row or item becomes a prepared one under the choices of this run. */
function preparer({ task, headers, files, names, rules, seen, plan }: Omit<Session, 'prepare' | 'similar'>): Session['prepare'] {
  const { content, options } = task;
  const ours = new Set(task.media.flatMap(([, found]) => ('url' in found ? [found.url] : [])));
  const facts = {
    ...names,
    rules,
    topic: plan.find,
    media: mediaFinder(new Map(task.media)),
    hasTopic: () => true,
    hasFile: (url: string) => ours.has(url) || files.has(url),
  };
  const shared = { facts, seen, acceptWarnings: options.acceptWarnings };
  return (raw) => {
    if (isItem(raw)) {
      if (content.kind === 'rows') throw new Error('An item came where rows were expected');
      return prepareItem(raw, { ...shared, defaults: content.defaults, isShapeKnown: task.format === 'json' });
    }
    if (content.kind === 'items') throw new Error('A row came where items were expected');
    return prepareRow(raw, { ...shared, headers, mapping: content.mapping, strictWidth: task.format === 'csv' });
  };
}

export async function newSession(db: ChildDb, task: RunTask, headers: readonly string[]): Promise<Session> {
  const files = new Set(
    (
      await db.many<{ url: string }>(sql`
        (SELECT url FROM files WHERE mime LIKE 'image/%' ORDER BY id DESC LIMIT 200000)
        UNION SELECT url FROM activity.questions_media`)
    ).map(({ url }) => url),
  );
  const written = task.run > 1 ? await writtenRows(db, task.batchId, task.run) : new Set<string>();
  const names = await knownNames(db);
  const rules = await allRules(db);
  const plan = await freshPlan(db, task);
  const parts = { db, task, headers, files, names, rules, written, seen: newSeen(), plan, analysed: false };
  return { ...parts, similar: lookForSimilar(task), prepare: preparer(parts) };
}

/** Forgets what was planned and not written, from a row on: after a rollback. */
export async function replan(session: Session, fromNumber: number): Promise<void> {
  session.seen = seenBefore(session.seen, fromNumber);
  session.plan = await freshPlan(session.db, session.task);
  session.prepare = preparer(session);
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
  readonly raw: readonly Raw[];
  readonly rows: readonly PreparedRow[];
  readonly planned: readonly NewTopic[];
  /** What the rows are like, found by another thread meanwhile. */
  readonly similar: Promise<BankFacts['similar']>;
};
export type DecidedChunk = {
  readonly rows: readonly DecidedRow[];
  readonly newTopics: readonly Pick<NewTopic, 'documentId' | 'path'>[];
};

/** Row → question → rules, and the topics that are missing. Touches no database. */
export function prepareChunk(session: Session, raw: readonly Raw[]): PreparedChunk {
  const rows = raw.map(session.prepare);
  return { raw, rows, planned: session.plan.take(), similar: similarRows(session.similar, rows) };
}

/** What becomes of the rows. Nothing of them is written yet; new topics are, unless it is a dry run. */
export async function decideChunk(
  { db, task, written }: Session,
  { rows, planned, similar: found }: PreparedChunk,
): Promise<DecidedChunk> {
  if (!task.dryRun) await writeTopics(db, planned);
  const [existing, same, merged, similar] = await Promise.all([
    existingDrafts(db, rows, task.reach),
    sameDrafts(db, rows, task.reach),
    mergedCodes(db, rows),
    found,
  ]);
  const bank = { existing, same, merged, similar, written };
  return {
    rows: rows.map((row) => decideRow(row, bank, task.options, newDocumentId)),
    newTopics: planned.map(({ documentId, path }) => ({ documentId, path })),
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
  if (!task.dryRun) steps.push(beforeChange(db, task, [...idsOf('updated'), ...(task.options.publish ? waiting : [])]));
  if (!task.dryRun)
    steps.push(move(db, { ...task, ...task.options, created: idsOf('created'), updated: idsOf('updated'), waiting }));
  // The same for a bank that was empty until now: 500 codes would be half of all it can imagine.
  if (isFirst && !task.dryRun)
    steps.push(db.run(sql`ANALYZE questions_questions (code, document_id), questions_questions_topic_lnk`));
  await Promise.all(steps);
}
