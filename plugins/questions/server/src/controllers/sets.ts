import { answer } from '@lyceum/core/server';
import { changeSet, copySet, countSet, createSet, deleteSet, getSet, listSets } from '../../../contract/index.ts';
import { questionSets } from '../services/sets.ts';

export const setAnswers = [
  answer(listSets, ({ query, actor }) => questionSets.list(query, actor)),
  answer(getSet, ({ params, actor }) => questionSets.get(params.id, actor)),
  answer(countSet, ({ body, actor }) => questionSets.count(body.content, actor)),
  answer(createSet, ({ body, actor }) => questionSets.create(body, actor)),
  answer(changeSet, ({ params, body, actor }) => questionSets.change(params.id, body, actor)),
  answer(copySet, ({ params, body, actor }) => questionSets.copy(params.id, body.name, actor)),
  answer(deleteSet, async ({ params, actor }) => {
    await questionSets.remove(params.id, actor);
    return { deleted: true as const };
  }),
];
