import { createHash, randomBytes } from 'node:crypto';
import { type DocumentId, type ReplyOf, refuse } from '@lyceum/core/contract';
import { type Actor, audit, db, inTransaction, newId, settings, staffOf } from '@lyceum/core/server';
import {
  type createShareLink,
  type getSharedQuestions,
  questionSettings,
  questionsProblems,
  SHARE_PATH,
  type ShareLink,
} from '../../../contract/index.ts';
import { normalise } from '../../../domain/question/normalise.ts';
import { findDrafts } from '../records/question.ts';
import { toInput } from '../records/question-row.ts';
import * as records from '../records/share-link.ts';
import { shownQuestion } from './question-preview.ts';
import { changeableOf, requireSeen, seenOf } from './scope.ts';

/** 256 bits: nobody guesses one, so a plain hash is enough to keep it by. */
const newToken = (): string => randomBytes(32).toString('base64url');
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

const toLink = (row: records.ShareLinkRecord): ShareLink => ({
  id: row.id,
  note: row.note,
  questionCount: row.documentIds.length,
  withAnswers: row.withAnswers,
  createdBy: row.creator,
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
});

type NewLink = { documentIds: readonly DocumentId[]; withAnswers: boolean; note: string; days?: number | undefined };

/** Only who may change a question lets others see it. */
async function requireShareable(actor: Actor, documentIds: readonly DocumentId[]): Promise<void> {
  const seen = await seenOf(actor, documentIds);
  if (seen.length < documentIds.length) refuse(questionsProblems.questionNotFound);
  if ((await changeableOf(actor, documentIds)).length < documentIds.length) refuse(questionsProblems.questionReadOnly);
}

export const shareLinks = {
  /** The address is told here and never again. */
  async create({ documentIds, withAnswers, note, days }: NewLink, actor: Actor): Promise<ReplyOf<typeof createShareLink>> {
    const { id: createdBy } = staffOf(actor);
    const asked = [...new Set(documentIds)];
    await requireShareable(actor, asked);
    const life = days ?? (await settings(questionSettings).get()).previewLinkDays;
    const id = newId();
    const token = newToken();
    await inTransaction(async (tx) => {
      const link = { id, tokenHash: hashOf(token), documentIds: asked, withAnswers, note, createdBy, days: life };
      await records.insertShareLink(tx, link);
      const after = { documentIds: asked, withAnswers, note, days: life };
      await audit(tx, { actor, action: 'questions.share', object: `shareLink:${id}`, after });
    });
    const made = (await records.findShareLink(db(), id)) ?? refuse(questionsProblems.shareLinkNotFound);
    return { link: toLink(made), path: `${SHARE_PATH}/${token}` };
  },

  async list(documentId: DocumentId, actor: Actor): Promise<{ rows: ShareLink[]; defaultDays: number }> {
    await requireSeen(actor, documentId);
    const { previewLinkDays } = await settings(questionSettings).get();
    return { rows: (await records.shareLinksOf(db(), documentId)).map(toLink), defaultDays: previewLinkDays };
  },

  /** @throws Refusal `shareLinkNotFound`, the same for a link over questions the actor may not change as for none */
  async withdraw(id: string, actor: Actor): Promise<{ withdrawn: true }> {
    const link = (await records.findShareLink(db(), id)) ?? refuse(questionsProblems.shareLinkNotFound);
    if ((await changeableOf(actor, link.documentIds)).length === 0) refuse(questionsProblems.shareLinkNotFound);
    await inTransaction(async (tx) => {
      if ((await records.withdrawShareLink(tx, id)) === 0) refuse(questionsProblems.shareLinkNotFound);
      await audit(tx, { actor, action: 'questions.withdrawShare', object: `shareLink:${id}` });
    });
    return { withdrawn: true };
  },

  /** The questions of a link as they stand now; those that were deleted since are left out. */
  async open(token: string): Promise<ReplyOf<typeof getSharedQuestions>> {
    const link = (await records.shareLinkOfToken(db(), hashOf(token))) ?? refuse(questionsProblems.shareLinkNotFound);
    const rows = new Map((await findDrafts(db(), link.documentIds)).map((row) => [String(row.document_id), row]));
    const found = link.documentIds.flatMap((id) => rows.get(id) ?? []);
    if (found.length === 0) refuse(questionsProblems.shareLinkNotFound);
    const questions = found.map((row, at) => {
      const { item, answer, media } = shownQuestion(normalise(toInput(row)), 0, at + 1);
      return { item, answer: link.withAnswers ? answer : null, media };
    });
    return { expiresAt: link.expiresAt.toISOString(), questions };
  },
};
