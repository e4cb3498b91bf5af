import { refuse } from '@lyceum/core/contract';
import { type Actor, db } from '@lyceum/core/server';
import {
  type FieldComparison,
  type Question,
  QuestionInput,
  questionsProblems,
  type RevisionRef,
} from '../../../contract/index.ts';
import { compareQuestions } from '../../../domain/comparison/compare-questions.ts';
import { findDraft, listRevisions, type RevisionRecord } from '../records/question.ts';
import { type QuestionRecord, toInput } from '../records/question-row.ts';
import { questions } from './question.ts';
import { questionNames } from './question-names.ts';
import { requireChangeable, requireSeen } from './scope.ts';

/** A version as its author wrote it. Fields that came later are empty; item parameters do not belong to versions. */
export function revisionInput({ content, key }: Pick<RevisionRecord, 'content' | 'key'>): QuestionInput {
  const filled = Object.fromEntries(Object.entries(content).filter(([, value]) => value !== null));
  return QuestionInput.parse({ topic: null, ...filled, key });
}

type Side = { ref: RevisionRef; createdAt: string; author: string | null; note: string | null };

const draftSide = (row: QuestionRecord): Side => ({
  ref: 'draft',
  createdAt: row.updated_at.toISOString(),
  author: null,
  note: null,
});

const revisionSide = ({ number, created_at: createdAt, author, note }: RevisionRecord): Side => ({
  ref: number,
  createdAt: createdAt.toISOString(),
  author,
  note,
});

const numbered = (rows: readonly RevisionRecord[], number: number): RevisionRecord =>
  rows.find((row) => row.number === number) ?? refuse(questionsProblems.revisionNotFound);

/** Two versions, or one and the draft, field by field. */
export async function compareVersions(
  documentId: string,
  { left, right }: { left: RevisionRef; right: RevisionRef },
  actor: Actor,
): Promise<{ left: Side; right: Side; fields: FieldComparison[] }> {
  await requireSeen(actor, documentId);
  const draft = (await findDraft(db(), documentId)) ?? refuse(questionsProblems.questionNotFound);
  const rows = await listRevisions(db(), documentId);
  const part = (ref: RevisionRef): { side: Side; input: QuestionInput } => {
    // Item parameters do not belong to a version; without this they would look like a change.
    if (ref === 'draft') return { side: draftSide(draft), input: { ...toInput(draft), irt: null } };
    const row = numbered(rows, ref);
    return { side: revisionSide(row), input: revisionInput(row) };
  };
  const [a, b] = [part(left), part(right)];
  return { left: a.side, right: b.side, fields: compareQuestions(a.input, b.input, 'ids', await questionNames(db())) };
}

/**
 * Makes the draft what an old version was; the code stays the one of today. The rules judge it as any other edit, so a version
 * whose topic is gone is refused with the field named; warnings pass, because it was published once.
 */
export async function restoreVersion(
  documentId: string,
  number: number,
  ifUpdatedAt: string | undefined,
  actor: Actor,
): Promise<Question> {
  await requireChangeable(actor, documentId);
  const draft = (await findDraft(db(), documentId)) ?? refuse(questionsProblems.questionNotFound);
  const revision = numbered(await listRevisions(db(), documentId), number);
  const question = { ...revisionInput(revision), code: draft.code, irt: draft.irt };
  return questions.update(documentId, { question, acceptWarnings: true, ifUpdatedAt, restored: number }, actor);
}
