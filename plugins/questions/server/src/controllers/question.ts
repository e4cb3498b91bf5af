import { answer, settings } from '@lyceum/core/server';
import {
  archiveQuestions,
  checkQuestion,
  copyQuestion,
  createQuestion,
  deleteQuestion,
  exportQuestions,
  getBankSettings,
  getQuestion,
  listQuestions,
  listRevisions,
  publishQuestions,
  questionSettings,
  updateQuestion,
} from '../../../contract/index.ts';
import { checkInBank, questions } from '../services/question.ts';
import { archiveMany, publishMany } from '../services/question-bulk.ts';
import { copyOf } from '../services/question-copy.ts';
import { questionCsv } from '../services/question-export.ts';
import { questionList } from '../services/question-list.ts';
import { revisions } from '../services/question-view.ts';
import { download } from './download.ts';

export const questionAnswers = [
  answer(getBankSettings, () => settings(questionSettings).get()),
  answer(listQuestions, ({ query, actor }) => questionList(query, actor)),
  answer(exportQuestions, async ({ query, request, actor }) =>
    download(request, 'questions.csv', 'csv', await questionCsv(query, actor)),
  ),
  answer(getQuestion, ({ params, actor }) => questions.get(params.documentId, actor)),
  answer(createQuestion, ({ body, actor }) => questions.create(body, actor)),
  answer(updateQuestion, ({ params, body, actor }) => questions.update(params.documentId, body, actor)),
  answer(checkQuestion, async ({ body }) => ({ messages: (await checkInBank(body.question, body.documentId ?? null)).messages })),
  answer(publishQuestions, ({ body, actor }) => publishMany(body, actor)),
  answer(archiveQuestions, ({ body, actor }) => archiveMany(body.documentIds, actor)),
  answer(copyQuestion, ({ params, actor }) => copyOf(params.documentId, actor)),
  answer(deleteQuestion, async ({ params, actor }) => {
    await questions.remove(params.documentId, actor);
    return { deleted: true as const };
  }),
  answer(listRevisions, ({ params, actor }) => revisions(params.documentId, actor)),
];
