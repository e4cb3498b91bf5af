import { refuse } from '@lyceum/core/contract';
import { type Actor, db, settings, sql, type Tx } from '@lyceum/core/server';
import {
  type FieldComparison,
  type PairSide,
  type QuestionInput,
  questionSettings,
  questionsProblems,
  type RuleMessage,
  type SimilarQuestion,
} from '../../../contract/index.ts';
import { compareQuestions } from '../../../domain/comparison/compare-questions.ts';
import { nearText } from '../../../domain/duplicates/near-text.ts';
import { sameHash } from '../../../domain/duplicates/same-hash.ts';
import { signatureOf } from '../../../domain/duplicates/signature.ts';
import { percentOf, textSimilarity } from '../../../domain/duplicates/text-similarity.ts';
import { contentHash } from '../../../domain/question/hashes.ts';
import { normalise } from '../../../domain/question/normalise.ts';
import { error, warning } from '../../../domain/types/messages.ts';
import { findDraft, findDrafts } from '../records/question.ts';
import { toInput } from '../records/question-row.ts';
import type { Scope } from '../records/scope.ts';
import { storeSignatures } from '../records/signature.ts';
import { candidatesFor } from '../records/similar.ts';
import { toSide } from './pair-side.ts';
import { questionNames } from './question-names.ts';
import { requireSeen, scopeOf } from './scope.ts';
import { topicPaths, topicTree } from './topic-tree.ts';

const MOST_SHOWN = 20;

type Found = { documentId: string; code: string; similarity: number; isExact: boolean };

/** Questions of the bank that are like one, the most similar first; those of its own and decided pairs left out. */
async function alike(question: QuestionInput, documentId: string | null, from: number, scope: Scope | null): Promise<Found[]> {
  const text = nearText(question);
  const hash = sameHash(question);
  const found = await candidatesFor(db(), { documentId, sameHash: hash, bands: signatureOf(text) }, scope);
  return found
    .map((row): Found => {
      const isExact = row.same_hash === hash;
      const other = nearText({ ...row, options: row.options ?? [], details: row.details ?? {} });
      return { documentId: row.document_id, code: row.code, similarity: isExact ? 1 : textSimilarity(text, other), isExact };
    })
    .filter(({ similarity, isExact }) => isExact || similarity >= from)
    .sort((a, b) => Number(b.isExact) - Number(a.isExact) || b.similarity - a.similarity || (a.code < b.code ? -1 : 1))
    .slice(0, MOST_SHOWN);
}

/**
 * What the rules say about the question and the rest of the bank: the same question is an error for a new one and a warning
 * for one that is in the bank already; a similar one is a warning. One message, about the most similar.
 * @param documentId of the question itself; null while it is new
 */
export async function duplicateMessages(question: QuestionInput, documentId: string | null): Promise<RuleMessage[]> {
  if (question.stem.trim() === '') return [];
  const { similarShownFrom } = await settings(questionSettings).get();
  const [first] = await alike(question, documentId, similarShownFrom / 100, null);
  if (!first) return [];
  const { code, documentId: other } = first;
  if (first.isExact) return [(documentId === null ? error : warning)('exactDuplicate', 'stem', { code, documentId: other })];
  return [warning('similarQuestion', 'stem', { code, documentId: other, percent: percentOf(first.similarity) })];
}

/** Of two editors who write the same new question at once the second waits, and is then told of the first one's. */
export async function holdTwins(tx: Tx, question: QuestionInput): Promise<void> {
  const hash = sameHash(normalise(question));
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtext('questions.same'), hashtext(${hash}))`);
}

/** Keeps what the question is found by up to date, in the transaction that wrote it. */
export async function signQuestion(tx: Tx, documentId: string, question: QuestionInput): Promise<void> {
  await storeSignatures(tx, [{ documentId, contentHash: contentHash(question), bands: signatureOf(nearText(question)) }]);
}

/** The same for many that are in the bank: after an import. */
export async function signDrafts(tx: Tx, documentIds: readonly string[]): Promise<void> {
  const rows = await findDrafts(tx, documentIds);
  if (rows.length === 0) return;
  await storeSignatures(
    tx,
    rows.map((row) => ({
      documentId: row.document_id,
      contentHash: row.content_hash,
      bands: signatureOf(nearText(toInput(row))),
    })),
  );
}

/** Everything of the bank the actor sees that is like an unsaved question. */
export async function similarTo(
  input: QuestionInput,
  documentId: string | undefined,
  actor: Actor,
): Promise<{ matches: SimilarQuestion[] }> {
  const { similarFrom } = await settings(questionSettings).get();
  const found = await alike(normalise(input), documentId ?? null, similarFrom / 100, await scopeOf(actor));
  const rows = new Map(
    (
      await findDrafts(
        db(),
        found.map(({ documentId: id }) => id),
      )
    ).map((row) => [String(row.document_id), row]),
  );
  const paths = topicPaths(await topicTree(db()));
  return {
    matches: found.flatMap(({ documentId: id, similarity, isExact }) => {
      const row = rows.get(id);
      return row ? [{ ...toSide(row, paths), percent: percentOf(similarity), isExact }] : [];
    }),
  };
}

/** An unsaved question beside one of the bank. */
export async function compareUnsaved(
  documentId: string,
  question: QuestionInput,
  actor: Actor,
): Promise<{ other: PairSide; fields: FieldComparison[] }> {
  await requireSeen(actor, documentId);
  const row = (await findDraft(db(), documentId)) ?? refuse(questionsProblems.questionNotFound);
  return {
    other: toSide(row, topicPaths(await topicTree(db()))),
    fields: compareQuestions(normalise(question), toInput(row), 'texts', await questionNames(db())),
  };
}
