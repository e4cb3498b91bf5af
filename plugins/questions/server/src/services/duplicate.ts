import { refuse } from '@lyceum/core/contract';
import { type Actor, audit, db, encodeCursor, inTransaction, settings, staffOf } from '@lyceum/core/server';
import type { z } from 'zod';
import {
  type DuplicatePair,
  type DuplicateScan,
  type FieldComparison,
  type listDuplicates,
  type PairSide,
  questionSettings,
  questionsProblems,
} from '../../../contract/index.ts';
import { compareQuestions } from '../../../domain/comparison/compare-questions.ts';
import { askForScan } from '../jobs/scan-duplicates.ts';
import {
  countPairs,
  decidePair,
  findPair,
  listPairs,
  mergedInto,
  type PairRecord,
  pairsOf,
  reopenPair,
} from '../records/duplicate.ts';
import { findScan } from '../records/duplicate-scan.ts';
import { raisePoolVersion } from '../records/publish.ts';
import { findDraft, findDrafts } from '../records/question.ts';
import { toInput } from '../records/question-row.ts';
import { toPair, toSide } from './pair-side.ts';
import { questionNames } from './question-names.ts';
import { changeableOf, requireSeen, scopeOf, seenOf } from './scope.ts';
import { topicPaths, topicTree } from './topic-tree.ts';

type Query = z.output<NonNullable<(typeof listDuplicates)['query']>>;

const paths = async () => topicPaths(await topicTree(db()));

/** @throws Refusal `duplicateNotFound`, the same for a pair of foreign questions as for none at all */
export const pairOf = async (id: number, actor: Actor): Promise<PairRecord> =>
  (await findPair(db(), id, await scopeOf(actor))) ?? refuse(questionsProblems.duplicateNotFound);

export const pairNow = async (id: number, actor: Actor): Promise<DuplicatePair> => toPair(await pairOf(id, actor), await paths());

/** The queue, as far as the actor sees it; the total is counted for the first page only. */
export async function duplicateList({ cursor, pageSize, sort, from, search, ...filter }: Query, actor: Actor) {
  const scope = await scopeOf(actor);
  const { similarShownFrom } = await settings(questionSettings).get();
  const all = { ...filter, search: search?.toLowerCase(), from: (from ?? similarShownFrom) / 100 };
  const [found, total, names] = await Promise.all([
    listPairs(db(), all, scope, { cursor, pageSize, sort }),
    cursor === undefined ? countPairs(db(), all, scope) : null,
    paths(),
  ]);
  const rows = found.slice(0, pageSize);
  const last = rows.at(-1);
  return {
    rows: rows.map((row) => toPair(row, names)),
    next: found.length > pageSize && last ? encodeCursor([last.sort_value, last.id]) : null,
    total,
  };
}

/** One pair with both questions field by field. */
export async function duplicateDetail(id: number, actor: Actor): Promise<DuplicatePair & { fields: FieldComparison[] }> {
  const pair = await pairOf(id, actor);
  const rows = await findDrafts(db(), [pair.a_document_id, pair.b_document_id]);
  const of = (documentId: string) =>
    rows.find(({ document_id: one }) => one === documentId) ?? refuse(questionsProblems.duplicateNotFound);
  const names = await questionNames(db());
  return {
    ...toPair(pair, await paths()),
    fields: compareQuestions(toInput(of(pair.a_document_id)), toInput(of(pair.b_document_id)), 'texts', names),
  };
}

/** @throws Refusal `questionReadOnly` when the actor may change neither of the two */
async function requireWork({ a_document_id: a, b_document_id: b }: PairRecord, actor: Actor): Promise<void> {
  if ((await changeableOf(actor, [a, b])).length === 0) refuse(questionsProblems.questionReadOnly);
}

/** Keeps both, as two or as variants. Of two editors who decide at once one is told that the other was faster. */
export function decide(id: number, decision: 'keep' | 'variants', actor: Actor): Promise<DuplicatePair> {
  const editor = staffOf(actor);
  return inTransaction(async (tx) => {
    const pair = await pairOf(id, actor);
    await requireWork(pair, actor);
    if (!(await decidePair(tx, id, decision, editor.id))) refuse(questionsProblems.duplicateDecided);
    await audit(tx, {
      actor,
      action: 'questions.decideDuplicate',
      object: `duplicate:${id}`,
      after: { ...pairIds(pair), decision },
    });
    // What exams compiled from the pairs that never share a paper must be compiled anew.
    if (decision === 'variants') await raisePoolVersion(tx);
    return pairNow(id, actor);
  });
}

export const pairIds = (pair: PairRecord) => ({ a: pair.a_document_id, b: pair.b_document_id });

/** Lets a pair wait again. @throws Refusal `duplicateDecided` when it waits already or was merged */
export function undoDecision(id: number, actor: Actor): Promise<DuplicatePair> {
  return inTransaction(async (tx) => {
    const pair = await pairOf(id, actor);
    await requireWork(pair, actor);
    if (pair.decision === null || pair.decision === 'merged' || !(await reopenPair(tx, id, pair.decision)))
      refuse(questionsProblems.duplicateDecided);
    await audit(tx, {
      actor,
      action: 'questions.undoDuplicateDecision',
      object: `duplicate:${id}`,
      before: { ...pairIds(pair), decision: pair.decision },
    });
    if (pair.decision === 'variants') await raisePoolVersion(tx);
    return pairNow(id, actor);
  });
}

/** Pairs a question belongs to, and what it was merged into. */
export async function ofQuestion(
  documentId: string,
  actor: Actor,
): Promise<{ pairs: DuplicatePair[]; mergedInto: PairSide | null }> {
  await requireSeen(actor, documentId);
  const { similarShownFrom } = await settings(questionSettings).get();
  const [pairs, merged, names] = await Promise.all([
    pairsOf(db(), documentId, await scopeOf(actor), similarShownFrom / 100),
    mergedInto(db(), documentId),
    paths(),
  ]);
  // Whose the kept one is may have changed since: a foreign private question is not named.
  const [seen] = merged ? await seenOf(actor, [merged.kept]) : [];
  const kept = seen ? await findDraft(db(), seen) : null;
  return { pairs: pairs.map((pair) => toPair(pair, names)), mergedInto: kept ? toSide(kept, names) : null };
}

export async function scanState(): Promise<DuplicateScan> {
  const scan = await findScan(db());
  if (!scan) return { state: 'never', progress: 0, compared: 0, found: 0, isLimited: false, finishedAt: null };
  return {
    state: scan.state,
    progress: scan.state === 'done' ? 1 : scan.state === 'waiting' ? 0 : Math.min(1, scan.compared / Math.max(1, scan.questions)),
    compared: scan.compared,
    found: scan.found,
    isLimited: scan.is_limited,
    finishedAt: scan.finished_at?.toISOString() ?? null,
  };
}

export async function startScan(): Promise<DuplicateScan> {
  await askForScan();
  return scanState();
}
