import { answer } from '@lyceum/core/server';
import { dismissCare, getFigures, listCare, recountFigures } from '../../../contract/index.ts';
import { careList, dismissFlag, figures, recount } from '../services/care.ts';

export const careAnswers = [
  answer(getFigures, ({ params, actor }) => figures(params.documentId, actor)),
  answer(listCare, ({ query, actor }) => careList(query, actor)),
  answer(dismissCare, ({ params, body, actor }) => dismissFlag(params.documentId, body, actor)),
  answer(recountFigures, () => recount()),
];
