import { type DocumentId, LOCALES, type Locale, refuse } from '@lyceum/core/contract';
import { type Actor, audit, db, inTransaction, newId, publicUrl, sendMail, staffOf, type Tx } from '@lyceum/core/server';
import {
  type QuestionStatus,
  questionsProblems,
  type ReviewEntry,
  type ReviewStep,
  ruleSentence,
} from '../../../contract/index.ts';
import { after } from '../../../domain/review/steps.ts';
import { setState } from '../records/bulk-write.ts';
import { latestRevisions } from '../records/pool.ts';
import { findDraft, lockDraft } from '../records/question.ts';
import { isModified } from '../records/question-row.ts';
import { noteSteps, reviewSteps, senderOf } from '../records/review.ts';
import { publishMany } from './question-bulk.ts';
import { returnedMail } from './review-mail.ts';
import { requireChangeable, requireSeen } from './scope.ts';

type Status = { status: QuestionStatus };

export async function steps(documentId: string, actor: Actor): Promise<{ rows: ReviewEntry[] }> {
  await requireSeen(actor, documentId);
  return { rows: (await reviewSteps(db(), documentId)).map((row) => ({ ...row, at: row.at.toISOString() })) };
}

/** The draft, locked, with the state the step leads to. @throws Refusal `reviewState` where it cannot be taken */
async function standing(tx: Tx, documentId: string, step: ReviewStep): Promise<QuestionStatus> {
  await lockDraft(tx, documentId);
  const draft = (await findDraft(tx, documentId)) ?? refuse(questionsProblems.questionNotFound);
  const isDrawn = (await latestRevisions(tx, [documentId])).length > 0;
  const to = after({ status: draft.state, isDrawn, isModified: isModified(draft) }, step);
  return to ?? refuse(questionsProblems.reviewState, { params: { status: draft.state } });
}

/** Notes a step in the review, and in the audit log with what it changed. */
async function note(
  tx: Tx,
  documentId: string,
  step: ReviewStep,
  text: string | null,
  to: QuestionStatus,
  actor: Actor,
): Promise<void> {
  await noteSteps(tx, [documentId], { step, note: text, staffId: staffOf(actor).id });
  await audit(tx, {
    actor,
    action: `questions.review.${step}`,
    object: `question:${documentId}`,
    after: { status: to, note: text },
  });
}

/** Send, withdraw or reopen: what whoever writes questions may do. */
export async function takeStep(
  documentId: DocumentId,
  { step, note: text }: { step: 'send' | 'withdraw' | 'reopen'; note: string | null },
  actor: Actor,
): Promise<Status> {
  return inTransaction(async (tx) => {
    await requireChangeable(actor, documentId);
    const status = await standing(tx, documentId, step);
    await setState(tx, [documentId], status, staffOf(actor).id);
    await note(tx, documentId, step, text, status, actor);
    return { status };
  });
}

/** Publishes by the rules of every publish; what they say against it is named field by field. */
async function publish(documentId: DocumentId, text: string | null, acceptWarnings: boolean, actor: Actor): Promise<void> {
  const { failed } = await publishMany({ documentIds: [documentId], acceptWarnings, note: text ?? undefined }, actor);
  const messages = failed[0]?.messages ?? [];
  if (messages.length === 0) return;
  const errors = messages.map((message) => ({ path: `question.${message.field}`, message: ruleSentence(message) }));
  const isError = messages.some(({ level }) => level === 'error');
  refuse(isError ? questionsProblems.invalidQuestion : questionsProblems.warningsNotAccepted, { errors });
}

const localeOf = (language: string | null): Locale => LOCALES.find((known) => known === language) ?? 'en';

/** Tells who sent it, in the transaction that returns it. */
async function tellSender(tx: Tx, documentId: DocumentId, text: string): Promise<void> {
  const sender = await senderOf(tx, documentId);
  const draft = await findDraft(tx, documentId);
  if (!sender || !draft) return;
  const href = `${publicUrl()}/cms/admin/plugins/questions/bank/${documentId}`;
  const mail = returnedMail({ code: draft.code, note: text, href }, localeOf(sender.language));
  await sendMail(tx, { to: sender.email, ...mail, dedupeKey: `questions.returned:${newId()}` });
}

/** A return always has a note: the contract asks for it. */
type Decision = { step: 'approve' | 'return'; note: string | null; acceptWarnings: boolean };

/** Approve or return: what a reviewer decides; of two at once the first decides, the second is told. */
export async function decide(documentId: DocumentId, decision: Decision, actor: Actor): Promise<Status> {
  return inTransaction(async (tx) => {
    await requireChangeable(actor, documentId);
    const status = await standing(tx, documentId, decision.step);
    if (decision.step === 'approve') await publish(documentId, decision.note, decision.acceptWarnings, actor);
    else {
      await setState(tx, [documentId], status, staffOf(actor).id);
      await tellSender(tx, documentId, decision.note ?? '');
    }
    await note(tx, documentId, decision.step, decision.note, status, actor);
    return { status };
  });
}
