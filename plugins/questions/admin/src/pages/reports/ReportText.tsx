import { useDates, useText } from '@lyceum/core/admin';
import { Badge, Flex, Typography } from '@strapi/design-system';
import type { StaffReport } from '../../../../contract/index.ts';

/** What one learner says, why, when and of which version. */
export function ReportText({ report }: { report: StaffReport }) {
  const t = useText('questions');
  const { dateTime } = useDates();
  return (
    <Flex direction="column" alignItems="start" gap={1}>
      <Flex gap={2} wrap="wrap">
        <Badge>{t(`reports.reason-${report.reason}`)}</Badge>
        <Typography variant="pi" textColor="neutral600">
          {[dateTime(report.createdAt), t('revisions.version', { number: report.number })].join(' · ')}
        </Typography>
      </Flex>
      <Typography tag="p" dir="auto" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {report.text === '' ? t('reports.no-text') : report.text}
      </Typography>
    </Flex>
  );
}
