import { refuse } from '@lyceum/core/contract';
import { type Actor, db, inTransaction, newId } from '@lyceum/core/server';
import type { z } from 'zod';
import {
  type changeView,
  type ListChoices,
  questionsProblems,
  type SavedView,
  type saveView,
  VIEWS_PER_PERSON,
} from '../../../contract/index.ts';
import * as records from '../records/saved-views.ts';
import { institutes, scopeOf } from './scope.ts';

type NewView = z.output<NonNullable<(typeof saveView)['body']>>;
type Change = z.output<NonNullable<(typeof changeView)['body']>>;

const toView = (row: records.ViewRecord, staffId: number): SavedView => ({
  id: row.id,
  name: row.name,
  query: row.query,
  columns: row.columns,
  sharedWith: row.shared_with,
  isOwn: row.owner_id === staffId,
  owner: row.owner,
  updatedAt: row.updated_at.toISOString(),
});

/** The institute a view is shared with, where it is shared with one. */
async function instituteFor(sharedWith: SavedView['sharedWith'], staffId: number): Promise<string | null> {
  if (sharedWith !== 'institute') return null;
  return (await institutes().instituteOf(staffId)) ?? refuse(questionsProblems.noInstitute);
}

export const savedViews = {
  async list(actor: Actor) {
    const scope = await scopeOf(actor);
    const [views, choices, institute] = await Promise.all([
      records.usableViews(db(), scope),
      records.choicesOf(db(), scope.staffId),
      institutes().instituteOf(scope.staffId),
    ]);
    return { rows: views.map((row) => toView(row, scope.staffId)), choices, hasInstitute: institute !== null };
  },

  save: (view: NewView, actor: Actor): Promise<SavedView> =>
    inTransaction(async (tx) => {
      const { staffId } = await scopeOf(actor);
      if ((await records.countViews(tx, staffId)) >= VIEWS_PER_PERSON)
        refuse(questionsProblems.tooManyViews, { params: { count: VIEWS_PER_PERSON } });
      if (await records.viewNamed(tx, staffId, view.name, null)) refuse(questionsProblems.viewNameTaken);
      const id = newId();
      const institute = await instituteFor(view.sharedWith, staffId);
      await records.putView(tx, { ...view, id, owner_id: staffId, shared_with: view.sharedWith, institute });
      return toView((await records.ownView(tx, staffId, id)) ?? refuse(questionsProblems.viewNotFound), staffId);
    }),

  change: (id: string, change: Change, actor: Actor): Promise<SavedView> =>
    inTransaction(async (tx) => {
      const { staffId } = await scopeOf(actor);
      const before = (await records.ownView(tx, staffId, id)) ?? refuse(questionsProblems.viewNotFound);
      const name = change.name ?? before.name;
      if (await records.viewNamed(tx, staffId, name, id)) refuse(questionsProblems.viewNameTaken);
      const sharedWith = change.sharedWith ?? before.shared_with;
      await records.putView(tx, {
        ...before,
        name,
        query: change.query ?? before.query,
        columns: change.columns ?? before.columns,
        shared_with: sharedWith,
        institute: await instituteFor(sharedWith, staffId),
      });
      return toView((await records.ownView(tx, staffId, id)) ?? refuse(questionsProblems.viewNotFound), staffId);
    }),

  async remove(id: string, actor: Actor): Promise<void> {
    const { staffId } = await scopeOf(actor);
    if ((await records.deleteView(db(), staffId, id)) === 0) refuse(questionsProblems.viewNotFound);
  },

  choose: (change: { [Name in keyof ListChoices]?: ListChoices[Name] | undefined }, actor: Actor): Promise<ListChoices> =>
    inTransaction(async (tx) => {
      const scope = await scopeOf(actor);
      const before = await records.choicesOf(tx, scope.staffId);
      const after: ListChoices = {
        columns: change.columns === undefined ? before.columns : change.columns,
        density: change.density === undefined ? before.density : change.density,
        defaultView: change.defaultView === undefined ? before.defaultView : change.defaultView,
      };
      if (change.defaultView && !(await records.usableView(tx, scope, change.defaultView)))
        refuse(questionsProblems.viewNotFound);
      await records.putChoices(tx, scope.staffId, after);
      return after;
    }),
};
