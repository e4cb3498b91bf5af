import { useDates, useText } from '@lyceum/core/admin';
import { Flex, IconButton, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { Pencil, Trash } from '@strapi/icons';
import type { Institute } from '../../../../contract/institutes.ts';

export type InstituteTableProps = {
  rows: readonly Institute[];
  onRename(institute: Institute): void;
  onDelete(institute: Institute): void;
};

/** Every institute with how many belong to it. */
export function InstituteTable({ rows, onRename, onDelete }: InstituteTableProps) {
  const t = useText('platform');
  const { date } = useDates();
  return (
    <Table colCount={4} rowCount={rows.length + 1}>
      <Thead>
        <Tr>
          {['institute.name', 'institute.count', 'institute.since'].map((key) => (
            <Th key={key}>
              <Typography variant="sigma">{t(key)}</Typography>
            </Th>
          ))}
          <Th>
            <Typography variant="sigma">{t('institute.actions')}</Typography>
          </Th>
        </Tr>
      </Thead>
      <Tbody>
        {rows.map((institute) => (
          <Tr key={institute.id}>
            <Td>
              <Typography fontWeight="bold" dir="auto">
                {institute.name}
              </Typography>
            </Td>
            <Td>
              <Typography>{institute.members}</Typography>
            </Td>
            <Td>
              <Typography>{date(institute.createdAt)}</Typography>
            </Td>
            <Td>
              <Flex gap={1}>
                <IconButton
                  variant="ghost"
                  label={t('institute.rename-one', { name: institute.name })}
                  onClick={() => onRename(institute)}
                >
                  <Pencil />
                </IconButton>
                <IconButton
                  variant="ghost"
                  label={t('institute.delete-title', { name: institute.name })}
                  onClick={() => onDelete(institute)}
                >
                  <Trash />
                </IconButton>
              </Flex>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
