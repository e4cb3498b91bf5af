import { answer } from '@lyceum/core/server';
import {
  compareWith,
  decideDuplicate,
  duplicatesOf,
  getDuplicate,
  getScan,
  listDuplicates,
  mergeDuplicate,
  planMerge,
  similarQuestions,
  startScan,
  undoDecision,
  undoMerge,
} from '../../../contract/index.ts';
import * as duplicates from '../services/duplicate.ts';
import * as merging from '../services/merge.ts';
import { compareUnsaved, similarTo } from '../services/similar.ts';

export const duplicateAnswers = [
  answer(listDuplicates, ({ query, actor }) => duplicates.duplicateList(query, actor)),
  answer(getScan, () => duplicates.scanState()),
  answer(startScan, () => duplicates.startScan()),
  answer(getDuplicate, ({ params, actor }) => duplicates.duplicateDetail(params.id, actor)),
  answer(decideDuplicate, ({ params, body, actor }) => duplicates.decide(params.id, body.decision, actor)),
  answer(undoDecision, ({ params, actor }) => duplicates.undoDecision(params.id, actor)),
  answer(planMerge, ({ params, query, actor }) => merging.planOf(params.id, query.keep, actor)),
  answer(mergeDuplicate, ({ params, body, actor }) => merging.merge(params.id, body.keep, actor)),
  answer(undoMerge, ({ params, actor }) => merging.undoMerge(params.id, actor)),
  answer(similarQuestions, ({ body, actor }) => similarTo(body.question, body.documentId, actor)),
  answer(compareWith, ({ params, body, actor }) => compareUnsaved(params.documentId, body.question, actor)),
  answer(duplicatesOf, ({ params, actor }) => duplicates.ofQuestion(params.documentId, actor)),
];
