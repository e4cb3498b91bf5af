import { answer } from '@lyceum/core/server';
import { createShareLink, getSharedQuestions, listShareLinks, withdrawShareLink } from '../../../contract/index.ts';
import { shareLinks } from '../services/share-link.ts';

export const shareLinkAnswers = [
  answer(createShareLink, ({ body, actor }) => shareLinks.create(body, actor)),
  answer(listShareLinks, ({ params, actor }) => shareLinks.list(params.documentId, actor)),
  answer(withdrawShareLink, ({ params, actor }) => shareLinks.withdraw(params.id, actor)),
  answer(getSharedQuestions, ({ params }) => shareLinks.open(params.token)),
];
