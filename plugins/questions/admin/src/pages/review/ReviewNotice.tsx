import { Notice, useCall, useDates, useLoaded, useText } from '@lyceum/core/admin';
import { Box, Typography } from '@strapi/design-system';
import { listReviewSteps, type Question } from '../../../../contract/index.ts';

/** Above the form: that the question waits for review, or came back and why. */
export function ReviewNotice({ stored }: { stored: Pick<Question, 'documentId' | 'status' | 'updatedAt'> }) {
  const t = useText('questions');
  const call = useCall();
  const { dateTime } = useDates();
  const { documentId, status, updatedAt } = stored;
  // A note that does not come is no reason to disturb the writing: the history tab has it as well.
  const { value } = useLoaded(() => call(listReviewSteps, { params: { documentId } }), [documentId, status, updatedAt]);
  const newest = value?.rows[0];
  const isWaiting = status === 'inReview';
  const isReturned = status === 'draft' && newest?.step === 'return';
  if (!newest || !(isWaiting || isReturned)) return null;
  const values = { by: newest.by ?? '–', at: dateTime(newest.at) };
  return (
    <Box paddingBottom={4}>
      <Notice tone={isReturned ? 'warning' : 'info'} title={t(isReturned ? 'review.was-returned' : 'review.is-waiting', values)}>
        {newest.note ? (
          <Typography tag="p" dir="auto" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
            {newest.note}
          </Typography>
        ) : null}
      </Notice>
    </Box>
  );
}
