import { answer } from '@lyceum/core/server';
import { markPreview, previewQuestion } from '../../../contract/index.ts';
import { mark, preview } from '../services/question-preview.ts';

export const previewAnswers = [
  answer(previewQuestion, ({ body }) => preview(body.question, body.seed)),
  answer(markPreview, ({ body }) => mark(body.question, body.seed, body.response)),
];
