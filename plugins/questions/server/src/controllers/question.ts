import { answer, settings } from '@lyceum/core/server';
import {
  archiveQuestions,
  checkQuestion,
  createQuestion,
  deleteQuestion,
  exportQuestions,
  getBankSettings,
  getQuestion,
  listQuestions,
  listRevisions,
  previewQuestion,
  publishQuestions,
  questionSettings,
  updateQuestion,
} from '../../../contract/index.ts';
import { check, questions } from '../services/question.ts';
import { archiveMany, publishMany } from '../services/question-bulk.ts';
import { questionCsv } from '../services/question-export.ts';
import { questionList } from '../services/question-list.ts';
import { preview, revisions } from '../services/question-view.ts';
import { download } from './download.ts';

export const questionAnswers = [
  answer(getBankSettings, () => settings(questionSettings).get()),
  answer(listQuestions, ({ query }) => questionList(query)),
  answer(exportQuestions, ({ query, request }) => download(request, 'questions.csv', 'csv', questionCsv(query))),
  answer(getQuestion, ({ params }) => questions.get(params.documentId)),
  answer(createQuestion, ({ body, actor }) => questions.create(body, actor)),
  answer(updateQuestion, ({ params, body, actor }) => questions.update(params.documentId, body, actor)),
  answer(checkQuestion, async ({ body }) => ({ messages: (await check(body.question)).messages })),
  answer(previewQuestion, ({ body }) => preview(body.question)),
  answer(publishQuestions, ({ body, actor }) => publishMany(body, actor)),
  answer(archiveQuestions, ({ body, actor }) => archiveMany(body.documentIds, actor)),
  answer(deleteQuestion, async ({ params, actor }) => {
    await questions.remove(params.documentId, actor);
    return { deleted: true as const };
  }),
  answer(listRevisions, ({ params }) => revisions(params.documentId)),
];
