import { Box, Button, EmptyStateLayout, Flex, Loader } from '@strapi/design-system';
import { type ReactNode, useRef, useState } from 'react';
import type { AnyEndpoint } from '../../../contract/index.ts';
import { SavedViews } from './SavedViews.tsx';
import { type ListPage, useListPage } from './use-list-page.ts';
import { useListTicks } from './use-list-ticks.ts';
import { useProblemText, useText } from './use-text.ts';
import { WorkListCards } from './WorkListCards.tsx';
import { WorkListColumns } from './WorkListColumns.tsx';
import { type ListFilter, WorkListFilters } from './WorkListFilters.tsx';
import { WorkListFooter } from './WorkListFooter.tsx';
import { WorkListKeys } from './WorkListKeys.tsx';
import { type BulkAction, WorkListSelection } from './WorkListSelection.tsx';
import { type ListColumn, WorkListTable } from './WorkListTable.tsx';
import { type ListLookStore, useDeviceLook, useIsNarrow } from './work-list-look.ts';
import { isFiltered } from './work-list-state.ts';
import './work-list.css';

export type { ListPage } from './use-list-page.ts';
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

/** A list people live in: filters and page in the address, saved views, columns, ticks and bulk actions, keys, keyset pages. */
export function WorkList<Row>(props: WorkListProps<Row>) {
  const { columns, filters = [], actions = [], rowId, own, onOpen } = props;
  const t = useText('core');
  const problemText = useProblemText();
  const isNarrow = useIsNarrow();
  const frame = useRef<HTMLDivElement>(null);
  const [dialog, setDialog] = useState<'columns' | 'keys' | null>(null);
  const known = columns.map(({ key }) => key);
  const shown = columns.filter(({ isExtra }) => isExtra !== true).map(({ key }) => key);
  const deviceLook = useDeviceLook(props.name, known, shown);
  const lookStore = props.lookStore ?? deviceLook;
  const page = useListPage<Row>({
    endpoint: props.endpoint,
    params: props.params,
    fixed: props.fixed ?? {},
    filterNames: own?.filterNames ?? filters.map((filter) => filter.name),
    defaultSort: own?.defaultSort ?? null,
    version: props.version,
  });
  const { value, error, state, sort, total, change } = page;
  const rows = value?.rows ?? [];
  const ticks = useListTicks({
    ids: rows.map(rowId),
    pageKey: page.key,
    mayTick: actions.length > 0,
    frame,
    onOpen: (id) => {
      const row = rows.find((one) => rowId(one) === id);
      if (row) onOpen?.(row);
    },
    onHelp: () => setDialog('keys'),
  });

  const runAction = async (action: BulkAction<Row>) => {
    const ticked = rows.filter((row) => ticks.selection.ids.has(rowId(row)));
    const all = ticks.selection.isAll ? { filter: page.chosen, total: total ?? 0 } : undefined;
    const done: unknown = await action.run(ticked, all);
    if (done === false) return;
    ticks.tickNone();
    page.reload();
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
      {ticks.selection.ids.size > 0 ? (
        <WorkListSelection
          selection={ticks.selection}
          pageSize={rows.length}
          total={total}
          takesAll={props.takesAll === true}
          actions={actions}
          onAll={ticks.tickAll}
          onNone={ticks.tickNone}
          onRun={(action) => void runAction(action)}
        />
      ) : null}
      {value && props.note ? props.note(value) : null}
      {error ? (
        <EmptyStateLayout content={problemText(error)} action={<Button onClick={page.reload}>{t('list.retry')}</Button>} />
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
        <Box aria-busy={page.isLoading}>
          <Rows
            rows={rows}
            columns={visible}
            rowId={rowId}
            rowName={props.rowName}
            sort={sort}
            onSort={(next) => change({ sort: next })}
            selected={ticks.selection.ids}
            onTick={actions.length > 0 ? ticks.tick : null}
            onTickPage={ticks.tickPage}
            onOpen={onOpen ?? null}
            activeId={ticks.activeId}
          />
        </Box>
      )}
      <WorkListFooter
        total={value === null ? null : total}
        pageSize={state.pageSize}
        sortable={isNarrow ? columns.filter((column) => column.sort !== undefined) : []}
        sort={sort}
        onChange={change}
        onBack={page.canGoBack ? page.back : null}
        onNext={value?.next ? () => page.turn(value.next) : null}
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
