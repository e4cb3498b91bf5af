import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import { useText } from './use-text.ts';
import type { WorkListTableProps } from './WorkListTable.tsx';

/** The rows where a table has no room: one below the other, each value with its name. */
export function WorkListCards<Row>({
  rows,
  columns,
  rowId,
  rowName,
  selected,
  onTick,
  onOpen,
  activeId,
}: WorkListTableProps<Row>) {
  const t = useText('core');
  const [first, ...others] = columns;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3} style={{ listStyle: 'none', padding: 0 }}>
      {rows.map((row) => {
        const id = rowId(row);
        return (
          <Box
            tag="li"
            key={id}
            data-row={id}
            className="lyceum-list-card"
            data-active={id === activeId}
            background="neutral0"
            hasRadius
            shadow="tableShadow"
            padding={4}
          >
            <Flex gap={3} alignItems="start">
              {onTick ? (
                <Checkbox
                  aria-label={t('list.select', { name: rowName(row) })}
                  checked={selected.has(id)}
                  onCheckedChange={() => onTick(id, false)}
                />
              ) : null}
              <Box flex="1" minWidth={0}>
                {first === undefined ? null : onOpen ? (
                  <button type="button" className="lyceum-list-open" onClick={() => onOpen(row)}>
                    {first.cell(row)}
                  </button>
                ) : (
                  first.cell(row)
                )}
                <dl className="lyceum-list-values">
                  {others.map((column) => (
                    <div key={column.key} data-wide={column.isWide === true}>
                      <Typography tag="dt" variant="pi" textColor="neutral600">
                        {column.header}
                      </Typography>
                      <dd>{column.cell(row)}</dd>
                    </div>
                  ))}
                </dl>
              </Box>
            </Flex>
          </Box>
        );
      })}
    </Flex>
  );
}
