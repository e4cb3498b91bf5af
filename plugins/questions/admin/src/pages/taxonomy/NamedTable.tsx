import { useMay, useText } from '@lyceum/core/admin';
import { Flex, IconButton, Table, Tbody, Td, Link as TextLink, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { ArrowsCounterClockwise, Pencil, Trash } from '@strapi/icons';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { WRITE } from '../../../../contract/index.ts';
import { HOME } from '../../plugin-id.ts';

type Named = { documentId: string; name: string; questions: number };

export type NamedTableProps<Row extends Named> = {
  rows: readonly Row[];
  columns: readonly { name: string; label: string; cell(row: Row): ReactNode }[];
  /** Field of the question list that the number of questions leads to. */
  filter: string;
  onChange(row: Row): void;
  onMerge(row: Row): void;
  onDelete(row: Row): void;
};

/** Exam types or skills: what each is, how many questions carry it, and what can be done with it. */
export function NamedTable<Row extends Named>({ rows, columns, filter, onChange, onMerge, onDelete }: NamedTableProps<Row>) {
  const t = useText('questions');
  const mayWrite = useMay()(WRITE);
  const heads = [...columns.map(({ label }) => label), t('exam-type.questions')];
  return (
    <Table colCount={heads.length + 1} rowCount={rows.length + 1}>
      <Thead>
        <Tr>
          {heads.map((label) => (
            <Th key={label}>
              <Typography variant="sigma">{label}</Typography>
            </Th>
          ))}
          <Th> </Th>
        </Tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <Tr key={row.documentId}>
            {columns.map(({ name, cell }) => (
              <Td key={name}>{cell(row)}</Td>
            ))}
            <Td>
              <TextLink tag={Link} to={`${HOME}?${filter}=${row.documentId}`}>
                {t('topic.questions', { count: row.questions })}
              </TextLink>
            </Td>
            <Td>
              {mayWrite ? (
                <Flex justifyContent="end" gap={1}>
                  <IconButton
                    variant="ghost"
                    label={t('taxonomy.change-named', { name: row.name })}
                    onClick={() => onChange(row)}
                  >
                    <Pencil />
                  </IconButton>
                  <IconButton variant="ghost" label={t('merge.named', { name: row.name })} onClick={() => onMerge(row)}>
                    <ArrowsCounterClockwise />
                  </IconButton>
                  <IconButton
                    variant="ghost"
                    label={t('taxonomy.delete-named', { name: row.name })}
                    onClick={() => onDelete(row)}
                  >
                    <Trash />
                  </IconButton>
                </Flex>
              ) : null}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
