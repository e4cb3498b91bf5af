import { useText } from '@lyceum/core/admin';
import { Box, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import type { FileDescription } from '../../../../contract/index.ts';

const SHOWN = 5;

/** The first rows of the file, cell by cell. */
export function SampleTable({ description: { headers, headerRow, sample } }: { description: FileDescription }) {
  const t = useText('questions');
  return (
    <Box style={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={t('read.sample')}>
      <Table colCount={headers.length + 1} rowCount={Math.min(SHOWN, sample.length) + 1}>
        <Thead>
          <Tr>
            <Th>
              <Typography variant="sigma" textColor="neutral600">
                {headerRow}
              </Typography>
            </Th>
            {headers.map((header) => (
              <Th key={header}>
                <Typography variant="sigma" style={{ textTransform: 'none' }}>
                  {header}
                </Typography>
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {sample.slice(0, SHOWN).map(({ number, cells }) => (
            <Tr key={number}>
              <Td>
                <Typography textColor="neutral600">{number}</Typography>
              </Td>
              {headers.map((header, at) => (
                <Td key={header}>
                  <Typography ellipsis dir="auto" title={cells[at] ?? ''} style={{ display: 'block', maxInlineSize: '20rem' }}>
                    {cells[at] ?? ''}
                  </Typography>
                </Td>
              ))}
            </Tr>
          ))}
        </Tbody>
      </Table>
    </Box>
  );
}
