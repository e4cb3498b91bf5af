import { useText } from '@lyceum/core/admin';
import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import type { DuplicatePair } from '../../../../contract/index.ts';
import { oneLine } from '../../components/one-line.ts';

export type PairTableProps = { pairs: readonly DuplicatePair[]; current: number; onChoose(pair: DuplicatePair): void };

/** Every pair that was loaded; the one on screen is marked. */
export function PairTable({ pairs, current, onChoose }: PairTableProps) {
  const t = useText('questions');
  return (
    <Box
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      tag="ol"
      aria-label={t('duplicates.list')}
      style={{ listStyle: 'none' }}
    >
      {pairs.map((pair) => (
        <Box key={pair.id} tag="li" borderColor="neutral150" style={{ borderWidth: '0 0 1px' }}>
          <Box
            tag="button"
            type="button"
            width="100%"
            padding={3}
            background={pair.id === current ? 'primary100' : 'neutral0'}
            aria-current={pair.id === current ? 'true' : undefined}
            onClick={() => onChoose(pair)}
            style={{ textAlign: 'start', cursor: 'pointer' }}
          >
            <Flex gap={3} alignItems="start">
              <Badge variant={pair.percent >= 95 ? 'danger' : 'warning'}>{`${pair.percent} %`}</Badge>
              <Box style={{ minInlineSize: 0 }} flex="1">
                <Typography fontWeight="bold" textColor="neutral800">
                  <bdi>{pair.a.code}</bdi> – <bdi>{pair.b.code}</bdi>
                </Typography>
                <Typography tag="p" variant="pi" textColor="neutral600" ellipsis dir="auto">
                  {oneLine(pair.a.stemStart)}
                </Typography>
              </Box>
            </Flex>
          </Box>
        </Box>
      ))}
    </Box>
  );
}
