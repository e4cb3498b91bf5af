import { refuse } from '@lyceum/core/contract';
import { type Actor, audit, inTransaction, staffOf } from '@lyceum/core/server';
import { questionsProblems, TEXT_LIMITS } from '../../../contract/index.ts';
import { codesBeginning } from '../records/codes.ts';
import { findDraft } from '../records/question.ts';
import { toInput } from '../records/question-row.ts';
import { createDraft } from './question-draft.ts';
import { institutes, requireSeen } from './scope.ts';

/** The first code of the form `<code>-2`, `<code>-3` … that nothing has. */
function nextCode(code: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number += 1) {
    const end = `-${number}`;
    const next = `${code.slice(0, TEXT_LIMITS.code - end.length)}${end}`;
    if (!taken.has(next)) return next;
  }
}

/** A draft of one's own with the content of a question one sees; it keeps a link to its origin. */
export function copyOf(documentId: string, actor: Actor): Promise<{ documentId: string; code: string }> {
  const editor = staffOf(actor);
  return inTransaction(async (tx) => {
    await requireSeen(actor, documentId);
    const row = (await findDraft(tx, documentId)) ?? refuse(questionsProblems.questionNotFound);
    const stem = row.code.replace(/-\d+$/, '').slice(0, TEXT_LIMITS.code - 4);
    const code = nextCode(stem, await codesBeginning(tx, stem));
    const made = await createDraft({ ...toInput(row), code }, editor.id, {
      ownerId: editor.id,
      institute: await institutes().instituteOf(editor.id),
      isShared: false,
      origin: documentId,
    });
    await audit(tx, {
      actor,
      action: 'questions.copy',
      object: `question:${made.documentId}`,
      after: { origin: documentId, code },
    });
    return { documentId: made.documentId, code };
  });
}
