import { useDates, useText } from '@lyceum/core/admin';
import type { ReplyOf } from '@lyceum/core/contract';
import { Flex, Typography } from '@strapi/design-system';
import type { compareRevisions } from '../../../../contract/index.ts';

type Side = ReplyOf<typeof compareRevisions>['left'];

/** What a version is called: its number, or the draft. */
export function useVersionName(): (ref: Side['ref']) => string {
  const t = useText('questions');
  return (ref) => (ref === 'draft' ? t('revisions.draft') : t('revisions.version', { number: ref }));
}

/** Whose column this is: version, time, author, note. */
export function VersionHead({ side }: { side: Side }) {
  const name = useVersionName();
  const { dateTime } = useDates();
  return (
    <Flex direction="column" alignItems="start" gap={1}>
      <Typography fontWeight="bold">{name(side.ref)}</Typography>
      <Typography variant="pi" textColor="neutral600">
        {[dateTime(side.createdAt), side.author].filter(Boolean).join(' · ')}
      </Typography>
      {side.note ? (
        <Typography variant="pi" textColor="neutral600" dir="auto">
          {side.note}
        </Typography>
      ) : null}
    </Flex>
  );
}
