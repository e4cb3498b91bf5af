import { refuse } from '@lyceum/core/contract';
import { theStrapi } from '@lyceum/core/server';
import { type AiMark, type QuestionInput, questionsProblems } from '../../../contract/index.ts';
import { sameHash } from '../../../domain/duplicates/same-hash.ts';
import { contentHash } from '../../../domain/question/hashes.ts';
import { ONE_TRANSLATION } from '../migrations/2026-11-21-translations.ts';

export const QUESTION_UID = 'plugin::questions.question';
/** PostgreSQL's code for a broken unique index: two editors took the same code at once. */
const UNIQUE_BROKEN = '23505';

type Coded = QuestionInput & { code: string };

/** The attributes of the content type. Nulls are stored as nulls: a field that was emptied stays empty. */
export function toAttributes(question: Coded, editor: number) {
  const { topic, ...fields } = question;
  return {
    ...fields,
    topic: topic === null ? { set: [] } : { set: [{ documentId: topic }] },
    contentHash: contentHash(question),
    sameHash: sameHash(question),
    updatedBy: editor,
  };
}

/** What two editors did at once, and an index let only one of them do. */
export const refuseTwins = (error: unknown): never => {
  if (error instanceof Error && 'code' in error && error.code === UNIQUE_BROKEN) {
    const isTranslation = 'constraint' in error && error.constraint === ONE_TRANSLATION;
    refuse(isTranslation ? questionsProblems.translationExists : questionsProblems.codeTaken, { cause: error });
  }
  throw error;
};

/** Whom a new draft belongs to, and where it comes from. */
type Belonging = {
  readonly ownerId: number | null;
  readonly institute: string | null;
  readonly isShared: boolean;
  readonly origin?: string;
  readonly translationOf?: string;
  readonly ai?: AiMark | null;
};

/** A new draft. @throws Refusal `codeTaken`, `translationExists` */
export const createDraft = (question: Coded, editor: number, belonging: Belonging): Promise<{ documentId: string }> =>
  theStrapi()
    .documents(QUESTION_UID)
    .create({ data: { ...toAttributes(question, editor), createdBy: editor, ...belonging, state: 'draft' } as never })
    .catch(refuseTwins);
