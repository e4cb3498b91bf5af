import { useDates, useText } from '@lyceum/core/admin';
import { Grid, Typography } from '@strapi/design-system';
import type { AttemptDetail } from '../../../contract/index.ts';
import { clockTime } from '../parts/clock-time.ts';

/** Times, score and devices of an attempt. */
export function AttemptFacts({ attempt }: { attempt: AttemptDetail }) {
  const t = useText('exams');
  const { dateTime } = useDates();
  const facts: [string, string][] = [
    [t('attempts.started'), dateTime(attempt.startedAt)],
    [t('attempt.ended'), dateTime(attempt.endedAt)],
    [t('attempt.deadline'), dateTime(attempt.deadlineAt)],
    [t('attempts.left'), attempt.secondsLeft === null ? '–' : clockTime(attempt.secondsLeft)],
    [
      t('attempts.percent'),
      attempt.score ? `${Math.round(attempt.score.percent)} % (${attempt.score.points} / ${attempt.score.pointsMax})` : '–',
    ],
    [t('attempt.extra'), attempt.extraSec === 0 ? '–' : t('minutes', { count: Math.round(attempt.extraSec / 60) })],
    [t('attempt.take-overs'), String(attempt.takeOvers)],
    [t('attempt.last-saved'), dateTime(attempt.lastSavedAt)],
  ];
  return (
    <Grid.Root gap={4}>
      {facts.map(([label, value]) => (
        <Grid.Item key={label} col={3} s={6} xs={12} direction="column" alignItems="start">
          <Typography textColor="neutral600">{label}</Typography>
          <Typography fontWeight="bold">{value}</Typography>
        </Grid.Item>
      ))}
    </Grid.Root>
  );
}
