import { useMay, useText } from '@lyceum/core/admin';
import { Flex, Typography } from '@strapi/design-system';
import { type AttemptDetail, EXAM_PERMISSIONS } from '../../../contract/index.ts';
import { MarkingCard } from './MarkingCard.tsx';

/** The answers of an ended attempt that a person marks; nothing where there are none. */
export function MarkingPart({ attempt, onMarked }: { attempt: AttemptDetail; onMarked(): void }) {
  const t = useText('exams');
  const mayMark = useMay()(EXAM_PERMISSIONS.markAttempts);
  const byHand = attempt.items.flatMap((item) => (item.marking ? [{ item, marking: item.marking }] : []));
  if (attempt.state !== 'scored' || byHand.length === 0) return null;
  return (
    <Flex tag="section" direction="column" alignItems="stretch" gap={4}>
      <Typography variant="beta" tag="h2">
        {t('marking.title')}
      </Typography>
      {mayMark ? null : <Typography textColor="neutral600">{t('marking.may-not')}</Typography>}
      {byHand.map(({ item, marking }) => (
        // Another mark, from here or from somebody else, begins the form anew.
        <MarkingCard
          key={`${item.item} ${marking.mark?.markedAt ?? ''}`}
          attemptId={attempt.id}
          item={item}
          marking={marking}
          mayMark={mayMark}
          onMarked={onMarked}
        />
      ))}
    </Flex>
  );
}
