import { refuse } from '@lyceum/core/contract';
import { type Actor, announce, audit, db, inTransaction, staffOf, type Tx } from '@lyceum/core/server';
import { type DuplicatePair, type MergePlan, questionEvents, questionsProblems } from '../../../contract/index.ts';
import { withGains } from '../../../domain/duplicates/merge-gains.ts';
import { contentHash } from '../../../domain/question/hashes.ts';
import { dropCodeRedirect, redirectCode } from '../records/code-redirect.ts';
import { type MergeMemo, noteMerge, type PairRecord, reopenPair } from '../records/duplicate.ts';
import { type Gains, reviveDraft, writeGains } from '../records/merge.ts';
import { archiveQuestions, publishDrafts } from '../records/publish.ts';
import { findDraft, findDrafts, lockDraft } from '../records/question.ts';
import { isModified, type QuestionRecord, toInput } from '../records/question-row.ts';
import { pairIds, pairNow, pairOf } from './duplicate.ts';
import { moveAll, undoMoves } from './merge-moves.ts';
import { toSide } from './pair-side.ts';
import { questions } from './question.ts';
import { questionNames } from './question-names.ts';
import { requireChangeable } from './scope.ts';
import { topicPaths, topicTree } from './topic-tree.ts';
import { usesOf } from './uses.ts';

type Two = { readonly kept: QuestionRecord; readonly merged: QuestionRecord };

/** Both questions in their parts. @throws Refusal `duplicateDecided`, `mergeArchived`, or `duplicateNotFound` for a third one */
async function twoOf(tx: Parameters<typeof findDrafts>[0], pair: PairRecord, keep: string): Promise<Two> {
  if (pair.decision !== null) refuse(questionsProblems.duplicateDecided);
  const { a, b } = pairIds(pair);
  if (keep !== a && keep !== b) refuse(questionsProblems.duplicateNotFound);
  const rows = await findDrafts(tx, [a, b]);
  const kept = rows.find(({ document_id: id }) => id === keep) ?? refuse(questionsProblems.duplicateNotFound);
  const merged = rows.find(({ document_id: id }) => id !== keep) ?? refuse(questionsProblems.duplicateNotFound);
  if (kept.state === 'archived' || merged.state === 'archived') refuse(questionsProblems.mergeArchived);
  return { kept, merged };
}

const gainsOf = ({ kept, merged }: Two): Gains => {
  const after = withGains(toInput(kept), toInput(merged));
  const { tags, furtherTopics, examTypes, skill } = after;
  return { tags, furtherTopics, examTypes, skill, contentHash: contentHash(after) };
};

const usesNames = async (documentId: QuestionRecord['document_id']): Promise<string[]> => [
  ...new Set((await usesOf([documentId])).map(({ title }) => title)),
];

/** What a merge would do, for the question that asks before it is done. */
export async function planOf(id: number, keep: string, actor: Actor): Promise<MergePlan> {
  const two = await twoOf(db(), await pairOf(id, actor), keep);
  const { kept, merged } = two;
  const [names, paths, uses] = await Promise.all([
    questionNames(db()),
    topicPaths(await topicTree(db())),
    usesNames(merged.document_id),
  ]);
  const gains = gainsOf(two);
  const added = (all: readonly string[], own: readonly string[] | null) => all.filter((one) => !(own ?? []).includes(one));
  return {
    kept: toSide(kept, paths),
    merged: toSide(merged, paths),
    tags: added(gains.tags, kept.tags),
    furtherTopics: added(gains.furtherTopics, kept.further_topics).map(names),
    examTypes: added(gains.examTypes, kept.exam_types).length,
    uses,
    canBeUndone: uses.length === 0,
  };
}

const isCurrent = (row: QuestionRecord): boolean => row.state === 'published' && row.version > 0 && !isModified(row);

/** Writes the kept one's draft; what learners get of it follows when nobody was in the middle of changing it. */
async function write(tx: Tx, kept: QuestionRecord, gains: Gains, actor: Actor, note: string): Promise<void> {
  if (gains.contentHash === kept.content_hash) return;
  await writeGains(tx, kept.document_id, gains, staffId(actor));
  if (isCurrent(kept)) await publishDrafts(tx, [kept.document_id], questions.authorOf(actor), note);
}

const staffId = (actor: Actor): number => staffOf(actor).id;

/** Both drafts, the smaller id first, so that two merges never wait for each other. */
async function lockBoth(tx: Tx, pair: PairRecord): Promise<void> {
  const { a, b } = pairIds(pair);
  for (const documentId of [a, b].sort()) await lockDraft(tx, documentId);
}

