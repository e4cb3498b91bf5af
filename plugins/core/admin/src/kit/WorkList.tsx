import { Box, Button, EmptyStateLayout, Flex, Loader } from '@strapi/design-system';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { AnyEndpoint } from '../../../contract/index.ts';
import { SavedViews } from './SavedViews.tsx';
import { useCall } from './use-call.ts';
import { useLoaded } from './use-loaded.ts';
import { useProblemText, useText } from './use-text.ts';
import { WorkListCards } from './WorkListCards.tsx';
import { WorkListColumns } from './WorkListColumns.tsx';
import { type ListFilter, WorkListFilters } from './WorkListFilters.tsx';
import { WorkListFooter } from './WorkListFooter.tsx';
import { WorkListKeys } from './WorkListKeys.tsx';
import { type BulkAction, WorkListSelection } from './WorkListSelection.tsx';
import { type ListColumn, WorkListTable } from './WorkListTable.tsx';
import { useListKeys } from './work-list-keys.ts';
import { type ListLookStore, useDeviceLook, useIsNarrow } from './work-list-look.ts';
import { NOTHING, pageToggled, type Selection, toggled, withRange } from './work-list-selection.ts';
import { isFiltered, useListState } from './work-list-state.ts';
import './work-list.css';

export type { BulkAction } from './WorkListSelection.tsx';

export type WorkListProps<Row> = {
  /** A `listQuery`/`listReply` endpoint. */
  endpoint: AnyEndpoint;
  /** Values of the path, where the list belongs to something. */
  params?: Readonly<Record<string, string>>;
  /** Name under which views and the look of the list are kept on this device. */
  name: string;
  columns: readonly ListColumn<Row>[];
  filters?: readonly ListFilter[];
  searchLabel?: string;
  rowId(row: Row): string;
  rowName(row: Row): string;
  onOpen?(row: Row): void;
  actions?: readonly BulkAction<Row>[];
  /** Actions take everything the filters find, not only rows of a page. */
  takesAll?: boolean;
  /** Further values of the query that are not a person's choice. */
  fixed?: Readonly<Record<string, string>>;
  /** In place of the filters and views the list brings along: names of what stands in the address, and the fields. */
  own?: { readonly filterNames: readonly string[]; readonly bar: ReactNode; readonly defaultSort?: string };
  /** Where the look is kept, when not on this device. */
  lookStore?: ListLookStore;
  /** A line between the filters and the rows, made from the page. */
  note?: (page: ListPage<Row>) => ReactNode;
  empty: { text: string; action?: ReactNode };
  /** Change it to load the list again. */
  version?: number;
};

export type ListPage<Row> = { rows: Row[]; next: string | null; total: number | null };

