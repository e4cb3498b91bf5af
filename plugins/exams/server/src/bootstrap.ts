import { questionCounts } from './records/question-usage.ts';
import { examsWithQuestions } from './records/question-use.ts';
import { answeredItems } from './services/answered-items.ts';
import { attemptImpact } from './services/attempt-impact.ts';
import { questionBank } from './services/question-bank.ts';
import { subscribePagePurge } from './subscribers/on-exam-published.ts';
import { subscribeQuestionMerged } from './subscribers/on-question-merged.ts';

export function bootstrap(): void {
  subscribePagePurge();
  subscribeQuestionMerged();
  questionBank().registerUsage('exams', questionCounts);
  questionBank().registerUse('exams', async (documentIds) => {
    const found = await examsWithQuestions(documentIds);
    return documentIds.flatMap((documentId) =>
      found.filter((use) => use.questionId === documentId).map((use) => ({ documentId, title: use.title })),
    );
  });
  questionBank().registerItemResponses('exams', answeredItems);
  questionBank().registerAttemptImpact('exams', attemptImpact);
}
