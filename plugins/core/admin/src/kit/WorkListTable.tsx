import { Box, Checkbox, IconButton, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { CaretDown, CaretUp } from '@strapi/icons';
import type { ReactNode } from 'react';
import { useText } from './use-text.ts';

export type ListColumn<Row> = {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** The contract's sort field, where one may sort by this column. */
  readonly sort?: string;
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
  onSelect: ((ids: ReadonlySet<string>) => void) | null;
  onOpen: ((row: Row) => void) | null;
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

/** The rows themselves. A row opens by click or Enter; Space ticks it. */
export function WorkListTable<Row>({
  rows,
  columns,
  rowId,
  rowName,
  sort,
  onSort,
  selected,
  onSelect,
  onOpen,
}: WorkListTableProps<Row>) {
  const t = useText('core');
  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect?.(next);
  };
  const allIds = rows.map(rowId);
  const isAll = rows.length > 0 && allIds.every((id) => selected.has(id));

  return (
    <Table colCount={columns.length + (onSelect ? 1 : 0)} rowCount={rows.length + 1}>
      <Thead>
        <Tr>
          {onSelect ? (
            <Th>
              <Checkbox
                aria-label={t('list.select-all')}
                checked={isAll}
                onCheckedChange={() => onSelect(isAll ? new Set() : new Set(allIds))}
              />
            </Th>
          ) : null}
          {columns.map((column) => (
            <Th key={column.key}>
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
            <Tr key={id} {...(onOpen ? { onClick: () => onOpen(row), style: { cursor: 'pointer' } } : {})}>
              {onSelect ? (
                <Td onClick={(event: React.MouseEvent) => event.stopPropagation()}>
                  <Checkbox
                    aria-label={t('list.select', { name: rowName(row) })}
                    checked={selected.has(id)}
                    onCheckedChange={() => toggle(id)}
                  />
                </Td>
              ) : null}
              {columns.map((column, at) => (
                <Td key={column.key}>
                  {at === 0 && onOpen ? (
                    <Box
                      tag="button"
                      type="button"
                      background="transparent"
                      style={{ border: 0, padding: 0, font: 'inherit', color: 'inherit', cursor: 'pointer', textAlign: 'start' }}
                      onClick={(event: React.MouseEvent) => {
                        event.stopPropagation();
                        onOpen(row);
                      }}
                    >
                      {column.cell(row)}
                    </Box>
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