/** A list people live in: filters and page in the address, saved views, columns, ticks and bulk actions, keys, keyset pages. */
export function WorkList<Row>(props: WorkListProps<Row>) {
  const { endpoint, columns, filters = [], actions = [], fixed = {}, rowId, own, onOpen } = props;
  const t = useText('core');
  const problemText = useProblemText();
  const call = useCall();
  const isNarrow = useIsNarrow();
  const frame = useRef<HTMLDivElement>(null);
  const shown = columns.filter(({ isExtra }) => isExtra !== true).map(({ key }) => key);
  const deviceLook = useDeviceLook(
    props.name,
    columns.map(({ key }) => key),
    shown,
  );
  const lookStore = props.lookStore ?? deviceLook;
  const { state, change, turn, back, canGoBack } = useListState(own?.filterNames ?? filters.map((filter) => filter.name));
  const [selection, setSelection] = useState<Selection>(NOTHING);
  const [activeId, setActiveId] = useState<string | null>(null);
  const [lastTicked, setLastTicked] = useState<string | null>(null);
  const [dialog, setDialog] = useState<'columns' | 'keys' | null>(null);
  const sort = state.sort ?? own?.defaultSort ?? null;
  const chosen = { ...fixed, ...state.filters, ...(state.search ? { search: state.search } : {}) };
  const query = {
    ...chosen,
    pageSize: state.pageSize,
    ...(sort ? { sort } : {}),
    ...(state.cursor ? { cursor: state.cursor } : {}),
  };
  const key = JSON.stringify(query);
  const request = props.params ? { query, params: props.params } : { query };
  const { value, error, isLoading, reload } = useLoaded(
    () => call(endpoint, request as never) as Promise<ListPage<Row>>,
    [key, endpoint.path, JSON.stringify(props.params), props.version],
  );
  const [total, setTotal] = useState<number | null>(null);
  useEffect(() => {
    setSelection(NOTHING);
    setActiveId(null);
  }, [key]);
  useEffect(() => {
    if (value && value.total !== null) setTotal(value.total);
  }, [value]);

  const rows = value?.rows ?? [];
  const ids = rows.map(rowId);
  const rowOf = (id: string | null) => rows.find((row) => rowId(row) === id);
  const mayTick = actions.length > 0;

  const tick = (id: string, isRange: boolean) => {
    setSelection((old) => (isRange && lastTicked !== null ? withRange(old, ids, lastTicked, id) : toggled(old, id, ids)));
    setLastTicked(id);
  };
  const goTo = (id: string) => {
    setActiveId(id);
    const row = frame.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
    row?.scrollIntoView({ block: 'nearest' });
    row?.querySelector<HTMLElement>('.lyceum-list-open')?.focus({ preventScroll: true });
  };
  const move = (by: 1 | -1, isRange: boolean) => {
    const at = activeId === null ? -1 : ids.indexOf(activeId);
    const next = ids[at < 0 ? (by === 1 ? 0 : ids.length - 1) : Math.min(ids.length - 1, Math.max(0, at + by))];
    if (next === undefined) return;
    if (isRange && mayTick) setSelection((old) => withRange(old, ids, activeId ?? next, next));
    goTo(next);
  };
  useListKeys({
    move,
    tick: (isRange) => activeId !== null && mayTick && tick(activeId, isRange),
    open: () => {
      const row = rowOf(activeId);
      if (row) onOpen?.(row);
    },
    forget: () => setSelection(NOTHING),
    help: () => setDialog('keys'),
  });

  const runAction = async (action: BulkAction<Row>) => {
    const ticked = rows.filter((row) => selection.ids.has(rowId(row)));
    const done: unknown = await action.run(ticked, selection.isAll ? { filter: chosen, total: total ?? 0 } : undefined);
    if (done === false) return;
    setSelection(NOTHING);
    reload();
  };

  const byKey = new Map(columns.map((column) => [column.key, column]));
  const visible = lookStore.look.columns.flatMap((one) => byKey.get(one) ?? []);
  const Rows = isNarrow ? WorkListCards : WorkListTable;

  return (
    <Box ref={frame} className="lyceum-work-list" data-density={lookStore.look.density}>
      {own ? (
        own.bar
      ) : (
        <>
          <SavedViews list={props.name} />
          <WorkListFilters state={state} filters={filters} searchLabel={props.searchLabel ?? null} change={change} />
        </>
      )}
      {selection.ids.size > 0 ? (
        <WorkListSelection
          selection={selection}
          pageSize={rows.length}
          total={total}
          takesAll={props.takesAll === true}
          actions={actions}
          onAll={() => setSelection({ ids: new Set(ids), isAll: true })}
          onNone={() => setSelection(NOTHING)}
          onRun={(action) => void runAction(action)}
        />
      ) : null}
      {value && props.note ? props.note(value) : null}
      {error ? (
        <EmptyStateLayout content={problemText(error)} action={<Button onClick={reload}>{t('list.retry')}</Button>} />
      ) : value === null ? (
        <Flex justifyContent="center" padding={8}>
          <Loader>{t('list.loading')}</Loader>
        </Flex>
      ) : rows.length === 0 ? (
        <EmptyStateLayout
          content={isFiltered(state) ? t('list.nothing-found') : props.empty.text}
          action={isFiltered(state) ? undefined : props.empty.action}
        />
      ) : (
        <Box aria-busy={isLoading}>
          <Rows
            rows={rows}
            columns={visible}
            rowId={rowId}
            rowName={props.rowName}
            sort={sort}
            onSort={(next) => change({ sort: next })}
            selected={selection.ids}
            onTick={mayTick ? tick : null}
            onTickPage={() => setSelection((old) => pageToggled(old, ids))}
            onOpen={onOpen ?? null}
            activeId={activeId}
          />
        </Box>
      )}
      <WorkListFooter
        total={value === null ? null : total}
        pageSize={state.pageSize}
        sortable={isNarrow ? columns.filter((column) => column.sort !== undefined) : []}
        sort={sort}
        onChange={change}
        onBack={canGoBack ? back : null}
        onNext={value?.next ? () => turn(value.next) : null}
        onColumns={() => setDialog('columns')}
        onKeys={isNarrow ? null : () => setDialog('keys')}
      />
      {dialog === 'columns' ? (
        <WorkListColumns columns={columns} shown={shown} store={lookStore} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'keys' ? <WorkListKeys onClose={() => setDialog(null)} /> : null}
    </Box>
  );
}
