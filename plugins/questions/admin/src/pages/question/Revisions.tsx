import { useCall, useDates, useLoaded, useProblemText, useText } from '@lyceum/core/admin';
import { Box, EmptyStateLayout, Loader, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { listRevisions } from '../../../../contract/index.ts';
import { oneLine } from '../../components/one-line.ts';
import { fieldText } from './field-text.ts';

/** Every published version with who made it and what changed; papers keep the one they were written with. */
export function Revisions({ documentId, version }: { documentId: string; version: number }) {
  const t = useText('questions');
  const call = useCall();
  const problemText = useProblemText();
  const { dateTime } = useDates();
  const { value, error } = useLoaded(() => call(listRevisions, { params: { documentId } as never }), [documentId, version]);
  if (error) return <EmptyStateLayout content={problemText(error)} />;
  if (!value) return <Loader>{t('form.loading')}</Loader>;
  if (value.rows.length === 0) return <EmptyStateLayout content={t('revision.empty')} />;
  const headers = ['number', 'date', 'author', 'changed', 'stem', 'note'] as const;
  return (
    <Box>
      <Typography tag="p" textColor="neutral600" paddingBottom={4}>
        {t('revision.hint')}
      </Typography>
      <Table colCount={headers.length} rowCount={value.rows.length + 1}>
        <Thead>
          <Tr>
            {headers.map((header) => (
              <Th key={header}>
                <Typography variant="sigma">{t(`revision.${header}`)}</Typography>
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {value.rows.map((row) => (
            <Tr key={row.number}>
              <Td>
                <Typography fontWeight="bold">{row.number}</Typography>
              </Td>
              <Td>
                <Typography style={{ whiteSpace: 'nowrap' }}>{dateTime(row.createdAt)}</Typography>
              </Td>
              <Td>
                <Typography>{row.author ?? '–'}</Typography>
              </Td>
              <Td>
                <Typography>
                  {row.changed.length === 0 ? t('revision.first') : row.changed.map((field) => fieldText(t, field)).join(', ')}
                </Typography>
              </Td>
              <Td>
                <Typography ellipsis dir="auto" title={oneLine(row.stem)} style={{ display: 'block', maxInlineSize: '32rem' }}>
                  {oneLine(row.stem)}
                </Typography>
              </Td>
              <Td>
                <Typography>{row.note ?? '–'}</Typography>
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </Box>
  );
}
