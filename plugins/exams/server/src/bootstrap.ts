import { examsWithQuestions } from './records/exam.ts';
import { questionBank } from './services/question-bank.ts';
import { subscribePagePurge } from './subscribers/on-exam-published.ts';

export function bootstrap(): void {
  subscribePagePurge();
  questionBank().registerUse('exams', async (documentIds) => {
    const found = await examsWithQuestions(documentIds);
    return documentIds.flatMap((documentId) =>
      found.filter((use) => use.questionId === documentId).map((use) => ({ documentId, title: use.title })),
    );
  });
}
