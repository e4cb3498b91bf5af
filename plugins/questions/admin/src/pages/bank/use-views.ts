import { useCall, useLoaded, useProblemText, useText } from '@lyceum/core/admin';
import { useNotification } from '@strapi/strapi/admin';
import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  changeView,
  deleteView,
  type ListChoices,
  type ListColumnKey,
  listViews,
  putListChoices,
  type SavedView,
  saveView,
} from '../../../../contract/index.ts';
import { FILTER_NAMES } from './filter-fields.ts';

/** Name of the view in use, in the address. */
const VIEW = 'view';
const KEPT: readonly string[] = [...FILTER_NAMES, 'search', 'sort'];

/** What of an address makes a view: search, filters and order, not the page. */
const queryOf = (params: URLSearchParams): Record<string, string> =>
  Object.fromEntries([...params].filter(([name, value]) => KEPT.includes(name) && value !== ''));

const same = (a: Record<string, string>, b: Record<string, string>): boolean =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

export type Views = {
  readonly rows: readonly SavedView[];
  readonly choices: ListChoices | null;
  readonly hasInstitute: boolean;
  /** The view in use, also when something of it was changed since. */
  readonly current: SavedView | null;
  readonly isChanged: boolean;
  pick(view: SavedView | null): void;
  saveNew(fields: { name: string; sharedWith: SavedView['sharedWith'] }): Promise<boolean>;
  change(view: SavedView, fields: { name?: string; sharedWith?: SavedView['sharedWith'] } | 'replace'): Promise<boolean>;
  remove(view: SavedView): Promise<boolean>;
  /** Opens the list with a view from now on, or with none. */
  setDefault(view: SavedView | null): Promise<boolean>;
};

/**
 * Saved views of the bank. Without anything in the address the list opens with the view somebody chose for that.
 * @param columns columns as they are shown now
 * @param show shows the columns of a view
 */
export function useViews(columns: () => readonly ListColumnKey[], show: (columns: readonly ListColumnKey[]) => void): Views {
  const t = useText('questions');
  const call = useCall();
  const problemText = useProblemText();
  const { toggleNotification } = useNotification();
  const [params, setParams] = useSearchParams();
  const { value, reload } = useLoaded(() => call(listViews), []);
  const isOpened = useRef(false);
  const rows = value?.rows ?? [];
  const query = queryOf(params);
  const current = rows.find(({ id }) => id === params.get(VIEW)) ?? null;

  const pick = (view: SavedView | null) => {
    setParams(new URLSearchParams(view ? { ...view.query, [VIEW]: view.id } : {}));
    if (view) show(view.columns);
  };

  useEffect(() => {
    if (!value || isOpened.current) return;
    isOpened.current = true;
    const named = rows.find(({ id }) => id === (params.get(VIEW) ?? value.choices.defaultView));
    if (!named) return;
    show(named.columns);
    if (params.size === 0) setParams(new URLSearchParams({ ...named.query, [VIEW]: named.id }), { replace: true });
  }, [value, rows, params, setParams, show]);

  const tried = async (work: () => Promise<unknown>, done: string): Promise<boolean> => {
    try {
      await work();
      reload();
      toggleNotification({ type: 'success', message: t(done) });
      return true;
    } catch (error) {
      toggleNotification({ type: 'danger', message: problemText(error) });
      return false;
    }
  };

  return {
    rows,
    choices: value?.choices ?? null,
    hasInstitute: value?.hasInstitute ?? false,
    current,
    isChanged: current !== null && (!same(query, current.query) || JSON.stringify(columns()) !== JSON.stringify(current.columns)),
    pick,
    saveNew: (fields) =>
      tried(async () => {
        const view = await call(saveView, { body: { ...fields, query, columns: [...columns()] } });
        setParams(new URLSearchParams({ ...query, [VIEW]: view.id }));
      }, 'view.saved'),
    change: (view, fields) =>
      tried(
        () =>
          call(changeView, {
            params: { id: view.id },
            body: fields === 'replace' ? { query, columns: [...columns()] } : fields,
          }),
        'view.saved',
      ),
    remove: (view) =>
      tried(async () => {
        await call(deleteView, { params: { id: view.id } });
        if (current?.id === view.id) setParams(new URLSearchParams(query));
      }, 'view.removed'),
    setDefault: (view) => tried(() => call(putListChoices, { body: { defaultView: view?.id ?? null } }), 'view.default-set'),
  };
}
