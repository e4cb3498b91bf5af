import { type DocumentId, type Locale, type ReplyOf, refuse } from '@lyceum/core/contract';
import { type Actor, audit, db, inTransaction, staffOf } from '@lyceum/core/server';
import {
  type getRelatives,
  type LanguageVersion,
  questionsProblems,
  TEXT_LIMITS,
  type translateQuestion,
} from '../../../contract/index.ts';
import { codesBeginning } from '../records/codes.ts';
import { findDraft, findDrafts, lockDraft } from '../records/question.ts';
import { isModified, type QuestionRecord, toInput } from '../records/question-row.ts';
import { translationDrafts } from '../records/translation.ts';
import { createDraft } from './question-draft.ts';
import { changeableOf, requireChangeable, requireSeen, seenOf } from './scope.ts';

const toVersion = (row: QuestionRecord): LanguageVersion => ({
  documentId: row.document_id,
  code: row.code,
  language: row.language,
  status: row.state,
  version: row.version,
  modified: isModified(row),
});

/** What a question was copied from, what it translates and what translates it, as far as the actor sees them. */
export async function relatives(documentId: DocumentId, actor: Actor): Promise<ReplyOf<typeof getRelatives>> {
  await requireSeen(actor, documentId);
  const row = (await findDraft(db(), documentId)) ?? refuse(questionsProblems.questionNotFound);
  const mainId = row.translation_of ?? documentId;
  const others = await translationDrafts(db(), mainId);
  const ids = [row.origin, row.translation_of, ...others].filter((id) => id !== null);
  const rows = new Map((await findDrafts(db(), await seenOf(actor, ids))).map((found) => [String(found.document_id), found]));
  const main = row.translation_of === null ? null : rows.get(row.translation_of);
  return {
    origin: row.origin === null ? null : { documentId: row.origin, code: rows.get(row.origin)?.code ?? null },
    main: main ? toVersion(main) : null,
    isTranslation: row.translation_of !== null,
    translations: others.flatMap((id) => rows.get(id) ?? []).map(toVersion),
    mayTranslate: row.translation_of === null && (await changeableOf(actor, [documentId])).length > 0,
  };
}

/** `<code>-tr`, and where that is taken `<code>-tr-2` and so on. */
function codeFor(code: string, language: Locale, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? `-${language}` : `-${language}-${number}`;
    const next = `${code.slice(0, TEXT_LIMITS.code - end.length)}${end}`;
    if (!taken.has(next)) return next;
  }
}

/**
 * A draft with the structure of a question, to be written in another language. It belongs to whom the question belongs to, because it
 * stands in for it with learners of that language.
 * @throws Refusal `translationExists`, `translationLanguage` for the question's own, `translationOfTranslation`
 */
export function translate(documentId: DocumentId, language: Locale, actor: Actor): Promise<ReplyOf<typeof translateQuestion>> {
  const editor = staffOf(actor);
  return inTransaction(async (tx) => {
    await requireChangeable(actor, documentId);
    await lockDraft(tx, documentId);
    const row = (await findDraft(tx, documentId)) ?? refuse(questionsProblems.questionNotFound);
    if (row.translation_of !== null) refuse(questionsProblems.translationOfTranslation);
    if (row.language === language) refuse(questionsProblems.translationLanguage);
    const there = await findDrafts(tx, await translationDrafts(tx, documentId));
    if (there.some((other) => other.language === language)) refuse(questionsProblems.translationExists);
    const start = row.code.slice(0, TEXT_LIMITS.code - 6);
    const code = codeFor(row.code, language, await codesBeginning(tx, start));
    const made = await createDraft({ ...toInput(row), code, language }, editor.id, {
      ownerId: row.owner_id,
      institute: row.institute,
      isShared: row.is_shared === true,
      translationOf: documentId,
    });
    await audit(tx, {
      actor,
      action: 'questions.translate',
      object: `question:${made.documentId}`,
      after: { translationOf: row.code, language, code },
    });
    return { documentId: made.documentId as DocumentId, code };
  });
}
