import { useText } from '@lyceum/core/admin';
import { Badge, Box, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { type ItemsFound, QUESTION_TYPES } from '../../../../contract/index.ts';

/** The kinds of questions in a file of whole questions, as its format calls them; those that are skipped are marked. */
export function KindsTable({ items: { kinds, media } }: { items: ItemsFound }) {
  const t = useText('questions');
  const nameOf = (kind: string) => (QUESTION_TYPES.some((type) => type === kind) ? t(`type.${kind}`) : kind);
  return (
    <Box maxWidth="64rem">
      <Table colCount={3} rowCount={kinds.length + 1}>
        <Thead>
          <Tr>
            {(['kind', 'count', 'taken'] as const).map((column) => (
              <Th key={column}>
                <Typography variant="sigma">{t(`items.${column}`)}</Typography>
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {kinds.map(({ kind, isKnown, count }) => (
            <Tr key={`${kind}-${isKnown}`}>
              <Td>
                <Typography fontWeight="bold" dir="auto">
                  {nameOf(kind)}
                </Typography>
              </Td>
              <Td>
                <Typography>{count}</Typography>
              </Td>
              <Td>
                <Badge variant={isKnown ? 'success' : 'warning'}>{t(isKnown ? 'items.is-taken' : 'items.is-skipped')}</Badge>
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      {media > 0 ? (
        <Typography tag="p" paddingTop={3} textColor="neutral600">
          {t('items.media', { count: media })}
        </Typography>
      ) : null}
    </Box>
  );
}
