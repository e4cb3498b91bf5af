import { type DocumentId, refuse } from '@lyceum/core/contract';
import { type Actor, actorKey, audit, db, inTransaction, staffOf, theStrapi } from '@lyceum/core/server';
import {
  type AiMark,
  type Question,
  type QuestionInput,
  questionsProblems,
  type RuleMessage,
  ruleSentence,
} from '../../../contract/index.ts';
import { codeOf } from '../../../domain/question/hashes.ts';
import { normalise } from '../../../domain/question/normalise.ts';
import { hasErrors, validate } from '../../../domain/validation/validate.ts';
import { leavePool } from '../records/publish.ts';
import { documentWithCode, findDraft, lockDraft } from '../records/question.ts';
import { isModified, type QuestionRecord, toInput } from '../records/question-row.ts';
import { factsFor } from './facts.ts';
import { createDraft, QUESTION_UID, refuseTwins, toAttributes } from './question-draft.ts';
import { institutes, requireChangeable, requireSeen } from './scope.ts';
import { duplicateMessages, holdTwins, signQuestion } from './similar.ts';
import { topicPaths, topicTree } from './topic-tree.ts';
import { usesOf } from './uses.ts';

const fieldErrors = (messages: readonly RuleMessage[]) =>
  messages.map((message) => ({ path: `body.question.${message.field}`, message: ruleSentence(message) }));

async function toQuestion(row: QuestionRecord, messages: RuleMessage[]): Promise<Question> {
  return {
    ...toInput(row),
    documentId: row.document_id,
    code: row.code,
    topicPath: row.topic === null ? null : (topicPaths(await topicTree(db())).get(row.topic) ?? null),
    status: row.state,
    version: row.version,
    modified: isModified(row),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    publishedAt: row.state === 'published' ? (row.published_at?.toISOString() ?? null) : null,
    sourceBatch: row.source_batch,
    messages,
  };
}

/** The normalised question and what the rules say about it. */
export async function check(input: QuestionInput): Promise<{ question: QuestionInput; messages: RuleMessage[] }> {
  const question = normalise(input);
  return { question, messages: validate(question, await factsFor(db(), [question])) };
}

/** The same with what the bank holds already; `documentId` is the question's own, null while it is new. */
export async function checkInBank(input: QuestionInput, documentId: string | null): Promise<Awaited<ReturnType<typeof check>>> {
  const { question, messages } = await check(input);
  return { question, messages: [...messages, ...(await duplicateMessages(question, documentId))] };
}

/** @throws Refusal `invalidQuestion` with every field, or `warningsNotAccepted` */
async function passing(
  input: QuestionInput,
  acceptWarnings: boolean,
  documentId: string | null,
): Promise<QuestionInput & { code: string }> {
  const { question, messages } = await checkInBank(input, documentId);
  if (hasErrors(messages))
    refuse(questionsProblems.invalidQuestion, { errors: fieldErrors(messages.filter(({ level }) => level === 'error')) });
  if (messages.length > 0 && !acceptWarnings) refuse(questionsProblems.warningsNotAccepted, { errors: fieldErrors(messages) });
  return { ...question, code: question.code ?? codeOf(question) };
}

async function codeFree(code: string, documentId: string | null): Promise<void> {
  const holder = await documentWithCode(db(), code);
  if (holder !== null && holder !== documentId) refuse(questionsProblems.codeTaken, { params: { code } });
}

type Save = { question: QuestionInput; acceptWarnings: boolean };
/** A new question may bear the mark of the AI provider that wrote it. */
type Create = Save & { ai?: AiMark | null };
/** `restored` is the number of the version that is put back; `isTagging` where only tags are changed. */
type Change = Save & { ifUpdatedAt?: string | undefined; restored?: number; isTagging?: boolean };

export const questions = {
  async get(documentId: string, actor: Actor): Promise<Question> {
    await requireSeen(actor, documentId);
    const row = (await findDraft(db(), documentId)) ?? refuse(questionsProblems.questionNotFound);
    return toQuestion(row, (await checkInBank(toInput(row), documentId)).messages);
  },

  async create({ question, acceptWarnings, ai = null }: Create, actor: Actor): Promise<Question> {
    const editor = staffOf(actor);
    return inTransaction(async (tx) => {
      await holdTwins(tx, question);
      const valid = await passing(question, acceptWarnings, null);
      await codeFree(valid.code, null);
      const made = await createDraft(valid, editor.id, {
        ownerId: editor.id,
        institute: await institutes().instituteOf(editor.id),
        isShared: false,
        ai,
      });
      await signQuestion(tx, made.documentId, valid);
      await audit(tx, { actor, action: 'questions.create', object: `question:${made.documentId}`, after: valid });
      return questions.get(made.documentId, actor);
    });
  },

  async update(
    documentId: string,
    { question, acceptWarnings, ifUpdatedAt, restored, isTagging = false }: Change,
    actor: Actor,
  ): Promise<Question> {
    const editor = staffOf(actor);
    return inTransaction(async (tx) => {
      await requireChangeable(actor, documentId);
      const locked = (await lockDraft(tx, documentId)) ?? refuse(questionsProblems.questionNotFound);
      if (ifUpdatedAt !== undefined && new Date(ifUpdatedAt).getTime() !== locked.updated_at.getTime())
        refuse(questionsProblems.changedMeanwhile);
      const before = await findDraft(tx, documentId);
      const valid = await passing({ ...question, code: question.code || before?.code }, acceptWarnings, documentId);
      await codeFree(valid.code, documentId);
      await theStrapi()
        .documents(QUESTION_UID)
        .update({ documentId, data: toAttributes(valid, editor.id) as never })
        .catch(refuseTwins);
      await signQuestion(tx, documentId, valid);
      await audit(tx, {
        actor,
        action: restored !== undefined ? 'questions.restore' : isTagging ? 'questions.tag' : 'questions.update',
        object: `question:${documentId}`,
        before: before && toInput(before),
        after: { ...valid, ...(restored === undefined ? {} : { note: String(restored) }) },
      });
      return questions.get(documentId, actor);
    });
  },

  async remove(documentId: string, actor: Actor): Promise<void> {
    await inTransaction(async (tx) => {
      await requireChangeable(actor, documentId);
      const row = (await lockDraft(tx, documentId)) && (await findDraft(tx, documentId));
      if (!row) refuse(questionsProblems.questionNotFound);
      const uses = await usesOf([documentId as DocumentId]);
      if (uses.length > 0) {
        refuse(questionsProblems.questionInUse, {
          detail: [...new Set(uses.map(({ title }) => title))].join(', '),
          params: { count: uses.length },
        });
      }
      await theStrapi().documents(QUESTION_UID).delete({ documentId });
      await leavePool(tx, [documentId]);
      await audit(tx, { actor, action: 'questions.delete', object: `question:${documentId}`, before: toInput(row) });
    });
  },

  /** Who published what, as the name stored with a revision. */
  authorOf: (actor: Actor): string => actorKey(actor),
};
