import { answer } from '@lyceum/core/server';
import { changeView, deleteView, getListOptions, listViews, putListChoices, saveView } from '../../../contract/index.ts';
import { listOptions } from '../services/list-options.ts';
import { savedViews } from '../services/saved-views.ts';

export const savedViewAnswers = [
  answer(listViews, ({ actor }) => savedViews.list(actor)),
  answer(saveView, ({ body, actor }) => savedViews.save(body, actor)),
  answer(changeView, ({ params, body, actor }) => savedViews.change(params.id, body, actor)),
  answer(deleteView, async ({ params, actor }) => {
    await savedViews.remove(params.id, actor);
    return { deleted: true as const };
  }),
  answer(putListChoices, ({ body, actor }) => savedViews.choose(body, actor)),
  answer(getListOptions, ({ actor }) => listOptions(actor)),
];
