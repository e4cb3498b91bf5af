import { answer } from '@lyceum/core/server';
import { getRelatives, translateQuestion } from '../../../contract/index.ts';
import { relatives, translate } from '../services/translations.ts';

export const translationAnswers = [
  answer(getRelatives, ({ params, actor }) => relatives(params.documentId, actor)),
  answer(translateQuestion, ({ params, body, actor }) => translate(params.documentId, body.language, actor)),
];
