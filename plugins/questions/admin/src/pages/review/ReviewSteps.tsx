import { useDates, useText } from '@lyceum/core/admin';
import { Box, Flex, Typography } from '@strapi/design-system';
import type { ReviewEntry } from '../../../../contract/index.ts';

/** What was sent, returned and approved, with the notes, newest first. */
export function ReviewSteps({ rows }: { rows: readonly ReviewEntry[] }) {
  const t = useText('questions');
  const { dateTime } = useDates();
  return (
    <Box tag="ol" style={{ listStyle: 'none', padding: 0 }} aria-label={t('review.steps')}>
      {rows.map(({ step, at, by, note }) => (
        <Flex tag="li" key={`${at} ${step}`} direction="column" alignItems="start" paddingTop={2}>
          <Typography variant="pi" textColor="neutral600">
            {[t(`review.step-${step}`), by, dateTime(at)].filter(Boolean).join(' · ')}
          </Typography>
          {note ? (
            <Typography tag="p" dir="auto" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
              {note}
            </Typography>
          ) : null}
        </Flex>
      ))}
    </Box>
  );
}
