import { useDates, useText } from '@lyceum/core/admin';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useEffect, useRef } from 'react';
import type { ReviewQueue } from './use-review-queue.ts';

/** The questions that wait, to choose one from. */
export function Waiting({ queue }: { queue: ReviewQueue }) {
  const t = useText('questions');
  const { dateTime } = useDates();
  const { rows, current } = queue;
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current?.documentId]);
  return (
    <Box tag="section" aria-label={t('review.waiting', { count: queue.total })} style={{ inlineSize: '100%' }}>
      <Box background="neutral0" hasRadius shadow="tableShadow" style={{ maxBlockSize: '70vh', overflowY: 'auto' }}>
        <ul ref={list} style={{ listStyle: 'none', padding: 0 }}>
          {rows.map((row) => {
            const isCurrent = row.documentId === current?.documentId;
            return (
              <Box
                key={row.documentId}
                tag="li"
                background={isCurrent ? 'primary100' : 'neutral0'}
                borderColor="neutral150"
                style={{ borderWidth: '0 0 1px' }}
              >
                <button
                  type="button"
                  aria-current={isCurrent}
                  onClick={() => queue.choose(row)}
                  style={{ inlineSize: '100%', padding: 12, textAlign: 'start', cursor: 'pointer' }}
                >
                  <Flex direction="column" alignItems="start" gap={1}>
                    <Typography fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
                      {row.code}
                    </Typography>
                    <Typography dir="auto" style={{ overflowWrap: 'anywhere' }}>
                      {row.stemStart.length > 90 ? `${row.stemStart.slice(0, 90)}…` : row.stemStart}
                    </Typography>
                    <Typography variant="pi" textColor="neutral600">
                      {[row.updatedBy, dateTime(row.updatedAt)].filter(Boolean).join(' · ')}
                    </Typography>
                  </Flex>
                </button>
              </Box>
            );
          })}
        </ul>
      </Box>
      {queue.hasMore ? (
        <Flex justifyContent="center" paddingTop={4}>
          <Button variant="tertiary" onClick={() => void queue.loadMore()}>
            {t('review.more')}
          </Button>
        </Flex>
      ) : null}
    </Box>
  );
}