/**
 * One question takes the place of the other: it gains its tags, topics, exam types, variants and translations; the other is
 * archived and its code leads to the kept one. Who uses the other hears of it after the commit.
 */
export function merge(id: number, keep: string, actor: Actor): Promise<DuplicatePair> {
  return inTransaction(async (tx) => {
    const pair = await pairOf(id, actor);
    const { a, b } = pairIds(pair);
    for (const documentId of [a, b]) await requireChangeable(actor, documentId);
    await lockBoth(tx, pair);
    const two = await twoOf(tx, await pairOf(id, actor), keep);
    const { kept, merged } = two;
    const gains = gainsOf(two);
    const change = { from: merged.document_id, to: kept.document_id };
    const memo: MergeMemo = {
      kept: kept.document_id,
      merged: merged.document_id,
      mergedState: merged.state,
      keptBefore: kept.content_hash,
      keptAfter: gains.contentHash,
      tags: kept.tags ?? [],
      furtherTopics: kept.further_topics ?? [],
      examTypes: kept.exam_types ?? [],
      skill: kept.skill,
      wasPublished: isCurrent(merged),
      wasUsed: (await usesOf([merged.document_id])).length > 0,
      moves: await moveAll(tx, { ...change, staffId: staffId(actor) }),
    };
    if (!(await noteMerge(tx, id, staffId(actor), memo))) refuse(questionsProblems.duplicateDecided);
    await write(tx, kept, gains, actor, `+ ${merged.code}`);
    await archiveQuestions(tx, [merged.document_id]);
    await redirectCode(tx, merged.code, merged.document_id, kept.document_id);
    await announce(tx, questionEvents.questionMerged, { kept: kept.document_id, merged: merged.document_id });
    await audit(tx, {
      actor,
      action: 'questions.merge',
      object: `question:${kept.document_id}`,
      before: toInput(kept),
      after: { ...gains, merged: merged.document_id, mergedCode: merged.code },
    });
    await audit(tx, {
      actor,
      action: 'questions.mergedAway',
      object: `question:${merged.document_id}`,
      after: { kept: kept.document_id, note: kept.code },
    });
    return pairNow(id, actor);
  });
}

/** Why a merge cannot be taken back; null when it can. */
function obstacle(
  memo: MergeMemo,
  kept: QuestionRecord | null,
  merged: QuestionRecord | null,
): 'used' | 'changed' | 'gone' | null {
  if (memo.wasUsed) return 'used';
  if (!kept || !merged || kept.state === 'archived') return 'gone';
  return kept.content_hash === memo.keptAfter && merged.state === 'archived' ? null : 'changed';
}

/**
 * Takes a merge back: the kept question loses what it gained and the other one is what it was. One that was published with
 * unpublished changes comes back as a draft.
 * @throws Refusal `mergeNotUndone` with the reason: used, changed, gone
 */
export function undoMerge(id: number, actor: Actor): Promise<DuplicatePair> {
  return inTransaction(async (tx) => {
    const first = await pairOf(id, actor);
    for (const documentId of Object.values(pairIds(first))) await requireChangeable(actor, documentId);
    await lockBoth(tx, first);
    const { merge: memo } = await pairOf(id, actor);
    if (memo === null) return refuse(questionsProblems.mergeNotUndone, { params: { reason: 'open' } });
    const [kept, merged] = [await findDraft(tx, memo.kept), await findDraft(tx, memo.merged)];
    const reason = obstacle(memo, kept, merged);
    if (reason !== null || !kept || !merged)
      return refuse(questionsProblems.mergeNotUndone, { params: { reason: reason ?? 'gone' } });
    const { tags, furtherTopics, examTypes, skill } = memo;
    await write(tx, kept, { tags, furtherTopics, examTypes, skill, contentHash: memo.keptBefore }, actor, `− ${merged.code}`);
    await reviveDraft(tx, merged.document_id, memo.mergedState === 'published' ? 'draft' : memo.mergedState);
    if (memo.wasPublished) await publishDrafts(tx, [merged.document_id], questions.authorOf(actor));
    await dropCodeRedirect(tx, merged.code);
    await undoMoves(tx, { from: memo.merged, to: memo.kept }, memo.moves);
    await reopenPair(tx, id, 'merged');
    await audit(tx, {
      actor,
      action: 'questions.undoMerge',
      object: `question:${memo.kept}`,
      before: memo,
      after: { restored: memo.merged, note: merged.code },
    });
    await audit(tx, {
      actor,
      action: 'questions.undoMerge',
      object: `question:${memo.merged}`,
      after: { kept: memo.kept, note: kept.code },
    });
    return pairNow(id, actor);
  });
}
