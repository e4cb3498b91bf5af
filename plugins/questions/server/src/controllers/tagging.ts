import { answer } from '@lyceum/core/server';
import { listTagging, tagQuestion } from '../../../contract/index.ts';
import { tag, taggingQueue } from '../services/tagging.ts';

export const taggingAnswers = [
  answer(listTagging, ({ query, actor }) => taggingQueue(query, actor)),
  answer(tagQuestion, ({ params, body, actor }) => tag(params.documentId, body, actor)),
];
