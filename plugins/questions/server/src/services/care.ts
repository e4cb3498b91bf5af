import { refuse } from '@lyceum/core/contract';
import { type Actor, actorKey, audit, db, decodeCursor, encodeCursor, enqueue, inTransaction, sql } from '@lyceum/core/server';
import { type CareCode, type CareRow, countFigures, questionsProblems } from '../../../contract/index.ts';
import { cleanLine } from '../../../domain/text/clean.ts';
import { type CareRecord, careRows, dismiss, dismissedFlags, figuresOfQuestion, undismiss } from '../records/item-figures.ts';
import { seenIn } from '../records/scope.ts';
import { requireChangeable, requireSeen, scopeOf } from './scope.ts';

const openReports = async (documentId: string): Promise<number> =>
  (
    await db().one<{ count: number }>(
      sql`SELECT count(*) AS count FROM activity.questions_reports WHERE document_id = ${documentId} AND state = 'open'`,
    )
  ).count;

/** What attempts say about each version of a question. @throws Refusal `questionNotFound` for one the actor may not see */
export async function figures(documentId: string, actor: Actor) {
  await requireSeen(actor, documentId);
  const records = await figuresOfQuestion(db(), documentId);
  const newest = records[0];
  return {
    rows: records.map(({ number, figures: found, flags, countedAt }) => ({
      ...found,
      number,
      flags,
      countedAt: countedAt.toISOString(),
    })),
    openReports: await openReports(documentId),
    dismissed: newest ? await dismissedFlags(db(), newest.revisionId) : [],
  };
}

const toRow = ({ figures: { times, difficulty, discrimination }, stemStart, ...row }: CareRecord): CareRow => ({
  documentId: row.documentId,
  code: row.code,
  stemStart: cleanLine(stemStart).slice(0, 200),
  type: row.type,
  number: row.number,
  times,
  difficulty: difficulty.value,
  discrimination: discrimination?.value ?? null,
  flags: row.flags,
  openReports: row.openReports,
});

type Query = { cursor?: string | undefined; pageSize: number; flag?: CareCode | undefined };

/** Questions that need care, worst first. */
export async function careList({ cursor, pageSize, flag }: Query, actor: Actor) {
  const [severity, revision] = cursor === undefined ? [] : decodeCursor(cursor).map(Number);
  const after = severity !== undefined && revision !== undefined ? ([severity, revision] as const) : null;
  const scope = seenIn(await scopeOf(actor));
  const found = await careRows(db(), { scope, flag, after, limit: pageSize + 1 });
  const rows = found.slice(0, pageSize);
  const last = rows.at(-1);
  return {
    rows: rows.map(toRow),
    next: found.length > pageSize && last ? encodeCursor([last.severity, last.revisionId]) : null,
    total: null,
  };
}

/** Puts a flag of the newest version aside, or takes it back. */
export async function dismissFlag(
  documentId: string,
  { flag, dismissed }: { flag: CareCode; dismissed: boolean },
  actor: Actor,
): Promise<{ dismissed: CareCode[] }> {
  await requireChangeable(actor, documentId);
  return inTransaction(async (tx) => {
    const [newest] = await figuresOfQuestion(tx, documentId);
    if (!newest) return refuse(questionsProblems.questionNotFound);
    if (dismissed) await dismiss(tx, newest.revisionId, flag, actorKey(actor));
    else await undismiss(tx, newest.revisionId, flag);
    await audit(tx, {
      actor,
      action: dismissed ? 'questions.dismissFlag' : 'questions.restoreFlag',
      object: `question:${documentId}`,
      after: { flag, version: newest.number },
    });
    return { dismissed: await dismissedFlags(tx, newest.revisionId) };
  });
}

/** Counts the figures as soon as a worker is free. */
export async function recount(): Promise<{ queued: true }> {
  await inTransaction((tx) => enqueue(tx, countFigures, { at: Date.now() }));
  return { queued: true };
}
