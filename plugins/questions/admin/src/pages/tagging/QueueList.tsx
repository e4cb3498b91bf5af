import { useText } from '@lyceum/core/admin';
import { Box, Flex, Typography } from '@strapi/design-system';
import { Check, Cross } from '@strapi/icons';
import { useEffect, useRef } from 'react';
import type { Mark, TaggingOnScreen } from './use-tagging.ts';

function MarkSign({ mark }: { mark: Mark | undefined }) {
  const t = useText('questions');
  if (mark === undefined) return null;
  if (mark === 'saving') return <Typography variant="pi">{t('tagging.saving')}</Typography>;
  return mark === 'saved' ? <Check aria-label={t('tagging.is-saved')} /> : <Cross aria-label={mark.failed} />;
}

/** The questions of the queue beside the one on screen. */
export function QueueList({ tagging }: { tagging: TaggingOnScreen }) {
  const t = useText('questions');
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // Within the list only: the page itself stays where it is.
    const place = list.current;
    const row = place?.querySelector<HTMLElement>('[aria-current="true"]');
    if (place && row) place.scrollTop = row.offsetTop - place.clientHeight / 3;
  }, [tagging.at]);
  return (
    <Box
      ref={list}
      tag="ul"
      aria-label={t('tagging.queue')}
      position="relative"
      style={{ listStyle: 'none', maxBlockSize: 'min(70vh, 60rem)', overflowY: 'auto' }}
    >
      {tagging.rows.map((row, place) => {
        const isCurrent = place === tagging.at;
        return (
          <li key={row.documentId}>
            <Box
              tag="button"
              type="button"
              aria-current={isCurrent}
              background={isCurrent ? 'primary100' : 'neutral0'}
              hasRadius
              padding={2}
              width="100%"
              cursor="pointer"
              textAlign="start"
              onClick={() => tagging.choose(place)}
            >
              <Flex justifyContent="space-between" gap={2}>
                <Typography variant="pi" fontWeight="bold" textColor={isCurrent ? 'primary700' : 'neutral800'}>
                  <bdi>{row.code}</bdi>
                </Typography>
                <MarkSign mark={tagging.marks[row.documentId]} />
              </Flex>
              <Typography variant="pi" textColor="neutral600" ellipsis tag="p" dir="auto">
                {row.stemStart}
              </Typography>
            </Box>
          </li>
        );
      })}
    </Box>
  );
}
