import { answer } from '@lyceum/core/server';
import {
  closeReports,
  decideReview,
  getReport,
  listHistory,
  listReports,
  listReviewSteps,
  takeReviewStep,
} from '../../../contract/index.ts';
import { history } from '../services/history.ts';
import { decide, steps, takeStep } from '../services/review.ts';
import { closeMany, reportQueue, reportWithQuestion } from '../services/staff-report.ts';

export const workflowAnswers = [
  answer(listReviewSteps, ({ params, actor }) => steps(params.documentId, actor)),
  answer(takeReviewStep, ({ params, body, actor }) => takeStep(params.documentId, body, actor)),
  answer(decideReview, ({ params, body, actor }) => decide(params.documentId, body, actor)),
  answer(listHistory, ({ params, query, actor }) => history(params.documentId, query.before, actor)),
  answer(listReports, ({ query, actor }) => reportQueue(query, actor)),
  answer(getReport, ({ params, actor }) => reportWithQuestion(params.id, actor)),
  answer(closeReports, ({ body, actor }) => closeMany(body, actor)),
];
