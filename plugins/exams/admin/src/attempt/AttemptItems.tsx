import { useText } from '@lyceum/core/admin';
import { Box, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import type { AttemptDetail } from '../../../contract/index.ts';
import { clockTime } from '../parts/clock-time.ts';

/** Every item with what was given and what is right. */
export function AttemptItems({ items, isEnded }: { items: AttemptDetail['items']; isEnded: boolean }) {
  const t = useText('exams');
  const mark = ({ ratio, marking }: AttemptDetail['items'][number]) =>
    ratio === null
      ? marking && isEnded
        ? t('attempt.waits')
        : '–'
      : ratio === 1
        ? `✓ ${t('attempt.right-mark')}`
        : ratio === 0
          ? `✗ ${t('attempt.wrong-mark')}`
          : `${Math.round(ratio * 100)} %`;
  return (
    <Table colCount={6} rowCount={items.length + 1}>
      <Thead>
        <Tr>
          {['#', t('attempt.question'), t('attempt.given'), t('attempt.right'), t('attempt.time'), t('attempt.mark')].map(
            (head) => (
              <Th key={head}>
                <Typography variant="sigma">{head}</Typography>
              </Th>
            ),
          )}
        </Tr>
      </Thead>
      <Tbody>
        {items.map((item) => (
          <Tr key={item.item}>
            <Td>
              <Typography>{`${item.item}${item.flagged ? ' ⚑' : ''}`}</Typography>
            </Td>
            <Td>
              <Box maxWidth="34rem" style={{ whiteSpace: 'normal' }}>
                {/* Rendered and cleaned by the one renderer of the platform. */}
                <Typography tag="div" dangerouslySetInnerHTML={{ __html: item.stemHtml }} />
                <Typography variant="pi" textColor="neutral600">{`${item.code} · ${item.topicName}`}</Typography>
              </Box>
            </Td>
            <Td>
              <Typography style={{ whiteSpace: 'normal' }}>
                {item.given ?? (item.marking?.recording ? t('attempt.recorded') : t('attempt.blank'))}
              </Typography>
            </Td>
            <Td>
              <Typography style={{ whiteSpace: 'normal' }}>{item.right}</Typography>
            </Td>
            <Td>
              <Typography>{clockTime(item.secondsSpent)}</Typography>
            </Td>
            <Td>
              <Typography>{mark(item)}</Typography>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
