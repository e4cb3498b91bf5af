import { audit, on } from '@lyceum/core/server';
import { questionEvents } from '@lyceum/questions/contract';
import { replaceQuestion } from '../records/replace-question.ts';

/** Drafts of exams name the question that was kept when two were merged. */
export function subscribeQuestionMerged(): void {
  on('exams.replace-merged-question', questionEvents.questionMerged, async (tx, { payload: { kept, merged } }) => {
    for (const id of await replaceQuestion(tx, merged, kept))
      await audit(tx, {
        actor: 'system',
        action: 'exams.replaceQuestion',
        object: `exam:${id}`,
        before: { question: merged },
        after: { question: kept },
      });
  });
}
