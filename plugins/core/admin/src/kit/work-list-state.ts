import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** What a work list shows, kept in the address so that it can be shared and the back button works. */
export type ListState = {
  readonly search: string;
  readonly sort: string | null;
  readonly cursor: string | null;
  readonly pageSize: number;
  readonly filters: Readonly<Record<string, string>>;
};

const RESERVED = ['search', 'sort', 'cursor', 'pageSize', 'before'];

export function useListState(filterNames: readonly string[]): {
  state: ListState;
  change(next: Partial<Record<string, string | null>>): void;
  turn(cursor: string | null): void;
  back(): void;
  canGoBack: boolean;
} {
  const [params, setParams] = useSearchParams();
  const names = filterNames.join(',');

  const state = useMemo<ListState>(
    () => ({
      search: params.get('search') ?? '',
      sort: params.get('sort'),
      cursor: params.get('cursor'),
      pageSize: Number(params.get('pageSize') ?? 50),
      filters: Object.fromEntries(
        names
          .split(',')
          .filter(Boolean)
          .flatMap((name) => (params.get(name) ? [[name, params.get(name) ?? '']] : [])),
      ),
    }),
    [params, names],
  );

  /** Any change of filter, search or sort begins again at the first page. */
  const change = useCallback(
    (next: Partial<Record<string, string | null>>) => {
      setParams((old) => {
        const fresh = new URLSearchParams(old);
        for (const name of ['cursor', 'before']) fresh.delete(name);
        for (const [name, value] of Object.entries(next)) {
          if (value === null || value === undefined || value === '') fresh.delete(name);
          else fresh.set(name, value);
        }
        return fresh;
      });
    },
    [setParams],
  );

  const turn = useCallback(
    (cursor: string | null) => {
      setParams((old) => {
        const fresh = new URLSearchParams(old);
        fresh.append('before', old.get('cursor') ?? '');
        if (cursor) fresh.set('cursor', cursor);
        return fresh;
      });
    },
    [setParams],
  );

  const back = useCallback(() => {
    setParams((old) => {
      const fresh = new URLSearchParams(old);
      const before = fresh.getAll('before');
      const last = before.pop() ?? '';
      fresh.delete('before');
      for (const cursor of before) fresh.append('before', cursor);
      if (last) fresh.set('cursor', last);
      else fresh.delete('cursor');
      return fresh;
    });
  }, [setParams]);

  return { state, change, turn, back, canGoBack: params.has('before') };
}

export const isFiltered = (state: ListState): boolean =>
  state.search !== '' || Object.keys(state.filters).some((name) => !RESERVED.includes(name));
