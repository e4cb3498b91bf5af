import { Box, Button, EmptyStateLayout, Flex, Loader, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { type ReactNode, useEffect, useState } from 'react';
import type { AnyEndpoint } from '../../../contract/index.ts';
import { SavedViews } from './SavedViews.tsx';
import { useCall } from './use-call.ts';
import { useLoaded } from './use-loaded.ts';
import { useProblemText, useText } from './use-text.ts';
import { type ListFilter, WorkListFilters } from './WorkListFilters.tsx';
import { type ListColumn, WorkListTable } from './WorkListTable.tsx';
import { isFiltered, useListState } from './work-list-state.ts';

export type BulkAction<Row> = {
  readonly label: string;
  readonly variant?: 'default' | 'secondary' | 'danger-light';
  /** Runs on the ticked rows; the list loads again afterwards. False: nothing was done, the ticks stay. */
  run(rows: readonly Row[]): Promise<boolean | undefined> | Promise<void>;
};

export type WorkListProps<Row> = {
  /** A `listQuery`/`listReply` endpoint. */
  endpoint: AnyEndpoint;
  /** Values of the path, where the list belongs to something. */
  params?: Readonly<Record<string, string>>;
  /** Name under which views are kept on this device. */
  name: string;
  columns: readonly ListColumn<Row>[];
  filters?: readonly ListFilter[];
  searchLabel?: string;
  rowId(row: Row): string;
  rowName(row: Row): string;
  onOpen?(row: Row): void;
  actions?: readonly BulkAction<Row>[];
  /** Further values of the query that are not a person's choice. */
  fixed?: Readonly<Record<string, string>>;
  empty: { text: string; action?: ReactNode };
  /** Change it to load the list again. */
  version?: number;
};

type Page<Row> = { rows: Row[]; next: string | null; total: number | null };

const PAGE_SIZES = ['25', '50', '100', '200'];

/** A list people live in: filters and page in the address, saved views, ticks and bulk actions, keyset pages. */
export function WorkList<Row>(props: WorkListProps<Row>) {
  const { endpoint, columns, filters = [], actions = [], fixed = {}, rowId } = props;
  const t = useText('core');
  const problemText = useProblemText();
  const call = useCall();
  const { state, change, turn, back, canGoBack } = useListState(filters.map((filter) => filter.name));
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const query = {
    ...fixed,
    ...state.filters,
    pageSize: state.pageSize,
    ...(state.search ? { search: state.search } : {}),
    ...(state.sort ? { sort: state.sort } : {}),
    ...(state.cursor ? { cursor: state.cursor } : {}),
  };
  const key = JSON.stringify(query);
  const request = props.params ? { query, params: props.params } : { query };
  const { value, error, isLoading, reload } = useLoaded(
    () => call(endpoint, request as never) as Promise<Page<Row>>,
    [key, endpoint.path, JSON.stringify(props.params), props.version],
  );
  useEffect(() => setSelected(new Set()), [key]);

  const rows = value?.rows ?? [];
  const runAction = async (action: BulkAction<Row>) => {
    const done: unknown = await action.run(rows.filter((row) => selected.has(rowId(row))));
    if (done === false) return;
    setSelected(new Set());
    reload();
  };

  return (
    <Box>
      <SavedViews list={props.name} />
      <WorkListFilters state={state} filters={filters} searchLabel={props.searchLabel ?? null} change={change} />
      {selected.size > 0 ? (
        <Flex gap={3} paddingBottom={4} role="region" aria-live="polite">
          <Typography>{t('list.selected', { count: selected.size })}</Typography>
          {actions.map((action) => (
            <Button key={action.label} size="S" variant={action.variant ?? 'secondary'} onClick={() => void runAction(action)}>
              {action.label}
            </Button>
          ))}
        </Flex>
      ) : null}
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
          <WorkListTable
            rows={rows}
            columns={columns}
            rowId={rowId}
            rowName={props.rowName}
            sort={state.sort}
            onSort={(sort) => change({ sort })}
            selected={selected}
            onSelect={actions.length > 0 ? setSelected : null}
            onOpen={props.onOpen ?? null}
          />
        </Box>
      )}
      <Flex justifyContent="space-between" paddingTop={4} gap={4} wrap="wrap">
        <Typography textColor="neutral600" aria-live="polite">
          {value?.total === null || value === null ? '' : t('list.total', { count: value.total ?? 0 })}
        </Typography>
        <Flex gap={2}>
          <SingleSelect
            size="S"
            aria-label={t('list.page-size')}
            value={String(state.pageSize)}
            onChange={(size: string | number) => change({ pageSize: String(size) })}
          >
            {PAGE_SIZES.map((size) => (
              <SingleSelectOption key={size} value={size}>
                {size}
              </SingleSelectOption>
            ))}
          </SingleSelect>
          <Button variant="tertiary" disabled={!canGoBack} onClick={back}>
            {t('list.previous')}
          </Button>
          <Button variant="tertiary" disabled={!value?.next} onClick={() => turn(value?.next ?? null)}>
            {t('list.next')}
          </Button>
        </Flex>
      </Flex>
    </Box>
  );
}
