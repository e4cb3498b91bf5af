import { useEffect, useState } from 'react';
import type { AnyEndpoint } from '../../../contract/index.ts';
import { useCall } from './use-call.ts';
import { type Loaded, useLoaded } from './use-loaded.ts';
import { type ListState, useListState } from './work-list-state.ts';

export type ListPage<Row> = { rows: Row[]; next: string | null; total: number | null };

export type ListSource = {
  readonly endpoint: AnyEndpoint;
  readonly params: Readonly<Record<string, string>> | undefined;
  /** Values of the query that are not a person's choice. */
  readonly fixed: Readonly<Record<string, string>>;
  readonly filterNames: readonly string[];
  /** Order while nobody chose one. */
  readonly defaultSort: string | null;
  readonly version: number | undefined;
};

export type LoadedPage<Row> = Loaded<ListPage<Row>> & {
  readonly state: ListState;
  readonly sort: string | null;
  /** Filters and search in force: what stands for all rows that were found. */
  readonly chosen: Readonly<Record<string, string>>;
  /** Another one for every other page. */
  readonly key: string;
  /** Of all pages; counted with the first one. */
  readonly total: number | null;
  change(next: Partial<Record<string, string | null>>): void;
  turn(cursor: string | null): void;
  back(): void;
  readonly canGoBack: boolean;
};

/** The page of a work list that the address names. */
export function useListPage<Row>(source: ListSource): LoadedPage<Row> {
  const { endpoint, params, fixed, filterNames, defaultSort, version } = source;
  const call = useCall();
  const list = useListState(filterNames);
  const { state } = list;
  const sort = state.sort ?? defaultSort;
  const chosen = { ...fixed, ...state.filters, ...(state.search ? { search: state.search } : {}) };
  const query = {
    ...chosen,
    pageSize: state.pageSize,
    ...(sort ? { sort } : {}),
    ...(state.cursor ? { cursor: state.cursor } : {}),
  };
  const key = JSON.stringify(query);
  const request = params ? { query, params } : { query };
  const loaded = useLoaded(
    () => call(endpoint, request as never) as Promise<ListPage<Row>>,
    [key, endpoint.path, JSON.stringify(params), version],
  );
  const [total, setTotal] = useState<number | null>(null);
  const { value } = loaded;
  useEffect(() => {
    if (value && value.total !== null) setTotal(value.total);
  }, [value]);
  return { ...loaded, ...list, sort, chosen, key, total };
}
