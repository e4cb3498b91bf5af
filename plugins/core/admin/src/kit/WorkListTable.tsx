import { Checkbox, IconButton, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { CaretDown, CaretUp } from '@strapi/icons';
import type { ReactNode } from 'react';
import { useText } from './use-text.ts';

export type ListColumn<Row> = {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** The contract's sort field, where one may sort by this column. */
  readonly sort?: string;
  /** Takes a whole line of a card where rows become cards. */
  readonly isWide?: boolean;
  /** Not shown until somebody asks for it. */
  readonly isExtra?: boolean;
};

export type WorkListTableProps<Row> = {
  rows: readonly Row[];
  columns: readonly ListColumn<Row>[];
  rowId(row: Row): string;
  /** What a screen reader calls a row. */
  rowName(row: Row): string;
  sort: string | null;
  onSort(sort: string): void;
  selected: ReadonlySet<string>;
  /** Ticks a row, or everything from the last one to it. */
  onTick: ((id: string, isRange: boolean) => void) | null;
  onTickPage(): void;
  onOpen: ((row: Row) => void) | null;
  /** The row the keys are at. */
  activeId: string | null;
};

function SortButton({
  column,
  sort,
  onSort,
}: {
  column: { header: string; sort?: string };
  sort: string | null;
  onSort(sort: string): void;
}) {
  const t = useText('core');
  const field = column.sort;
  if (!field) return null;
  const isUp = sort === field;
  return (
    <IconButton
      variant="ghost"
      size="XS"
      label={t('list.sort-by', { name: column.header })}
      onClick={() => onSort(isUp ? `-${field}` : field)}
    >
      {isUp ? <CaretUp /> : <CaretDown />}
    </IconButton>
  );
}

const sortedAs = (column: { sort?: string }, sort: string | null): 'ascending' | 'descending' | undefined => {
  if (!column.sort || sort?.replace(/^-/, '') !== column.sort) return undefined;
  return sort.startsWith('-') ? 'descending' : 'ascending';
};

/** The rows themselves. A row opens by click or Enter; Space ticks it, Shift ticks all up to it. */
export function WorkListTable<Row>({
  rows,
  columns,
  rowId,
  rowName,
  sort,
  onSort,
  selected,
  onTick,
  onTickPage,
  onOpen,
  activeId,
}: WorkListTableProps<Row>) {
  const t = useText('core');
  const isAll = rows.length > 0 && rows.every((row) => selected.has(rowId(row)));

  return (
    <Table colCount={columns.length + (onTick ? 1 : 0)} rowCount={rows.length + 1}>
      <Thead>
        <Tr>
          {onTick ? (
            <Th>
              <Checkbox aria-label={t('list.select-all')} checked={isAll} onCheckedChange={onTickPage} />
            </Th>
          ) : null}
          {columns.map((column) => (
            <Th key={column.key} aria-sort={sortedAs(column, sort)}>
              <Typography variant="sigma">{column.header}</Typography>
              <SortButton column={column} sort={sort} onSort={onSort} />
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {rows.map((row) => {
          const id = rowId(row);
          return (
            <Tr
              key={id}
              data-row={id}
              data-active={id === activeId}
              data-selected={selected.has(id)}
              {...(onOpen ? { onClick: () => onOpen(row), style: { cursor: 'pointer' } } : {})}
            >
              {onTick ? (
                <Td
                  onClick={(event: React.MouseEvent) => {
                    event.stopPropagation();
                    if (!event.shiftKey) return;
                    event.preventDefault();
                    onTick(id, true);
                  }}
                >
                  <Checkbox
                    aria-label={t('list.select', { name: rowName(row) })}
                    checked={selected.has(id)}
                    onClick={(event: React.MouseEvent) => event.shiftKey && event.preventDefault()}
                    onCheckedChange={() => onTick(id, false)}
                  />
                </Td>
              ) : null}
              {columns.map((column, at) => (
                <Td key={column.key}>
                  {at === 0 && onOpen ? (
                    <button
                      type="button"
                      className="lyceum-list-open"
                      onClick={(event) => {
                        event.stopPropagation();
                        onOpen(row);
                      }}
                    >
                      {column.cell(row)}
                    </button>
                  ) : (
                    column.cell(row)
                  )}
                </Td>
              ))}
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
}
