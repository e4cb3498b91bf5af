import { PageFrame, useProblemText, useText } from '@lyceum/core/admin';
import { Button, EmptyStateLayout, Flex, Grid, Loader, Typography } from '@strapi/design-system';
import { ArrowLeft, ArrowRight } from '@strapi/icons';
import { useEffect } from 'react';
import { READ } from '../../../../contract/index.ts';
import { Key } from './Key.tsx';
import { reviewAction } from './keys.ts';
import { ReviewPanel } from './ReviewPanel.tsx';
import { useReviewQueue } from './use-review-queue.ts';
import { Waiting } from './Waiting.tsx';

/** Questions that wait for review, one after the other, approved or returned with a note. */
export function Review() {
  const t = useText('questions');
  const problemText = useProblemText();
  const queue = useReviewQueue();
  const { current, at, rows } = queue;

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const action = reviewAction(event, event.target instanceof HTMLElement ? event.target : null);
      if (action !== 'next' && action !== 'previous') return;
      event.preventDefault();
      queue.step(action === 'next' ? 1 : -1);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });

  return (
    <PageFrame title={t('review.title')} subtitle={t('review.subtitle')} permission={READ}>
      {queue.error ? (
        <EmptyStateLayout
          content={problemText(queue.error)}
          action={<Button onClick={queue.reload}>{t('duplicates.retry')}</Button>}
        />
      ) : queue.value === null ? (
        <Flex justifyContent="center" padding={8}>
          <Loader>{t('form.loading')}</Loader>
        </Flex>
      ) : current === null ? (
        <EmptyStateLayout content={t('review.empty')} />
      ) : (
        <Grid.Root gap={6}>
          <Grid.Item col={4} s={12} xs={12} direction="column" alignItems="stretch" gap={3}>
            <Flex gap={2} wrap="wrap" justifyContent="space-between">
              <Button
                variant="tertiary"
                size="S"
                startIcon={<ArrowLeft />}
                endIcon={<Key>K</Key>}
                disabled={at === 0}
                onClick={() => queue.step(-1)}
              >
                {t('duplicates.previous')}
              </Button>
              <Typography aria-live="polite">{t('duplicates.place', { at: at + 1, of: queue.total })}</Typography>
              <Button
                variant="tertiary"
                size="S"
                startIcon={<ArrowRight />}
                endIcon={<Key>J</Key>}
                disabled={at + 1 >= rows.length}
                onClick={() => queue.step(1)}
              >
                {t('duplicates.next')}
              </Button>
            </Flex>
            <Waiting queue={queue} />
          </Grid.Item>
          <Grid.Item col={8} s={12} xs={12} direction="column" alignItems="stretch">
            <ReviewPanel key={current.documentId} row={current} onDecided={queue.decided} />
          </Grid.Item>
        </Grid.Root>
      )}
    </PageFrame>
  );
}
